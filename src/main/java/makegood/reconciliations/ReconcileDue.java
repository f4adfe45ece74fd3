package makegood.reconciliations;

/** The next comparison of a store's accounts is planned. */
record ReconcileDue(String store) {}
