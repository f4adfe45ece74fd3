package makegood.reconciliations;

/** Our accounts and the gateway's do not say the same of one number. */
record DifferenceFound(String differenceNumber) {}
