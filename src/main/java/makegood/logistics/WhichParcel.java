package makegood.logistics;

import java.util.List;
import java.util.Optional;
import makegood.cases.CaseFacts;
import makegood.orders.Order;
import makegood.orders.Parcel;
import makegood.orders.ScanKind;
import makegood.orders.Scans;
import org.springframework.stereotype.Component;

/**
 * Which parcel of an order a case is about: the one that was named, else the only one that carries its lines, else the only
 * one that fits what the customer says. Where none of this is so, a person names it.
 */
@Component
class WhichParcel {
    private final Scans scans;

    WhichParcel(Scans scans) {
        this.scans = scans;
    }

    /** Parcels with lines of the case. */
    static List<Parcel> candidates(CaseFacts c, Order order) {
        return order.parcels().stream()
                .filter(p -> p.lines().isEmpty()
                        || c.lines().stream().anyMatch(l -> p.lines().contains(l.line())))
                .toList();
    }

    /** The tracking number, or empty: then a person is to say it when there are several to choose from. */
    Optional<String> of(CaseFacts c, Order order) {
        var candidates = candidates(c, order);
        var named = c.trackingNumber();
        if (named != null
                && (candidates.size() < 2
                        || order.parcels().stream()
                                .anyMatch(p -> p.trackingNumber().equals(named)))) {
            return Optional.of(named);
        }
        var fitting = candidates.size() < 2
                ? candidates
                : candidates.stream().filter(p -> fits(c, p)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).trackingNumber()) : Optional.empty();
    }

    private boolean fits(CaseFacts c, Parcel parcel) {
        return switch (c.reason()) {
            case DELIVERY_TOO_LATE, NO_TRACKING -> parcel.deliveredAt() == null;
            case DAMAGED_IN_TRANSIT, WRONG_GOODS, MISSING_GOODS, MISSING_PARTS, EMPTY_PARCEL ->
                parcel.deliveredAt() != null;
            case REFUSED_PARCEL ->
                scans.of(parcel.trackingNumber()).stream().anyMatch(s -> s.kind() == ScanKind.REFUSED);
            default -> true; // what was not received may be on its way or signed for by somebody else
        };
    }

    /** The pieces of the case that can be in this parcel. */
    static List<CaseFacts.Line> inside(CaseFacts c, Order order, String trackingNumber) {
        var parcel = order.parcels().stream()
                .filter(p -> p.trackingNumber().equals(trackingNumber))
                .findFirst();
        var inside = c.lines().stream()
                .filter(l -> parcel.isEmpty()
                        || parcel.get().lines().isEmpty()
                        || parcel.get().lines().contains(l.line()))
                .toList();
        return inside.isEmpty() ? c.lines() : inside;
    }
}
