package makegood.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import makegood.orders.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The other cases of an order: what a new request may join, may not overlap, and comes after. */
@Component
class OpenCases {
    /** An open case with what was asked for and the pieces it is about. */
    record Open(
            String caseNumber,
            CaseKind askedKind,
            boolean ofWatch,
            String trackingNumber,
            Map<Integer, Integer> pieces) {
        boolean anotherParcel(String named) {
            return !named.isEmpty() && trackingNumber != null && !trackingNumber.equals(named);
        }

        boolean sharesLine(List<CaseFacts.Line> lines) {
            return lines.stream().anyMatch(l -> pieces.containsKey(l.line()));
        }
    }

    private final JdbcClient db;

    OpenCases(JdbcClient db) {
        this.db = db;
    }

    List<Open> of(String store, String orderNumber) {
        var found = new LinkedHashMap<String, Open>();
        db.sql(
                        "select c.case_number, c.asked_kind, c.origin, c.tracking_number, l.line_number, l.quantity from after_sales_case c"
                                + " join case_line l on l.case_number = c.case_number"
                                + " where c.store = ? and c.order_number = ? and c.closed_at is null and c.lines_held"
                                + " order by c.case_number limit 1000")
                .params(store, orderNumber)
                .query(row -> {
                    var kind = row.getString("asked_kind");
                    var origin = row.getString("origin");
                    var parcel = row.getString("tracking_number");
                    found.computeIfAbsent(
                                    row.getString("case_number"),
                                    n -> new Open(
                                            n,
                                            kind == null ? null : kindOf(kind),
                                            "WATCH".equals(origin),
                                            parcel,
                                            new LinkedHashMap<>()))
                            .pieces()
                            .put(row.getInt("line_number"), row.getInt("quantity"));
                });
        return List.copyOf(found.values());
    }

    private static CaseKind kindOf(String code) {
        return CaseKind.valueOf(code);
    }

    /** The open case with the same pieces and the same wish, as it was asked for or as it stands, or null. */
    String sameAs(List<Open> others, CaseRequest request, List<CaseFacts.Line> lines) {
        var asked = pieces(lines);
        return others.stream()
                .filter(o -> Objects.equals(o.askedKind(), request.kind())
                        && !o.anotherParcel(request.trackingNumber())
                        && (o.pieces().equals(asked)
                                || askedBefore(o.caseNumber()).equals(asked)))
                .map(Open::caseNumber)
                .findFirst()
                .orElse(null);
    }

    /** What was asked for before the case was narrowed to one parcel; empty when it was not. */
    private Map<Integer, Integer> askedBefore(String caseNumber) {
        var pieces = new LinkedHashMap<Integer, Integer>();
        db.sql("select line_number, quantity from case_asked_line where case_number = ?")
                .param(caseNumber)
                .query(row -> {
                    pieces.put(row.getInt(1), row.getInt(2));
                });
        return pieces;
    }

    static void refuseOverlap(List<Open> others, List<CaseFacts.Line> lines, Order order) throws LineAlreadyInCase {
        var overlap = overlap(others, lines, order);
        if (overlap != null) {
            throw overlap;
        }
    }

    /** Null when there are enough pieces for all of them. */
    static LineAlreadyInCase overlap(List<Open> others, List<CaseFacts.Line> lines, Order order) {
        for (var line : lines) {
            var bought = order.line(line.line()).orElseThrow();
            int taken = 0;
            for (var other : others) {
                taken += other.pieces().getOrDefault(line.line(), 0);
                if (taken > 0 && taken + line.quantity() > bought.quantity() - bought.returnedQuantity()) {
                    return new LineAlreadyInCase(line.line(), other.caseNumber());
                }
            }
        }
        return null;
    }

    /** Closed cases about the same lines, newest first: a later request is linked to them. */
    List<String> closedWith(String store, String orderNumber, List<CaseFacts.Line> lines) {
        var wanted = pieces(lines).keySet();
        return db.sql(
                        "select distinct c.case_number from after_sales_case c join case_line l on l.case_number = c.case_number"
                                + " where c.store = :store and c.order_number = :order and c.closed_at is not null"
                                + " and l.line_number in (:lines) order by c.case_number desc limit 20")
                .param("store", store)
                .param("order", orderNumber)
                .param("lines", wanted)
                .query(String.class)
                .list();
    }

    /** How often the most asked-about of the case's lines has been asked about, this case included, withdrawn ones too. */
    int requestsOfOneLine(String store, String orderNumber, String caseNumber) {
        return db.sql("select l.line_number, count(*) as requests from case_line l"
                        + " join after_sales_case c on c.case_number = l.case_number"
                        + " where c.store = ? and c.order_number = ? and l.line_number in"
                        + " (select line_number from case_line where case_number = ?)"
                        + " group by l.line_number order by requests desc limit 1")
                .params(store, orderNumber, caseNumber)
                .query((row, n) -> row.getInt("requests"))
                .optional()
                .orElse(0);
    }

    private static Map<Integer, Integer> pieces(List<CaseFacts.Line> lines) {
        return lines.stream().collect(Collectors.toMap(CaseFacts.Line::line, CaseFacts.Line::quantity));
    }
}
