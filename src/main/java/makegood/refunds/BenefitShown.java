package makegood.refunds;

import makegood.cases.CaseShown;
import makegood.cases.Cases;
import makegood.orders.Benefits;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What finance is to give by hand. */
@Component
class BenefitShown {
    private final Cases cases;
    private final Benefits benefits;

    BenefitShown(Cases cases, Benefits benefits) {
        this.cases = cases;
        this.benefits = benefits;
    }

    @EventListener
    void on(CaseShown shown) {
        if (shown.element().equals("Task_GiveBenefitByHand")) {
            var c = cases.get(shown.caseNumber());
            shown.proposal().put("benefits", benefits.onTheirWay(c.store(), c.orderNumber()));
        }
    }
}
