package makegood.returns;

/** A case has named this parcel as one of its own; published once per case and parcel. */
record ParcelClaimed(String caseNumber, String trackingNumber) {}
