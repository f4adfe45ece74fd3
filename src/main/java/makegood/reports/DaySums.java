package makegood.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of day sums. Whoever books only ever inserts: a row that many bookings share would be held until each of them
 * commits, and a refund must not wait for a report. Only the one who folds changes or removes rows.
 */
@Component
@Transactional
class DaySums {
    private static final int PAGE = 500;

    private final JdbcClient db;

    DaySums(JdbcClient db) {
        this.db = db;
    }

    public void add(DaySum sum) {
        insert(UUID.randomUUID().toString(), sum, false);
    }

    /** The only row of its key so far. */
    void keep(DaySum sum) {
        insert(sum.key().id(), sum, true);
    }

    /** How many rows became part of others; 0 when there is nothing to fold. Two nodes take turns. */
    public int fold() {
        if (unfolded(1).isEmpty()) {
            return 0;
        }
        db.sql("select id from day_sum_fold where id = 1 for update")
                .query(Integer.class)
                .single();
        var rows = unfolded(PAGE);
        var sums = new TreeMap<>(
                rows.values().stream().collect(Collectors.toMap(sum -> sum.key().id(), sum -> sum, DaySum::plus)));
        sums.forEach(this::merge);
        if (!rows.isEmpty()) {
            db.sql("delete from day_sum where id in (:ids)")
                    .param("ids", List.copyOf(rows.keySet()))
                    .update();
        }
        return rows.size();
    }

    private Map<String, DaySum> unfolded(int most) {
        return db
                .sql("select * from day_sum where folded = false limit ?")
                .param(most)
                .query((row, n) -> Map.entry(row.getString("id"), DaySum.read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void merge(String id, DaySum sum) {
        int known = db.sql("update day_sum set amount = amount + ?, cases_opened = cases_opened + ?,"
                        + " cases_closed = cases_closed + ?, cases_refunded = cases_refunded + ?, pieces = pieces + ?"
                        + " where id = ?")
                .params(sum.amount(), sum.opened(), sum.closed(), sum.refunded(), sum.pieces(), id)
                .update();
        if (known == 0) {
            insert(id, sum, true);
        }
    }

    private void insert(String id, DaySum sum, boolean folded) {
        var key = sum.key();
        db.sql(
                        "insert into day_sum (id, store, on_day, kind, cause, unit_at_fault, sku, model, first_product, currency,"
                                + " amount, cases_opened, cases_closed, cases_refunded, pieces, folded)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        key.store(),
                        key.day(),
                        key.kind(),
                        key.cause(),
                        key.unitAtFault(),
                        key.sku(),
                        key.model(),
                        key.firstProduct(),
                        key.currency(),
                        sum.amount(),
                        sum.opened(),
                        sum.closed(),
                        sum.refunded(),
                        sum.pieces(),
                        folded)
                .update();
    }
}
