package makegood.refunds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.UndoneCharge;
import makegood.orders.Benefits;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Payment;
import makegood.orders.Payments;
import makegood.platform.Money;
import org.springframework.stereotype.Component;

/** What a refund would do before anything is sent: how much of each line goes to which payment, and what is left after it. */
@Component
class RefundPreview {
    /** {@code held}: a request is being decided, and the sums are held already. */
    record Preview(
            Money amount,
            boolean held,
            String approval,
            Instant promisedBy,
            List<Share> lines,
            List<Route> payments,
            List<Benefits.Used> givenBack,
            Money leftAfter) {}

    /** {@code what}: LINE, FREIGHT, or PAYMENT for one that was made twice. */
    record Share(String what, Integer line, String sku, Money amount, Money leftAfter) {}

    /** {@code originalRoute} is false where money cannot go back the way it came. */
    record Route(String paymentNumber, String method, Money amount, boolean originalRoute) {}

    private final Refunds refunds;
    private final RefundLimits limits;
    private final Cases cases;
    private final Orders orders;
    private final UndoneCharge undone;
    private final Benefits benefits;

    RefundPreview(
            Refunds refunds, RefundLimits limits, Cases cases, Orders orders, UndoneCharge undone, Benefits benefits) {
        this.refunds = refunds;
        this.limits = limits;
        this.cases = cases;
        this.orders = orders;
        this.undone = undone;
        this.benefits = benefits;
    }

    /** @param amount what somebody thinks of giving; null: what is due, else all that is possible */
    Preview of(String caseNumber, Long amount) {
        var c = cases.get(caseNumber);
        if (c.orderNumber() == null) {
            return null;
        }
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        var request = refunds.latest(caseNumber);
        if (request != null && !"ENDED".equals(request.state)) {
            var rows = refunds.of(request);
            var routes = rows.stream()
                    .map(r -> route(order.payment(r.paymentNumber).orElseThrow(), r.amount, r.currency))
                    .toList();
            var promised = rows.isEmpty() ? null : rows.get(0).promisedBy;
            return preview(order, refunds.shares(request), routes, request, promised);
        }
        var due = amount == null ? cases.due(caseNumber) : Map.<Integer, Long>of();
        var shares = due.isEmpty()
                ? limits.shares(c, order, amount == null ? limits.most(c) : Math.min(amount, limits.most(c)))
                : due;
        long total = shares.values().stream().mapToLong(Long::longValue).sum();
        var first = due.isEmpty() ? limits.payment(c, order) : undone.of(caseNumber);
        var routes = Payments.split(order, total, first).stream()
                .map(s -> route(s.payment(), s.amount(), order.currency()))
                .toList();
        return preview(order, shares, routes, null, null);
    }

    private Preview preview(
            Order order, Map<Integer, Long> shares, List<Route> routes, RefundRequest request, Instant promised) {
        boolean held = request != null;
        long total = shares.values().stream().mapToLong(Long::longValue).sum();
        long left = order.payments().stream().mapToLong(Payment::left).sum() - (held ? 0 : total);
        var lines = new ArrayList<Share>();
        shares.forEach((line, amount) -> {
            if (amount > 0) {
                lines.add(share(order, line, amount, held));
            }
        });
        boolean whole = UndoneOrders.undone(order, shares);
        return new Preview(
                new Money(total, order.currency()),
                held,
                held ? request.approval : null,
                promised,
                lines,
                routes,
                whole ? benefits.open(order.store(), order.orderNumber()) : List.of(),
                new Money(left, order.currency()));
    }

    private static Share share(Order order, int line, long amount, boolean held) {
        var sum = new Money(amount, order.currency());
        if (line == Cases.BESIDE_LINES) {
            return new Share("PAYMENT", null, null, sum, null);
        }
        long now = line == Cases.FREIGHT
                ? order.freightPaid() - order.freightRefunded() - order.freightHeld()
                : order.line(line).orElseThrow().left();
        var left = new Money(Math.max(0, now - (held ? 0 : amount)), order.currency());
        return line == Cases.FREIGHT
                ? new Share("FREIGHT", null, null, sum, left)
                : new Share("LINE", line, order.line(line).orElseThrow().sku(), sum, left);
    }

    private static Route route(Payment payment, long amount, String currency) {
        return new Route(
                payment.paymentNumber(), payment.method(), new Money(amount, currency), payment.hasRouteBack());
    }
}
