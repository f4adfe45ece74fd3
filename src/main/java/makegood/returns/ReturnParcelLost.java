package makegood.returns;

/** The carrier has given the return parcel up. */
record ReturnParcelLost(String caseNumber, String trackingNumber) {}
