package makegood.refunds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import makegood.ledger.MoneyMoved;
import makegood.ledger.Moved;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pay-outs in place of refunds. */
@Component
class PayOutsMoved implements MoneyMoved {
    private static final String ROWS =
            "select p.pay_out_number, p.state, r.case_number, r.order_number, r.amount, r.currency,"
                    + " r.settled_at from pay_out p join refund r on r.refund_number = p.refund_number";

    private final JdbcClient db;

    PayOutsMoved(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Moved> find(String store, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : db.sql(ROWS + " where p.pay_out_number in (:numbers) and r.store = :store")
                        .param("store", store)
                        .param("numbers", numbers)
                        .query(PayOutsMoved::moved)
                        .list();
    }

    @Override
    public List<Moved> done(String store, Instant from, Instant until, String after, int size) {
        return db.sql(ROWS + " where r.store = ? and p.state = 'PAID' and r.settled_at >= ? and r.settled_at < ?"
                        + " and p.pay_out_number > ? order by p.pay_out_number limit ?")
                .params(store, Utc.of(from), Utc.of(until), after, size)
                .query(PayOutsMoved::moved)
                .list();
    }

    private static Moved moved(ResultSet row, int n) throws SQLException {
        return new Moved(
                Moved.Kind.PAY_OUT,
                row.getString("pay_out_number"),
                row.getString("case_number"),
                row.getString("order_number"),
                null,
                row.getLong("amount"),
                row.getString("currency"),
                switch (row.getString("state")) {
                    case "PAID" -> Moved.State.DONE;
                    case "CONFIRMED" -> Moved.State.UNDER_WAY;
                    case "FAILED" -> Moved.State.NOT_DONE;
                    default -> Moved.State.NOT_SENT;
                },
                Utc.instant(row, "settled_at"));
    }
}
