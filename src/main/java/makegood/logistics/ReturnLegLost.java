package makegood.logistics;

/** A parcel with goods on their way back to us is lost. */
record ReturnLegLost(String caseNumber, String trackingNumber) {}
