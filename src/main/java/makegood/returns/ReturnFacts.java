package makegood.returns;

import java.util.HashMap;
import java.util.Map;
import makegood.cases.CaseFacts;
import makegood.cases.CaseKind;
import makegood.cases.Eligibility;
import makegood.orders.Order;
import makegood.orders.ReturnWindows;
import makegood.stores.StoreSettings;
import org.springframework.stereotype.Component;

/** The facts that the return's tables read (rules.md 4.6 to 4.8). */
@Component
class ReturnFacts {
    private final Eligibility eligibility;
    private final ReturnWindows windows;
    private final Returns returns;

    ReturnFacts(Eligibility eligibility, ReturnWindows windows, Returns returns) {
        this.eligibility = eligibility;
        this.windows = windows;
        this.returns = returns;
    }

    Map<String, Object> eligibility(CaseFacts c) {
        return eligibility.facts(c, CaseKind.RETURN_REFUND);
    }

    /** {@code finding} is the inspection's, or NONE before it. */
    Map<String, Object> freight(CaseFacts c, GoodsReturn goods, String finding) {
        return eligibility.freight(c, goods.lane, finding);
    }

    Map<String, Object> disposition(CaseFacts c, ReturnLine line) {
        var order = returns.order(c);
        var store = returns.store(c.store());
        var facts = new HashMap<String, Object>();
        facts.put("finding", line.finding.name());
        facts.put("goodsGrade", line.goodsGrade == null ? "UNKNOWN" : line.goodsGrade.name());
        facts.put("reasonClass", c.reason().reasonClass());
        facts.put("noReason", noReason(order, line, store, c));
        return facts;
    }

    private String noReason(Order order, ReturnLine line, StoreSettings store, CaseFacts c) {
        return windows.noReason(order, order.line(line.lineNumber).orElseThrow(), store, c.openedAt())
                .name();
    }
}
