package makegood.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.Page;
import makegood.platform.StoreUnknown;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of cases: the caller's stores only, newest first, two statements whatever its length. */
@Component
class FindCases {
    record Query(
            String store,
            String status,
            String procedure,
            String owner,
            String q,
            String openedFrom,
            int page,
            int size) {}

    record Found(
            String caseNumber,
            String store,
            String orderNumber,
            String procedure,
            String reason,
            String status,
            String outcome,
            String owner,
            String team,
            String priority,
            Instant openedAt,
            Instant closedAt) {}

    private static final String CUSTOMER =
            "exists (select 1 from case_wait w where w.case_number = c.case_number and w.who = 'CUSTOMER')";
    private static final String WORK =
            "exists (select 1 from work_item i where i.case_number = c.case_number and i.ended_at is null)";
    private static final String ASKED = "exists (select 1 from department_request r where r.case_number = c.case_number"
            + " and r.request_state in ('OPEN', 'SENDING', 'PENDING', 'FAILED'))";
    private static final String STATUS = "case when c.closed_at is not null then 'CLOSED' when " + WORK
            + " then 'OPEN' when " + CUSTOMER + " then 'WAITING_FOR_CUSTOMER' when " + ASKED
            + " then 'WAITING_FOR_DEPARTMENT' else 'OPEN' end";

    /** One look per index: an "or" over all of them reads every case of the store. */
    private static final String NAMED = "select case_number from after_sales_case where case_number = :q"
            + " union select case_number from after_sales_case where order_number = :q"
            + " union select case_number from after_sales_case where customer_reference = :q"
            + " union select case_number from after_sales_case where phone_ending = :q"
            + " union select case_number from case_reference where reference = :q";

    private final JdbcClient db;

    FindCases(JdbcClient db) {
        this.db = db;
    }

    Page<Found> find(Query query) throws InvalidInput, StoreUnknown {
        Page.check(query.page(), query.size());
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        stores(query, conditions, values);
        equal("c.kind", "kind", query.procedure(), conditions, values);
        equal("c.owner", "owner", query.owner(), conditions, values);
        equal(STATUS, "status", query.status(), conditions, values);
        if (values.containsKey("status")) {
            conditions.add("CLOSED".equals(query.status()) ? "c.closed_at is not null" : "c.closed_at is null");
        }
        words(query.q(), conditions, values);
        since(query.openedFrom(), conditions, values);
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var total = db.sql("select count(*) from after_sales_case c" + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", query.size());
        values.put("skip", (long) query.page() * query.size());
        var items = db.sql("select c.*, " + STATUS + " as state_now from after_sales_case c" + where
                        + " order by c.opened_at desc, c.case_number desc limit :size offset :skip")
                .params(values)
                .query((row, n) -> new Found(
                        row.getString("case_number"),
                        row.getString("store"),
                        row.getString("order_number"),
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getString("state_now"),
                        row.getString("outcome"),
                        row.getString("owner"),
                        row.getString("team"),
                        row.getString("priority"),
                        Utc.instant(row, "opened_at"),
                        Utc.instant(row, "closed_at")))
                .list();
        return new Page<>(items, query.page(), query.size(), total);
    }

    private static void stores(Query query, List<String> conditions, Map<String, Object> values) throws StoreUnknown {
        var caller = Caller.current();
        if (query.store() != null) {
            if (!caller.serves(query.store())) {
                throw new StoreUnknown(query.store());
            }
            equal("c.store", "store", query.store(), conditions, values);
        } else if (!caller.in("camunda-admin")) {
            conditions.add("c.store in (:stores)");
            values.put("stores", caller.stores().isEmpty() ? List.of("") : caller.stores());
        }
    }

    private static void equal(
            String column, String name, String value, List<String> conditions, Map<String, Object> values) {
        if (value != null && !value.isBlank()) {
            conditions.add(column + " = :" + name);
            values.put(name, value);
        }
    }

    private static void words(String q, List<String> conditions, Map<String, Object> values) {
        if (q != null && !q.isBlank()) {
            conditions.add("c.case_number in (select n.case_number from (" + NAMED + ") n)");
            values.put("q", q.strip());
        }
    }

    private static void since(String openedFrom, List<String> conditions, Map<String, Object> values)
            throws InvalidInput {
        if (openedFrom == null || openedFrom.isBlank()) {
            return;
        }
        try {
            conditions.add("c.opened_at >= :since");
            values.put("since", Utc.of(Instant.parse(openedFrom)));
        } catch (DateTimeParseException malformed) {
            throw new InvalidInput(
                    "openedFrom",
                    "NOT_AN_INSTANT",
                    new Text("an instant like 2026-11-23T00:00:00Z", "须为 2026-11-23T00:00:00Z 这样的时间"));
        }
    }
}
