package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coupons and points that were used up for an order. They come back once, and only when the whole order is undone. */
@Service
@Transactional
public class Benefits {
    /** {@code kind} COUPON or POINTS; {@code value} in minor units of the order's currency. */
    public record Used(String reference, String kind, long value) {}

    private final JdbcClient db;
    private final Clock clock;

    Benefits(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What an import says was used; what was given back stays so. */
    void put(String store, String orderNumber, List<Used> used) {
        db.sql("delete from order_benefit where store = ? and order_number = ? and asked_at is null")
                .params(store, orderNumber)
                .update();
        var given = db.sql("select reference from order_benefit where store = ? and order_number = ?")
                .params(store, orderNumber)
                .query(String.class)
                .list();
        used.stream()
                .filter(u -> !given.contains(u.reference()))
                .forEach(u -> db.sql(
                                "insert into order_benefit (store, order_number, reference, kind, benefit_value) values (?, ?, ?, ?, ?)")
                        .params(store, orderNumber, u.reference(), u.kind(), u.value())
                        .update());
    }

    /** What was used and neither came back nor is on its way. */
    public List<Used> open(String store, String orderNumber) {
        return db.sql("select * from order_benefit where store = ? and order_number = ? and asked_at is null"
                        + " order by reference limit 100")
                .params(store, orderNumber)
                .query(Benefits::read)
                .list();
    }

    /** What was asked for and has not come back yet. */
    public List<Used> onTheirWay(String store, String orderNumber) {
        return db.sql("select * from order_benefit where store = ? and order_number = ? and asked_at is not null"
                        + " and given_back_at is null order by reference limit 100")
                .params(store, orderNumber)
                .query(Benefits::read)
                .list();
    }

    /** What is to come back now; each once, whoever asks. */
    public List<Used> take(String store, String orderNumber) {
        return open(store, orderNumber).stream()
                .filter(used -> db.sql(
                                        "update order_benefit set asked_at = ?"
                                                + " where store = ? and order_number = ? and reference = ? and asked_at is null")
                                .params(Utc.of(clock.instant()), store, orderNumber, used.reference())
                                .update()
                        == 1)
                .toList();
    }

    public Used get(String store, String orderNumber, String reference) {
        return db.sql("select * from order_benefit where store = ? and order_number = ? and reference = ?")
                .params(store, orderNumber, reference)
                .query(Benefits::read)
                .single();
    }

    private static Used read(ResultSet row, int n) throws SQLException {
        return new Used(row.getString("reference"), row.getString("kind"), row.getLong("benefit_value"));
    }

    /** False when it has come back already. */
    public boolean givenBack(String store, String orderNumber, String reference) {
        return db.sql("update order_benefit set given_back_at = ?"
                                + " where store = ? and order_number = ? and reference = ? and given_back_at is null")
                        .params(Utc.of(clock.instant()), store, orderNumber, reference)
                        .update()
                == 1;
    }
}
