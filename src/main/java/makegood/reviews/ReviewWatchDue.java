package makegood.reviews;

/** The next look at a store's reviews is planned. */
record ReviewWatchDue(String store) {}
