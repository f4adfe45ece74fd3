package makegood.logistics;

/** What we sent to the customer in place of something else is lost. */
record ShipmentLost(String caseNumber, String trackingNumber) {}
