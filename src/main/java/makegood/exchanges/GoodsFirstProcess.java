package makegood.exchanges;

import java.util.HashMap;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of goods-first.bpmn: the old goods come back and are looked at, then the new ones leave. */
@Configuration(proxyBeanMethods = false)
class GoodsFirstProcess {
    private static final String REFUND = "REFUND";

    private final Exchanges exchanges;
    private final Cases cases;

    GoodsFirstProcess(Exchanges exchanges, Cases cases) {
        this.exchanges = exchanges;
        this.cases = cases;
    }

    @Bean
    DepartmentStep revokeExchangeReturn() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var payload = new HashMap<String, Object>();
            payload.put("orderNumber", cases.get(caseNumber).orderNumber());
            payload.put("rma", cases.messageFacts(caseNumber).get("rma"));
            return payload;
        };
    }

    @Bean
    ExecutionListener replacementDelivered() {
        return end -> exchanges.get(end.getProcessBusinessKey()).goodsBack = true;
    }

    @Bean
    ExecutionListener replacementNotDelivered() {
        return ends(REFUND, null);
    }

    @Bean
    ExecutionListener findingTurnedIntoRefund() {
        return ends(REFUND, null);
    }

    @Bean
    ExecutionListener goodsNeverSentFirst() {
        return ends("NEVER_RETURNED", Outcome.NOT_RETURNED);
    }

    @Bean
    ExecutionListener goodsFirstWithdrawn() {
        return ends("WITHDRAWN", Outcome.WITHDRAWN);
    }

    @Bean
    ExecutionListener checkWithdrawn() {
        return ends("WITHDRAWN", Outcome.WITHDRAWN);
    }

    @Bean
    ExecutionListener exchangedGoodsSentBack() {
        return ends("SENT_BACK", Outcome.SENT_BACK);
    }

    /** The refusal has set the outcome, by the customer's answer to it. */
    @Bean
    ExecutionListener exchangedGoodsRefused() {
        return ends("REFUSED", null);
    }

    private ExecutionListener ends(String how, Outcome outcome) {
        return end -> {
            var caseNumber = end.getProcessBusinessKey();
            exchanges.get(caseNumber).endsAs = how;
            if (outcome != null) {
                cases.outcome(caseNumber, outcome, null);
            }
        };
    }
}
