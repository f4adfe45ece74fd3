package makegood.returns;

/** The warehouse has the return parcel: the carrier scanned it as delivered. */
record ReturnParcelDelivered(String caseNumber, String trackingNumber) {}
