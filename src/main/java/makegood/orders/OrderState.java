package makegood.orders;

import java.util.List;

/** How far an order is; PICKING means packed or being packed. */
public enum OrderState {
    UNPAID,
    PAID,
    PICKING,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CLOSED;

    /** What payments and parcels say when the shop's system names no state. */
    static OrderState of(List<Payment> payments, long codDue, List<Parcel> parcels) {
        if (payments.isEmpty() && codDue == 0) {
            return UNPAID;
        }
        if (parcels.isEmpty()) {
            return PAID;
        }
        if (parcels.stream().allMatch(p -> p.deliveredAt() != null)) {
            return DELIVERED;
        }
        return parcels.stream().anyMatch(p -> p.shippedAt() != null || p.deliveredAt() != null) ? SHIPPED : PICKING;
    }
}
