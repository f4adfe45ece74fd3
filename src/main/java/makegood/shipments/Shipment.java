package makegood.shipments;

import java.time.Instant;

/** A parcel that a case sent; {@code trouble} is the scan that spoke of it (LOST, REFUSED …), null while all is well. */
record Shipment(
        String caseNumber,
        String trackingNumber,
        String carrier,
        String purpose,
        Instant shippedAt,
        Instant dueAt,
        String trouble,
        Instant deliveredAt,
        Instant lostAt) {

    /** DELIVERED, IN_TROUBLE or NONE; what has arrived is in no trouble. */
    String news() {
        return deliveredAt != null ? "DELIVERED" : trouble != null ? "IN_TROUBLE" : "NONE";
    }
}
