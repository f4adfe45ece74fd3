package makegood.shipments;

/** What came of asking where a parcel is. */
enum ShipmentSearch {
    DELIVERED,
    KEEP_WAITING,
    LOST
}
