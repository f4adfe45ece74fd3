package makegood.reports;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.Reason;
import makegood.platform.Money;
import makegood.platform.Page;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases a line of a report is made of: from the ledger itself, and where the line counts cases, from them. */
@Component
class CasesBehind {
    /** {@code booked} is what the ledger holds for this case in the line. */
    record Behind(String caseNumber, Money booked) {}

    /** Of which line; a reason, product or unit that is null does not matter, an empty product is none or several. */
    record Asked(String store, Period period, String reason, String sku, String unitAtFault, String currency) {}

    private static final String BOOKED =
            "select e.case_number, e.amount from ledger_entry e where e.store = :store and e.booked_at >= :begin"
                    + " and e.booked_at < :end and e.currency = :currency and e.kind in (%s)"
                    + " and (:reason is null or e.cause = :reason) and (:unit is null or e.unit_at_fault = :unit)"
                    + " and (:sku is null or coalesce(e.sku, ("
                    + CaseProducts.ONLY.formatted("e.case_number") + "), '') = :sku)";

    private static final String PRODUCT =
            " and (:sku is null or :sku in (select l.sku from case_line p join order_line l"
                    + " on l.store = c.store and l.order_number = c.order_number and l.line_number = p.line_number"
                    + " where p.case_number = c.case_number) or :sku = '' and not exists"
                    + " (select 1 from case_line p where p.case_number = c.case_number))";

    private static final String OPENED =
            " union all select c.case_number, 0 from after_sales_case c where c.store = :store and c.opened_at >= :begin"
                    + " and c.opened_at < :end and c.currency = :currency and (:reason is null or c.reason = :reason)"
                    + PRODUCT;

    private static final String CLOSED =
            " union all select c.case_number, 0 from after_sales_case c where c.store = :store and c.closed_at >= :begin"
                    + " and c.closed_at < :end and c.currency = :currency"
                    + " and (:reason is null or coalesce(c.fault_cause, c.reason) = :reason) and (:unit is null"
                    + " or c.fault_unit = :unit or c.fault_unit is null and c.reason in (:reasonsOfUnit))" + PRODUCT;

    private final JdbcClient db;
    private final Stores stores;

    CasesBehind(JdbcClient db, Stores stores) {
        this.db = db;
        this.stores = stores;
    }

    Page<Behind> find(Report report, Asked asked, int page, int size) {
        var union = BOOKED.formatted(report.kinds())
                + switch (report) {
                    case DAILY_RETURNS -> OPENED + CLOSED;
                    case MONTHLY_MONEY -> "";
                    case REASONS -> CLOSED;
                };
        var values = values(asked, stores.known(asked.store()).zone());
        long total = db.sql("select count(distinct case_number) from (" + union + ") behind")
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", size);
        values.put("skip", (long) page * size);
        var items = db.sql("select case_number, sum(amount) as booked from (" + union + ") behind group by case_number"
                        + " order by case_number limit :size offset :skip")
                .params(values)
                .query((row, n) ->
                        new Behind(row.getString("case_number"), new Money(row.getLong("booked"), asked.currency())))
                .list();
        return new Page<>(items, page, size, total);
    }

    private static Map<String, Object> values(Asked asked, ZoneId zone) {
        var values = new HashMap<String, Object>();
        values.put("store", asked.store());
        values.put("begin", Utc.of(asked.period().from().atStartOfDay(zone).toInstant()));
        values.put(
                "end", Utc.of(asked.period().to().plusDays(1).atStartOfDay(zone).toInstant()));
        values.put("reason", asked.reason());
        values.put("sku", asked.sku());
        values.put("unit", asked.unitAtFault());
        values.put("currency", asked.currency());
        values.put("reasonsOfUnit", reasonsOf(asked.unitAtFault()));
        return values;
    }

    /** The reasons which point to a unit as long as nothing else was found out. */
    private static List<String> reasonsOf(String unit) {
        var reasons = Arrays.stream(Reason.values())
                .filter(r -> r.atFault().equals(unit))
                .map(Reason::name)
                .toList();
        return reasons.isEmpty() ? List.of("") : reasons;
    }
}
