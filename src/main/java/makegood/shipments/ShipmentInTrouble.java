package makegood.shipments;

/** The carrier says that what we sent will not arrive as it should: lost, refused, on its way back. */
record ShipmentInTrouble() {}
