package makegood.shipments;

/** What we sent has reached the customer. */
record ShipmentDelivered() {}
