package makegood.logistics;

/** A loss is certain and the carrier owes us for it. */
record CarrierClaimWanted(String caseNumber, String claimNumber) {}
