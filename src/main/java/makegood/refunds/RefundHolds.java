package makegood.refunds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Rulings;
import makegood.cases.UndoneCharge;
import makegood.orders.Lines;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Payments;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/**
 * Holds what is due against what is left of the lines and payments, in one transaction, with conditional updates and a
 * database check behind them. The order is locked meanwhile, so two requests for the same money take turns.
 */
@Component
class RefundHolds {
    private final Refunds refunds;
    private final Cases cases;
    private final Rulings rulings;
    private final Orders orders;
    private final Payments payments;
    private final Lines lines;
    private final UndoneCharge undone;
    private final Clock clock;

    RefundHolds(
            Refunds refunds,
            Cases cases,
            Rulings rulings,
            Orders orders,
            Payments payments,
            Lines lines,
            UndoneCharge undone,
            Clock clock) {
        this.undone = undone;
        this.refunds = refunds;
        this.cases = cases;
        this.rulings = rulings;
        this.orders = orders;
        this.payments = payments;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * @param ruling what the platform ruled is due, not what the procedure has settled
     * @param undonePayment a payment made after the sale that goes back whole, whatever else is due; null otherwise
     */
    RefundRequest reserve(String caseNumber, boolean ruling, String undonePayment) throws NothingLeftToRefund {
        var c = cases.get(caseNumber);
        orders.lock(c.store(), c.orderNumber());
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        var shares = capped(due(caseNumber, ruling, undonePayment, order), order);
        long total = shares.values().stream().mapToLong(Long::longValue).sum();
        var split = Payments.split(order, total, undonePayment == null ? undone.of(caseNumber) : undonePayment);
        if (total == 0 || split.stream().mapToLong(Payments.Share::amount).sum() < total) {
            throw new NothingLeftToRefund();
        }
        var request = request(c, total, ruling ? rulings.confirmedBy(caseNumber) : c.requestedBy());
        request.undonePayment = undonePayment;
        var rows = rows(request, order, split, undonePayment != null ? "PAYMENT_UNDONE" : ruling ? "RULING" : "DUE");
        hold(order, shares, split);
        refunds.add(request, shares, rows);
        rows.forEach(r -> cases.findable(caseNumber, r.refundNumber));
        cases.money(caseNumber, 0, total);
        cases.tellLater(caseNumber, Map.of("refundAmount", Money.plain(total)));
        cases.note(
                caseNumber,
                "REFUND",
                new Text("Refund of " + Money.plain(total) + " reserved.", "已预留退款 " + Money.plain(total) + "。"));
        return request;
    }

    private Map<Integer, Long> due(String caseNumber, boolean ruling, String undonePayment, Order order) {
        if (undonePayment != null) {
            return undone.due(undonePayment);
        }
        return ruling ? rulings.due(caseNumber, order) : cases.due(caseNumber);
    }

    /** Never more than is left of a line, whatever was promised before. */
    private static Map<Integer, Long> capped(Map<Integer, Long> due, Order order) {
        var shares = new TreeMap<Integer, Long>();
        due.forEach((line, amount) -> {
            long left = left(line, order);
            if (Math.min(amount, left) > 0) {
                shares.put(line, Math.min(amount, left));
            }
        });
        return shares;
    }

    private static long left(int line, Order order) {
        return switch (line) {
            case Cases.FREIGHT -> order.freightPaid() - order.freightRefunded() - order.freightHeld();
            case Cases.BESIDE_LINES ->
                Payments.duplicate(order).map(Payments.Share::amount).orElse(0L);
            default -> order.line(line).map(l -> l.left()).orElse(0L);
        };
    }

    private RefundRequest request(CaseFacts c, long total, String requestedBy) {
        var request = new RefundRequest();
        request.id = UUID.randomUUID().toString();
        request.caseNumber = c.caseNumber();
        request.store = c.store();
        request.orderNumber = c.orderNumber();
        request.amount = total;
        request.state = "OPEN";
        request.requestedBy = requestedBy;
        request.createdAt = clock.instant();
        return request;
    }

    private List<Refund> rows(RefundRequest request, Order order, List<Payments.Share> split, String cause) {
        int number = refunds.count(request.caseNumber);
        var rows = new ArrayList<Refund>();
        for (var share : split) {
            var row = new Refund();
            row.refundNumber = "RF" + request.caseNumber.substring(2) + "-" + (number + rows.size() + 1);
            row.requestId = request.id;
            row.positionNo = rows.size();
            row.caseNumber = request.caseNumber;
            row.store = request.store;
            row.orderNumber = request.orderNumber;
            row.paymentNumber = share.payment().paymentNumber();
            row.amount = share.amount();
            row.currency = order.currency();
            row.becomes(RefundState.RESERVED, cause, clock.instant());
            rows.add(row);
        }
        return rows;
    }

    private void hold(Order order, Map<Integer, Long> shares, List<Payments.Share> split) {
        shares.forEach((line, amount) -> must(
                switch (line) {
                    case Cases.FREIGHT -> lines.holdFreight(order.store(), order.orderNumber(), amount);
                    case Cases.BESIDE_LINES -> true; // held on its payment alone
                    default -> lines.hold(order.store(), order.orderNumber(), line, amount);
                }));
        split.forEach(s -> must(payments.hold(order.store(), s.payment().paymentNumber(), s.amount())));
    }

    /** Gives everything back that is held and not sent; the rows end as {@code state}, by a {@code cause}. */
    void release(RefundRequest request, RefundState state, String cause) {
        for (var row : refunds.of(request)) {
            if (row.state().mayBeTakenBack()) {
                must(payments.release(row.store, row.paymentNumber, row.amount));
                row.becomes(state, cause, clock.instant());
            }
        }
        refunds.shares(request)
                .forEach((line, amount) -> must(
                        switch (line) {
                            case Cases.FREIGHT -> lines.releaseFreight(request.store, request.orderNumber, amount);
                            case Cases.BESIDE_LINES -> true;
                            default -> lines.release(request.store, request.orderNumber, line, amount);
                        }));
        request.state = "ENDED";
        cases.money(request.caseNumber, 0, -request.amount);
    }

    /** A hold that fails under the lock is a fault of ours: everything is rolled back and an incident tells. */
    private static void must(boolean done) {
        if (!done) {
            throw new IllegalStateException("the held amounts do not add up");
        }
    }
}
