package makegood.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money on payments: by which route it goes back, and how much of each is spoken for. */
@Service
@Transactional
public class Payments {
    /** How a sum was paid that we asked for after the sale. */
    static final String BY_LINK = "PAY_LINK";

    private final JdbcClient db;
    private final Holds holds;

    Payments(JdbcClient db) {
        this.db = db;
        holds = new Holds(db, "order_payment", "amount", "refunded", "held", "store = ? and payment_number = ?");
    }

    /** What goes back on one payment. */
    public record Share(Payment payment, long amount) {}

    /** The order in which payments are refunded: money in the order it was paid, then stored value. */
    public static List<Payment> route(Order order) {
        return order.payments().stream()
                .sorted(Comparator.comparing(Payment::isStoredValue)
                        .thenComparing(Payment::paidAt)
                        .thenComparing(Payment::paymentNumber))
                .toList();
    }

    /** Splits an amount over what is left of the payments, by the usual route. */
    public static List<Share> split(Order order, long amount) {
        return split(order, amount, null);
    }

    /**
     * Splits an amount over what is left of the payments; adds up to less when not enough is left. {@code first} is the
     * payment that is undone, before all others; null when none is.
     */
    public static List<Share> split(Order order, long amount, String first) {
        var shares = new ArrayList<Share>();
        long rest = amount;
        var route = new ArrayList<>(route(order));
        route.sort(Comparator.comparing(p -> !p.paymentNumber().equals(first)));
        for (var payment : route) {
            long here = Math.min(rest, payment.left());
            if (here > 0) {
                shares.add(new Share(payment, here));
                rest -= here;
            }
        }
        return shares;
    }

    public Optional<Payment> find(String store, String paymentNumber) {
        return db.sql("select * from order_payment where store = ? and payment_number = ?")
                .params(store, paymentNumber)
                .query(Payment::read)
                .optional();
    }

    /**
     * The payment that should not exist, and what is left of it: the order is paid beyond all that was sold by at least as
     * much, and another payment has the same amount. Of two that are alike it is the later one.
     */
    public static Optional<Share> duplicate(Order order) {
        long sold = order.freightPaid()
                - order.freightRefunded()
                - order.freightHeld()
                + order.lines().stream().mapToLong(Line::left).sum();
        long beyond = order.payments().stream().mapToLong(Payment::left).sum() - sold;
        return order.payments().stream()
                .filter(p -> !p.collected() && p.hasRouteBack() && p.left() > 0 && p.left() <= beyond)
                .filter(p -> order.payments().stream().anyMatch(o -> o != p && o.amount() == p.amount()))
                .max(Comparator.comparing(Payment::paidAt).thenComparing(Payment::paymentNumber))
                .map(p -> new Share(p, p.left()));
    }

    /** A sum that the customer has paid after the sale becomes a payment of the order, once. False when it is one already. */
    public boolean collected(String store, String orderNumber, String paymentNumber, long amount, Instant paidAt) {
        var known = db.sql("select count(*) from order_payment where store = ? and payment_number = ?")
                .params(store, paymentNumber)
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        db.sql("insert into order_payment (store, payment_number, order_number, pay_method, amount, paid_at, refunded,"
                        + " held, paid_out, collected) values (?, ?, ?, ?, ?, ?, 0, 0, 0, true)")
                .params(store, paymentNumber, orderNumber, BY_LINK, amount, Utc.of(paidAt))
                .update();
        return true;
    }

    /** False when less than this is left of the payment. */
    public boolean hold(String store, String paymentNumber, long amount) {
        return holds.hold(amount, store, paymentNumber);
    }

    public boolean release(String store, String paymentNumber, long amount) {
        return holds.release(amount, store, paymentNumber);
    }

    public boolean settle(String store, String paymentNumber, long amount) {
        return holds.settle(amount, store, paymentNumber);
    }

    /** The gateway has refused for good: the amount is paid out another way, and counts as refunded here. */
    public boolean moveToPaidOut(String store, String paymentNumber, long amount) {
        return holds.move(
                "held = held - ?, refunded = refunded + ?, paid_out = paid_out + ?",
                "held >= ?",
                amount,
                3,
                store,
                paymentNumber);
    }

    /** A settled refund has come back to the shop: it is owed again. */
    public boolean reverse(String store, String paymentNumber, long amount) {
        return holds.reverse(amount, store, paymentNumber);
    }
}
