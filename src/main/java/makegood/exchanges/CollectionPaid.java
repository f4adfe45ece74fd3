package makegood.exchanges;

/** A customer has paid what we asked for, after the time for it. */
record CollectionPaid(String collectNumber) {}
