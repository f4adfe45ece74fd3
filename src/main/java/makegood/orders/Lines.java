package makegood.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money and pieces on the lines of an order, and its freight: what is held, refunded, returned. */
@Service
@Transactional
public class Lines {
    private final JdbcClient db;
    private final Holds lines;
    private final Holds freight;

    Lines(JdbcClient db) {
        this.db = db;
        lines = new Holds(
                db,
                "order_line",
                "(paid + collected)",
                "refunded",
                "held",
                "store = ? and order_number = ? and line_number = ?");
        freight = new Holds(
                db, "shop_order", "freight_paid", "freight_refunded", "freight_held", "store = ? and order_number = ?");
    }

    /** False when less than this is left of the line. */
    public boolean hold(String store, String orderNumber, int line, long amount) {
        return lines.hold(amount, store, orderNumber, line);
    }

    public boolean release(String store, String orderNumber, int line, long amount) {
        return lines.release(amount, store, orderNumber, line);
    }

    public boolean settle(String store, String orderNumber, int line, long amount) {
        return lines.settle(amount, store, orderNumber, line);
    }

    public boolean holdFreight(String store, String orderNumber, long amount) {
        return freight.hold(amount, store, orderNumber);
    }

    public boolean releaseFreight(String store, String orderNumber, long amount) {
        return freight.release(amount, store, orderNumber);
    }

    public boolean settleFreight(String store, String orderNumber, long amount) {
        return freight.settle(amount, store, orderNumber);
    }

    /** What was refunded for this line has come back to the shop. */
    public boolean reverse(String store, String orderNumber, int line, long amount) {
        return lines.reverse(amount, store, orderNumber, line);
    }

    public boolean reverseFreight(String store, String orderNumber, long amount) {
        return freight.reverse(amount, store, orderNumber);
    }

    /** The customer has paid more for this line: a difference in price, or a price for {@code pieces} that they keep beside. */
    public void collected(String store, String orderNumber, int line, long amount, int pieces) {
        change(
                "collected = collected + ?, collected_pieces = collected_pieces + ?",
                amount,
                pieces,
                store,
                orderNumber,
                line);
    }

    /** What was collected has been given back: the line is again as it was sold, {@code pieces} of it no longer bought. */
    public void uncollected(String store, String orderNumber, int line, long amount, int pieces) {
        change("collected = collected - ?, refunded = refunded - ?", amount, amount, store, orderNumber, line);
        change(
                "collected_pieces = greatest(collected_pieces - ?, returned_quantity - quantity, ?)",
                pieces,
                0, // pieces that were returned by another request stay bought
                store,
                orderNumber,
                line);
    }

    private void change(String change, Object one, Object other, String store, String orderNumber, int line) {
        int changed = db.sql(
                        "update order_line set " + change + " where store = ? and order_number = ? and line_number = ?")
                .params(one, other, store, orderNumber, line)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("order " + orderNumber + " has no line " + line);
        }
    }

    /** Pieces that were sent again and have arrived: they can no longer be missing. */
    public void resent(String store, String orderNumber, int line, int quantity) {
        db.sql("update order_line set resent_quantity = resent_quantity + ?"
                        + " where store = ? and order_number = ? and line_number = ?")
                .params(quantity, store, orderNumber, line)
                .update();
    }

    /** Pieces that came back; false when more than were bought. */
    public boolean returned(String store, String orderNumber, int line, int quantity) {
        return db.sql("""
                        update order_line set returned_quantity = returned_quantity + :q
                        where store = :store and order_number = :order and line_number = :line
                            and returned_quantity + :q between 0 and quantity + collected_pieces""")
                        .param("q", quantity)
                        .param("store", store)
                        .param("order", orderNumber)
                        .param("line", line)
                        .update()
                == 1;
    }
}
