package makegood.compensations;

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

/** Compensations in money: each try is a pay-out with a number of its own. */
@Component
class CompensationsMoved implements MoneyMoved {
    private static final String NUMBER = "concat(compensation_number, '-P', pay_out_try)";
    private static final String IN_MONEY = " comp_type in ('CASH', 'STATUTORY_DAMAGES')";

    private final JdbcClient db;

    CompensationsMoved(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Moved> find(String store, Collection<String> numbers) {
        var whole = numbers.stream().map(n -> n.replaceFirst("-P[0-9]+$", "")).toList();
        return numbers.isEmpty()
                ? List.of()
                : db.sql("select c.*, " + NUMBER + " as pay_out_number from compensation c where store = :store"
                                + " and compensation_number in (:whole) and " + NUMBER + " in (:numbers) and"
                                + IN_MONEY)
                        .param("store", store)
                        .param("whole", whole)
                        .param("numbers", numbers)
                        .query(CompensationsMoved::moved)
                        .list();
    }

    @Override
    public List<Moved> done(String store, Instant from, Instant until, String after, int size) {
        return db.sql("select c.*, " + NUMBER
                        + " as pay_out_number from compensation c where store = ? and state = 'GIVEN'"
                        + " and given_at >= ? and given_at < ? and" + IN_MONEY + " and " + NUMBER
                        + " > ? order by pay_out_number limit ?")
                .params(store, Utc.of(from), Utc.of(until), after, size)
                .query(CompensationsMoved::moved)
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
                switch (CompensationState.valueOf(row.getString("state"))) {
                    case GIVEN -> Moved.State.DONE;
                    case SENT -> Moved.State.UNDER_WAY;
                    case NOT_GIVEN -> Moved.State.NOT_DONE;
                    default -> Moved.State.NOT_SENT;
                },
                Utc.instant(row, "given_at"));
    }
}
