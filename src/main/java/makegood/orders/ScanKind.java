package makegood.orders;

/** What a carrier reports of a parcel. */
public enum ScanKind {
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERED,
    REFUSED,
    DAMAGED,
    LOST,
    RETURNED_TO_SENDER
}
