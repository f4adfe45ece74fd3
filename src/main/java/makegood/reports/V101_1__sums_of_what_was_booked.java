package makegood.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import makegood.cases.Reason;
import makegood.platform.Utc;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Fills the day sums from what was booked and from the cases there are. In Java, because no database here knows every store's zone. */
@Component
class V101_1__sums_of_what_was_booked extends BaseJavaMigration {
    private static final String ENTRIES =
            "select e.*, coalesce(e.sku, g.sku, '') as counts_at, coalesce(e.model, g.model, '') as its_model"
                    + " from ledger_entry e left join (select p.case_number, min(l.sku) as sku, min(l.model) as model"
                    + " from case_line p join after_sales_case c on c.case_number = p.case_number"
                    + " join order_line l on l.store = c.store and l.order_number = c.order_number"
                    + " and l.line_number = p.line_number group by p.case_number having count(distinct l.sku) = 1) g"
                    + " on g.case_number = e.case_number and e.sku is null";
    private static final String CASES =
            "select c.case_number, c.store, c.opened_at, c.closed_at, c.reason, c.fault_cause, c.fault_unit, c.currency,"
                    + " c.refunded, coalesce(l.sku, '') as sku, coalesce(max(l.model), '') as model,"
                    + " coalesce(sum(case when l.sku is null then 0 else p.quantity end), 0) as pieces"
                    + " from after_sales_case c left join case_line p on p.case_number = c.case_number"
                    + " left join order_line l on l.store = c.store and l.order_number = c.order_number"
                    + " and l.line_number = p.line_number group by c.case_number, c.store, c.opened_at, c.closed_at,"
                    + " c.reason, c.fault_cause, c.fault_unit, c.currency, c.refunded, l.sku"
                    + " order by c.case_number, min(p.line_number)";

    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<DaySum.Key, DaySum> sums = new HashMap<>();
    private String caseBefore = "";

    @Override
    public void migrate(Context context) {
        var source = new SingleConnectionDataSource(context.getConnection(), true);
        var db = new JdbcTemplate(source);
        each(db, "select store, content from store_settings order by revision", this::zone);
        each(db, ENTRIES, this::entry);
        each(db, CASES, this::counted);
        var rows = new DaySums(JdbcClient.create(source));
        sums.forEach((key, sum) -> rows.keep(sum));
    }

    private static void each(JdbcTemplate db, String sql, RowCallbackHandler row) {
        db.query(sql, row);
    }

    private void zone(ResultSet row) throws SQLException {
        try {
            var zone = new ObjectMapper().readTree(row.getString("content")).path("zone");
            zones.put(row.getString("store"), ZoneId.of(zone.asText("Asia/Shanghai")));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("settings of store " + row.getString("store"), broken);
        }
    }

    private LocalDate day(ResultSet row, String column) throws SQLException {
        var zone = zones.getOrDefault(row.getString("store"), ZoneId.of("Asia/Shanghai"));
        return Utc.instant(row, column).atZone(zone).toLocalDate();
    }

    private void entry(ResultSet row) throws SQLException {
        var key = new DaySum.Key(
                row.getString("store"),
                day(row, "booked_at"),
                row.getString("kind"),
                row.getString("cause"),
                row.getString("unit_at_fault"),
                row.getString("counts_at"),
                row.getString("its_model"),
                true,
                row.getString("currency"));
        add(new DaySum(key, row.getLong("amount"), 0, 0, 0, 0));
    }

    private void counted(ResultSet row) throws SQLException {
        boolean first = !row.getString("case_number").equals(caseBefore);
        caseBefore = row.getString("case_number");
        var reason = Reason.valueOf(row.getString("reason"));
        add(new DaySum(
                key(row, "opened_at", reason.name(), reason.atFault(), first), 0, 1, 0, 0, row.getLong("pieces")));
        if (row.getObject("closed_at") != null) {
            var cause = row.getString("fault_cause");
            var unit = row.getString("fault_unit");
            var key = key(
                    row,
                    "closed_at",
                    cause == null ? reason.name() : cause,
                    unit == null ? reason.atFault() : unit,
                    first);
            add(new DaySum(key, 0, 0, 1, row.getLong("refunded") > 0 ? 1 : 0, 0));
        }
    }

    private DaySum.Key key(ResultSet row, String at, String cause, String unit, boolean first) throws SQLException {
        return new DaySum.Key(
                row.getString("store"),
                day(row, at),
                DaySum.CASE,
                cause,
                unit,
                row.getString("sku"),
                row.getString("model"),
                first,
                row.getString("currency"));
    }

    private void add(DaySum sum) {
        sums.merge(sum.key(), sum, DaySum::plus);
    }
}
