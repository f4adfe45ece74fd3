package makegood.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.departments.DepartmentCall;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gateway's statement: what its own books say happened, each with the notice of the account that it went over; and what
 * somebody has ordered it to say beside or instead of that.
 */
@Component
@InSandbox
@Transactional
class Statement {
    private static final int MOST = 5_000;
    private static final String[] SOURCES = {"GATEWAY", "SETTLEMENT"};

    private final JdbcClient sql;

    Statement(JdbcClient sql) {
        this.sql = sql;
    }

    record Line(
            String source,
            String kind,
            String number,
            String paymentNumber,
            long amount,
            String currency,
            String state,
            String reference,
            Instant at) {
        Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            values.put("source", source);
            values.put("kind", kind);
            values.put("number", number);
            values.put("paymentNumber", paymentNumber);
            values.put("amount", amount);
            values.put("currency", currency);
            values.put("state", state);
            values.put("reference", reference);
            values.put("at", at.toString());
            return values;
        }

        String place() {
            return source + " " + number;
        }
    }

    /** {@code lines}, and {@code next} when there are more: what to send as {@code after}. */
    Map<String, Object> page(DepartmentCall call) {
        var all = lines(
                call.store(),
                Utc.of(Instant.parse(Values.text(call.payload(), "since"))),
                Utc.of(Instant.parse(Values.text(call.payload(), "until"))));
        var after = Values.text(call.payload(), "after");
        int from = Math.min(all.size(), after.isEmpty() ? 0 : Integer.parseInt(after));
        int until = Math.min(all.size(), from + Math.max(1, (int) Values.number(call.payload(), "size")));
        var page = new LinkedHashMap<String, Object>();
        page.put("lines", all.subList(from, until).stream().map(Line::values).toList());
        if (until < all.size()) {
            page.put("next", Integer.toString(until));
        }
        return page;
    }

    private List<Line> lines(String store, Object since, Object until) {
        var ordered = sql.sql("select * from sandbox_statement where store = ? and happened_at >= ? and happened_at < ?"
                        + " order by happened_at, line_id limit " + MOST)
                .params(store, since, until)
                .query(Statement::ordered)
                .list();
        var instead = sql
                .sql("select source, entry_number from sandbox_statement where store = ? and instead = true")
                .param(store)
                .query((row, n) -> row.getString("source") + " " + row.getString("entry_number"))
                .list()
                .stream()
                .collect(Collectors.toSet());
        var lines = new ArrayList<Line>();
        refunds(store, since, until).stream()
                .filter(l -> !instead.contains(l.place()))
                .forEach(lines::add);
        work(store, since, until).stream()
                .filter(l -> !instead.contains(l.place()))
                .forEach(lines::add);
        ordered.stream().filter(l -> !l.state().equals("SILENT")).forEach(lines::add);
        lines.sort(Comparator.comparing(Line::at)
                .thenComparing(Line::number)
                .thenComparing(Line::source)
                .thenComparing(Line::reference));
        return lines;
    }

    private List<Line> refunds(String store, Object since, Object until) {
        var lines = new ArrayList<Line>();
        sql.sql("select * from sandbox_refund where store = ? and changed_at >= ? and changed_at < ?"
                        + " order by changed_at, refund_number limit " + MOST)
                .params(store, since, until)
                .query(row -> {
                    var state = RefundState.valueOf(row.getString("refund_state"));
                    for (var source : SOURCES) {
                        if (source.equals("GATEWAY") || state == RefundState.SETTLED || state == RefundState.REVERSED) {
                            lines.add(refund(row, source, state));
                        }
                    }
                });
        return lines;
    }

    private static Line refund(ResultSet row, String source, RefundState state) throws SQLException {
        return new Line(
                source,
                "REFUND",
                row.getString("refund_number"),
                row.getString("payment_number"),
                row.getLong("amount"),
                row.getString("currency"),
                state.name(),
                row.getString("gateway_reference"),
                Utc.instant(row, "changed_at"));
    }

    /** Pay-outs and collections, as they were asked for first. */
    private List<Line> work(String store, Object since, Object until) {
        var lines = new ArrayList<Line>();
        sql.sql("select c.topic, c.idempotency_key, c.payload, c.asked_at, w.work_state from sandbox_call c"
                        + " join sandbox_work w on w.topic = c.topic and w.idempotency_key = c.idempotency_key"
                        + " where c.store = ? and c.asked_at >= ? and c.asked_at < ? and c.effect = true"
                        + " and c.topic in ('finance.pay-out', 'finance.collect') order by c.asked_at limit " + MOST)
                .params(store, since, until)
                .query(row -> {
                    var asked = Values.read(row.getString("payload"));
                    var state = row.getString("work_state");
                    for (var source : SOURCES) {
                        if (source.equals("GATEWAY") || state.equals("DONE")) {
                            lines.add(new Line(
                                    source,
                                    row.getString("topic").equals("finance.collect") ? "CHARGE" : "PAY_OUT",
                                    row.getString("idempotency_key"),
                                    null,
                                    Values.number(asked, "amount"),
                                    Values.text(asked, "currency"),
                                    state.equals("DONE") ? "SETTLED" : state.equals("NO") ? "REFUSED" : "PENDING",
                                    "GW-" + row.getString("idempotency_key"),
                                    Utc.instant(row, "asked_at")));
                        }
                    }
                });
        return lines;
    }

    private static Line ordered(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getString("source"),
                row.getString("kind"),
                row.getString("entry_number"),
                row.getString("payment_number"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("state"),
                row.getString("reference"),
                Utc.instant(row, "happened_at"));
    }

    /** @param instead whether what the gateway's books say of this number is left out */
    void order(String store, Line line, boolean instead) {
        sql.sql(
                        "insert into sandbox_statement (line_id, store, source, kind, entry_number, payment_number, amount, currency,"
                                + " state, reference, happened_at, instead) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        java.util.UUID.randomUUID().toString(),
                        store,
                        line.source(),
                        line.kind(),
                        line.number(),
                        line.paymentNumber(),
                        line.amount(),
                        line.currency(),
                        line.state(),
                        line.reference(),
                        Utc.of(line.at()),
                        instead)
                .update();
    }
}
