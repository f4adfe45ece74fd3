package makegood.cases;

import java.util.List;
import makegood.orders.Order;
import makegood.platform.BusinessRefusal;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/** Which pieces of an order a request is about. */
final class Pieces {
    private Pieces() {}

    /** All that has not come back yet; nothing without an order. */
    static List<CaseFacts.Line> left(Order order) {
        return order == null
                ? List.of()
                : order.lines().stream()
                        .filter(l -> l.quantity() > l.returnedQuantity())
                        .map(l -> new CaseFacts.Line(l.line(), l.quantity() - l.returnedQuantity()))
                        .toList();
    }

    /** As {@link #meant(List, Order)}; a parcel that is named alone means what is in it, where the order says what that is. */
    static List<CaseFacts.Line> meant(CaseRequest request, Order order) throws BusinessRefusal {
        var inParcel = order.parcels().stream()
                .filter(p -> p.trackingNumber().equals(request.trackingNumber()))
                .map(p -> p.lines())
                .findFirst()
                .orElse(List.of());
        var all = left(order);
        var named = all.stream().filter(l -> inParcel.contains(l.line())).toList();
        return meant(request.lines().isEmpty() && !named.isEmpty() ? named : request.lines(), order);
    }

    /** The pieces that are meant: none given means all that has not come back yet. */
    static List<CaseFacts.Line> meant(List<CaseFacts.Line> given, Order order) throws BusinessRefusal {
        if (given.isEmpty()) {
            var all = left(order);
            if (all.isEmpty()) {
                throw new QuantityExceedsOrder(1, 0);
            }
            return all;
        }
        for (var asked : given) {
            var bought =
                    order.lines().stream().filter(l -> l.line() == asked.line()).findFirst();
            if (bought.isEmpty()) {
                throw new InvalidInput(
                        "lines",
                        "LINE_UNKNOWN",
                        new Text("the order has no line " + asked.line(), "订单没有第 " + asked.line() + " 行"));
            }
            int left = bought.get().quantity() - bought.get().returnedQuantity();
            if (asked.quantity() > left) {
                throw new QuantityExceedsOrder(asked.line(), left);
            }
        }
        return given;
    }
}
