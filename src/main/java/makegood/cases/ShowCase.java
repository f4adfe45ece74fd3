package makegood.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.clocks.Clocks;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.platform.Money;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case together for the public surface; the number of statements does not depend on the case. */
@Component
class ShowCase {
    private final Cases cases;
    private final VerdictBook verdicts;
    private final Orders orders;
    private final Clocks clocks;
    private final Standings standings;
    private final Stores stores;
    private final JdbcClient db;

    ShowCase(
            Cases cases,
            VerdictBook verdicts,
            Orders orders,
            Clocks clocks,
            Standings standings,
            Stores stores,
            JdbcClient db) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.orders = orders;
        this.clocks = clocks;
        this.standings = standings;
        this.stores = stores;
        this.db = db;
    }

    @Transactional(readOnly = true)
    public CaseView show(String caseNumber) {
        var c = cases.row(caseNumber);
        var order = c.orderNumber == null
                ? null
                : orders.find(c.store, c.orderNumber).orElse(null);
        var standing = standings.of(c);
        return new CaseView(
                c.caseNumber,
                c.store,
                c.orderNumber,
                c.kind,
                c.askedKind,
                c.reason,
                c.channel,
                c.priority,
                standing.status(),
                c.outcome,
                c.remedy,
                null,
                linked(caseNumber),
                c.owner,
                c.team,
                c.openedBy,
                c.openedAt,
                c.closedAt,
                stores.known(c.store).zone().getId(),
                c.statement,
                "UNKNOWN".equals(c.goodsIntact) ? null : "YES".equals(c.goodsIntact),
                money(c, c.requestedAmount),
                c.evidence,
                customer(order),
                c.facts(List.of()).review(),
                c.reviewOutcome == null ? null : ReviewOutcome.valueOf(c.reviewOutcome),
                lines(c, order),
                standing.waits(),
                standing.parts(),
                clocks.of(caseNumber).stream()
                        .filter(k -> k.endedAt() == null || k.breachedAt() != null)
                        .map(k -> new CaseView.Clock(
                                k.kind(),
                                k.stage(),
                                k.dueAt(),
                                k.pausedSince(),
                                k.breachedAt(),
                                k.endedAt(),
                                k.atZero(),
                                k.owner(),
                                k.team()))
                        .toList(),
                standing.actions(),
                sums(c, order),
                verdicts.of(caseNumber).stream().map(ShowCase::verdict).toList(),
                Map.of(
                        "self", "/api/v1/cases/" + caseNumber,
                        "timeline", "/api/v1/cases/" + caseNumber + "/timeline",
                        "refunds", "/api/v1/cases/" + caseNumber + "/refunds",
                        "parcels", "/api/v1/cases/" + caseNumber + "/parcels",
                        "evidence", "/api/v1/cases/" + caseNumber + "/evidence",
                        "costs", "/api/v1/cases/" + caseNumber + "/costs"));
    }

    private List<String> linked(String caseNumber) {
        return db.sql("select earlier_case from case_link where case_number = ? union"
                        + " select case_number from case_link where earlier_case = ?")
                .params(caseNumber, caseNumber)
                .query(String.class)
                .list();
    }

    private List<Map<String, Object>> lines(AfterSalesCase c, Order order) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var l : cases.lines(c.caseNumber)) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("line", l.line());
            shown.put("quantity", l.quantity());
            if (order != null) {
                order.lines().stream()
                        .filter(o -> o.line() == l.line())
                        .findFirst()
                        .ifPresent(o -> {
                            shown.put("sku", o.sku());
                            shown.put("product", o.product());
                            shown.put("model", o.model());
                            shown.put("ordered", o.quantity());
                            shown.put("returnedQuantity", o.returnedQuantity());
                            shown.put("paid", new Money(o.paid(), order.currency()));
                            if (o.exceptionConfirmedAt() != null) {
                                shown.put("exceptionConfirmedAt", o.exceptionConfirmedAt());
                            }
                        });
            }
            lines.add(shown);
        }
        return lines;
    }

    private static CaseView.Customer customer(Order order) {
        if (order == null || order.customer() == null) {
            return null;
        }
        var who = order.customer();
        return new CaseView.Customer(
                who.reference(),
                who.maskedName(),
                who.maskedPhone(),
                who.tier() == null ? null : who.tier().name());
    }

    private static Money money(AfterSalesCase c, Long amount) {
        return amount == null ? null : new Money(amount, c.currency);
    }

    private CaseView.Sums sums(AfterSalesCase c, Order order) {
        long paid = order == null
                ? 0
                : order.payments().stream().mapToLong(p -> p.amount()).sum();
        long gone = order == null
                ? 0
                : order.payments().stream()
                        .mapToLong(p -> p.refunded() + p.held())
                        .sum();
        return new CaseView.Sums(
                money(c, paid),
                money(c, c.refunded),
                money(c, c.pending),
                money(c, c.compensated),
                money(c, c.charged),
                money(c, paid - gone));
    }

    private static CaseView.Verdict verdict(VerdictBook.Verdict v) {
        var main = v.outcome().entrySet().stream()
                .filter(o -> !Set.of("rule", "source").contains(o.getKey()))
                .findFirst();
        return new CaseView.Verdict(
                v.decision(),
                v.version(),
                main.map(o -> first(o.getValue())).orElse(""),
                v.outcome(),
                v.rules().stream()
                        .map(r -> new CaseView.Rule(r.id(), r.text().here()))
                        .toList());
    }

    /** Where several rules answered, the first is the recommendation. */
    private static String first(Object value) {
        return String.valueOf(value instanceof List<?> several ? several.get(0) : value);
    }
}
