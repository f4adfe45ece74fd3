package makegood.cases;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import makegood.orders.Line;
import makegood.orders.Order;
import makegood.orders.OrderState;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;

/**
 * Goods that a customer keeps although they are paid in full: up to a small share per piece, never where they are dangerous
 * (R10 of the shop's figures). Dearer ones come back, or only a part of the price is paid.
 */
@Component
public class KeptGoods {
    /** The customer has none of the goods that it is about. */
    private static final Set<Reason> NOT_THERE = EnumSet.of(
            Reason.MISSING_GOODS,
            Reason.MISSING_PARTS,
            Reason.EMPTY_PARCEL,
            Reason.NOT_RECEIVED,
            Reason.DELIVERY_TOO_LATE,
            Reason.NO_TRACKING,
            Reason.REFUSED_PARCEL,
            Reason.LATE_SHIPMENT,
            Reason.OUT_OF_STOCK,
            Reason.WRONG_ADDRESS,
            Reason.AGREED_BY_BOTH);

    private final Stores stores;
    private final CaseParcels parcels;

    KeptGoods(Stores stores, CaseParcels parcels) {
        this.stores = stores;
        this.parcels = parcels;
    }

    /** Whether one piece of the line may stay with the customer for its full price. */
    public boolean mayStay(CaseFacts c, Line line) {
        var limits = stores.known(c.store()).limits();
        return c.reason() != Reason.SAFETY_HAZARD && line.unitShare() <= limits.refundWithoutReturnUnit();
    }

    /** Whether these sums by line leave dear goods with the customer for their full price. */
    public boolean leaveDearGoods(CaseFacts c, Order order, Map<Integer, Long> sums) {
        return inHand(c, order)
                && c.lines().stream().anyMatch(l -> {
                    var line = order.line(l.line()).orElseThrow();
                    long full = line.shareOf(l.quantity());
                    return full > 0 && sums.getOrDefault(l.line(), 0L) >= full && !mayStay(c, line);
                });
    }

    private boolean inHand(CaseFacts c, Order order) {
        boolean arrived = order.state() == OrderState.DELIVERED || order.state() == OrderState.COMPLETED;
        return arrived
                && !NOT_THERE.contains(c.reason())
                && !"P".equals(c.reason().reasonClass())
                && parcels.of(c.caseNumber()).stream()
                        .noneMatch(p -> "RETURN".equals(p.purpose()) && p.deliveredAt() != null);
    }
}
