package makegood.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which order lines are, or were, in cases: for many orders in one question. */
@Service
@Transactional
public class CasesAbout {
    /**
     * What cases know of a line, for each parcel that they are about ({@code trackingNumber}, null: none was named):
     * {@code openCase} is an open case about it, or null; {@code held} pieces in open cases; {@code dealtWithAt} when the last
     * case about it closed that was no mere question and was not withdrawn, or null.
     */
    public record Line(
            String orderNumber, int line, String trackingNumber, String openCase, int held, Instant dealtWithAt) {
        static Line read(ResultSet row, int n) throws SQLException {
            return new Line(
                    row.getString("order_number"),
                    row.getInt("line_number"),
                    row.getString("tracking_number"),
                    row.getString("open_case"),
                    row.getInt("held"),
                    Utc.instant(row, "dealt_with_at"));
        }

        /** Whether it can be meant where somebody speaks of this parcel. */
        public boolean concerns(String parcel) {
            return trackingNumber == null || trackingNumber.equals(parcel);
        }
    }

    private final JdbcClient db;

    CasesAbout(JdbcClient db) {
        this.db = db;
    }

    public List<Line> lines(String store, Collection<String> orderNumbers) {
        if (orderNumbers.isEmpty()) {
            return List.of();
        }
        return db.sql("select c.order_number, l.line_number, c.tracking_number,"
                        + " max(case when c.closed_at is null then c.case_number end) as open_case,"
                        + " sum(case when c.closed_at is null and c.lines_held = true then l.quantity else 0 end) as held,"
                        + " max(case when coalesce(c.kind, 'INQUIRY') <> 'INQUIRY' and coalesce(c.outcome, '') <> 'WITHDRAWN'"
                        + " then c.closed_at end) as dealt_with_at"
                        + " from after_sales_case c join case_line l on l.case_number = c.case_number"
                        + " where c.store = :store and c.order_number in (:orders)"
                        + " group by c.order_number, l.line_number, c.tracking_number")
                .param("store", store)
                .param("orders", orderNumbers)
                .query(Line::read)
                .list();
    }

    /** The open and closed cases that are found by this number; newest first. */
    public List<String> foundBy(String reference) {
        return db.sql("select case_number from case_reference where reference = ? order by case_number desc limit 20")
                .param(reference)
                .query(String.class)
                .list();
    }

    /** The open ones of {@link #foundBy}. */
    public List<String> openFoundBy(String reference) {
        return db.sql("select r.case_number from case_reference r"
                        + " join after_sales_case c on c.case_number = r.case_number"
                        + " where r.reference = ? and c.closed_at is null order by r.case_number desc limit 20")
                .param(reference)
                .query(String.class)
                .list();
    }

    /** The latest closed case of an order whose goods never came back. */
    public Optional<String> goodsOutstanding(String store, String orderNumber) {
        return db.sql("select max(case_number) from after_sales_case where store = ? and order_number = ?"
                        + " and goods_outstanding and closed_at is not null")
                .params(store, orderNumber)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** What a task is about: a case, or a parcel without one. */
    public Optional<String> numberOfTask(String taskId) {
        return db.sql("select case_number from work_item where task_id = ?")
                .param(taskId)
                .query(String.class)
                .optional();
    }
}
