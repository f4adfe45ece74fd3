package makegood.reconciliations;

/** A statement was uploaded by hand; its lines are read already. */
record StatementUploaded(String runNumber) {}
