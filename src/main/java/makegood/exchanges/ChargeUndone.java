package makegood.exchanges;

/** A payment that a customer made after the sale is given back: it came too late, or what it was for has come back. */
record ChargeUndone(String caseNumber, String collectNumber) {}
