package makegood.refunds;

import java.util.EnumSet;
import java.util.Set;
import makegood.cases.CaseFacts;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.cases.Remedy;
import makegood.orders.Orders;
import org.springframework.stereotype.Component;

/**
 * What a refund without the goods makes of a case. Money back for a fault or for trouble on the way is the whole of it only
 * when everything paid for the lines in question has come back: some pieces of a line, or a part of their price, and the
 * customer keeps the rest. Other procedures that pay name their own outcome. A price difference, a payment made twice or a cancelled line has no rest.
 */
@Component
class RefundOutcome {
    private static final Set<CaseKind> MONEY_ASKED = EnumSet.of(CaseKind.REFUND_ONLY, CaseKind.LOGISTICS);
    private static final Set<String> WITHOUT_REST = Set.of("SHOP", "PAYMENT", "NOT_SHIPPED");

    private final Cases cases;
    private final Orders orders;

    RefundOutcome(Cases cases, Orders orders) {
        this.cases = cases;
        this.orders = orders;
    }

    void paid(String caseNumber) {
        var c = cases.get(caseNumber);
        boolean asWished = c.askedKind() == null || MONEY_ASKED.contains(c.askedKind());
        if (c.outcome() == null && c.kind() == CaseKind.REFUND_ONLY && asWished && somethingIsLeft(c)) {
            cases.outcome(caseNumber, Outcome.RESOLVED_PARTIAL, Remedy.REFUND_NO_RETURN);
        }
    }

    private boolean somethingIsLeft(CaseFacts c) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        return !WITHOUT_REST.contains(String.valueOf(c.dueLane()))
                && c.lines().stream()
                        .map(l -> order.line(l.line()).orElseThrow())
                        .anyMatch(l -> l.refunded() < l.paid());
    }
}
