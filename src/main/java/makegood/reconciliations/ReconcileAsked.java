package makegood.reconciliations;

/** Somebody wants a store's accounts compared now. */
record ReconcileAsked(String runNumber) {}
