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

/** Refunds as the gateway knows them. */
@Component
class RefundsMoved implements MoneyMoved {
    private final JdbcClient db;

    RefundsMoved(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Moved> find(String store, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : db.sql("select * from refund where store = :store and refund_number in (:numbers)")
                        .param("store", store)
                        .param("numbers", numbers)
                        .query(RefundsMoved::moved)
                        .list();
    }

    @Override
    public List<Moved> done(String store, Instant from, Instant until, String after, int size) {
        return db.sql(
                        "select * from refund where store = ? and state = 'SETTLED' and settled_at >= ? and settled_at < ?"
                                + " and refund_number > ? order by refund_number limit ?")
                .params(store, Utc.of(from), Utc.of(until), after, size)
                .query(RefundsMoved::moved)
                .list();
    }

    private static Moved moved(ResultSet row, int n) throws SQLException {
        return new Moved(
                Moved.Kind.REFUND,
                row.getString("refund_number"),
                row.getString("case_number"),
                row.getString("order_number"),
                row.getString("payment_number"),
                row.getLong("amount"),
                row.getString("currency"),
                switch (RefundState.valueOf(row.getString("state"))) {
                    case RESERVED, REFUSED, CANCELLED, APPROVED -> Moved.State.NOT_SENT;
                    case SENT, UNKNOWN -> Moved.State.UNDER_WAY;
                    case SETTLED -> Moved.State.DONE;
                    case FAILED_FINAL -> Moved.State.NOT_DONE;
                    case PAID_OUT -> Moved.State.DONE_OTHERWISE;
                    case REVERSED -> Moved.State.TAKEN_BACK;
                },
                Utc.instant(row, "settled_at"));
    }
}
