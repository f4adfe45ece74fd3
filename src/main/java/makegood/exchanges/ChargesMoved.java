package makegood.exchanges;

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

/** Differences and charges that customers were asked to pay. */
@Component
class ChargesMoved implements MoneyMoved {
    private static final String ROWS = "select c.*, e.order_number from exchange_collection c"
            + " join goods_exchange e on e.case_number = c.case_number where e.store = ";

    private final JdbcClient db;

    ChargesMoved(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Moved> find(String store, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : db.sql(ROWS + ":store and c.collect_number in (:numbers)")
                        .param("store", store)
                        .param("numbers", numbers)
                        .query(ChargesMoved::moved)
                        .list();
    }

    @Override
    public List<Moved> done(String store, Instant from, Instant until, String after, int size) {
        return db.sql(ROWS + "? and c.state in ('PAID', 'GIVEN_BACK') and c.paid_at >= ? and c.paid_at < ?"
                        + " and c.collect_number > ? order by c.collect_number limit ?")
                .params(store, Utc.of(from), Utc.of(until), after, size)
                .query(ChargesMoved::moved)
                .list();
    }

    private static Moved moved(ResultSet row, int n) throws SQLException {
        return new Moved(
                Moved.Kind.CHARGE,
                row.getString("collect_number"),
                row.getString("case_number"),
                row.getString("order_number"),
                null,
                row.getLong("amount"),
                null,
                switch (row.getString("state")) {
                    case "PAID", "GIVEN_BACK" -> Moved.State.DONE;
                    case "OPEN" -> Moved.State.UNDER_WAY;
                    default -> Moved.State.NOT_DONE;
                },
                Utc.instant(row, "paid_at"));
    }
}
