package makegood.refunds;

import java.time.Instant;
import java.util.TreeMap;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.FaultFound;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.orders.Lines;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Payments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** All payments of a request are paid back: the lines count as refunded, and the book gets one entry per line. */
@Component
class BookRefund {
    private final Refunds refunds;
    private final Cases cases;
    private final Orders orders;
    private final Lines lines;
    private final Payments payments;
    private final Ledger ledger;

    BookRefund(Refunds refunds, Cases cases, Orders orders, Lines lines, Payments payments, Ledger ledger) {
        this.payments = payments;
        this.refunds = refunds;
        this.cases = cases;
        this.orders = orders;
        this.lines = lines;
        this.ledger = ledger;
    }

    void paid(RefundRequest request) {
        var c = cases.get(request.caseNumber);
        var order = orders.find(request.store, request.orderNumber).orElseThrow();
        refunds.shares(request).forEach((line, amount) -> {
            boolean done = switch (line) {
                case Cases.FREIGHT -> lines.settleFreight(request.store, request.orderNumber, amount);
                case Cases.BESIDE_LINES -> true; // nothing that was sold is touched
                default -> lines.settle(request.store, request.orderNumber, line, amount);
            };
            if (!done) {
                throw new IllegalStateException("nothing is held for line " + line);
            }
            ledger.book(entry(key(request, line), c, order, line, amount));
        });
        request.state = "PAID";
        refunds.of(request).stream()
                .filter(r -> r.state() == RefundState.REVERSED)
                .forEach(this::reversed); // it came back before the rest had gone out
    }

    /** The gateway took a payment back: its part of the lines is taken back in the book, the last lines first. */
    void reversed(Refund refund) {
        var request = refunds.request(refund.requestId);
        long rest = refund.amount;
        for (var share : new TreeMap<>(refunds.shares(request)).descendingMap().entrySet()) {
            long part = Math.min(rest, share.getValue());
            if (part > 0 && ledger.counter(key(request, share.getKey()), back(refund, share.getKey()), part)) {
                rest -= part;
            }
        }
    }

    /** A payment that came back has gone out once more, another way. */
    void paidAgain(Refund refund) {
        var request = refunds.request(refund.requestId);
        var c = cases.get(refund.caseNumber);
        var order = orders.find(refund.store, refund.orderNumber).orElseThrow();
        var booked = ledger.of(refund.caseNumber);
        for (int line : refunds.shares(request).keySet()) {
            booked.stream()
                    .filter(b -> b.entry().bookingKey().equals(back(refund, line)))
                    .forEach(b -> ledger.book(entry(
                            "again:" + refund.refundNumber + ":" + line,
                            c,
                            order,
                            line,
                            -b.entry().amount())));
        }
    }

    /** A payment that came back stays with the shop: it counts as refunded no longer, and can be asked for again. */
    void givenUp(Refund refund, String reason, Instant at) {
        refund.close(reason, at);
        var booked = ledger.of(refund.caseNumber);
        for (int line : refunds.shares(refunds.request(refund.requestId)).keySet()) {
            booked.stream()
                    .filter(b -> b.entry().bookingKey().equals(back(refund, line)))
                    .forEach(b -> free(refund, line, -b.entry().amount()));
        }
        if (!payments.reverse(refund.store, refund.paymentNumber, refund.amount)) {
            throw new IllegalStateException("nothing is refunded on " + refund.paymentNumber);
        }
        cases.money(refund.caseNumber, -refund.amount, 0);
    }

    private void free(Refund refund, int line, long amount) {
        boolean done = switch (line) {
            case Cases.FREIGHT -> lines.reverseFreight(refund.store, refund.orderNumber, amount);
            case Cases.BESIDE_LINES -> true;
            default -> lines.reverse(refund.store, refund.orderNumber, line, amount);
        };
        if (!done) {
            throw new IllegalStateException("nothing is refunded on line " + line);
        }
    }

    @EventListener
    void on(FaultFound found) {
        ledger.reattribute(found.caseNumber(), found.cause(), found.unit());
    }

    private static String key(RefundRequest request, int line) {
        return "refund:" + request.id + ":" + line;
    }

    private static String back(Refund refund, int line) {
        return "reversed:" + refund.refundNumber + ":" + line;
    }

    private static Entry entry(String key, CaseFacts c, Order order, int line, long amount) {
        boolean noLine = line == Cases.FREIGHT || line == Cases.BESIDE_LINES;
        return new Entry(
                key,
                c.caseNumber(),
                c.store(),
                c.orderNumber(),
                noLine ? null : line,
                noLine ? null : order.line(line).map(l -> l.sku()).orElse(null),
                noLine ? null : order.line(line).map(l -> l.model()).orElse(null),
                kind(line),
                amount,
                order.currency(),
                c.cause(),
                c.atFault());
    }

    private static Entry.Kind kind(int line) {
        return switch (line) {
            case Cases.FREIGHT -> Entry.Kind.OUTBOUND_FREIGHT;
            case Cases.BESIDE_LINES -> Entry.Kind.PAYMENT_RETURNED;
            default -> Entry.Kind.REFUND;
        };
    }
}
