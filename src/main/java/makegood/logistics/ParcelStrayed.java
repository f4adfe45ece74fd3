package makegood.logistics;

/** A parcel that was given up is on its way back, or moves again and must be caught. */
record ParcelStrayed(String caseNumber, String trackingNumber) {}
