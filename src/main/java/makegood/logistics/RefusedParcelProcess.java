package makegood.logistics;

import java.util.Map;
import java.util.TreeMap;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.cases.Remedy;
import makegood.platform.Answers;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of refused-parcel.bpmn: why it was refused, the parcel's way back, and what is owed after that. */
@Configuration(proxyBeanMethods = false)
class RefusedParcelProcess {
    private final Troubles troubles;
    private final TroubleFacts facts;
    private final CarrierClaims claims;
    private final RemedyDecision decision;
    private final Cases cases;

    RefusedParcelProcess(
            Troubles troubles, TroubleFacts facts, CarrierClaims claims, RemedyDecision decision, Cases cases) {
        this.troubles = troubles;
        this.facts = facts;
        this.claims = claims;
        this.decision = decision;
        this.cases = cases;
    }

    @Bean
    UserTaskStep callRefusingCustomer(java.time.Clock clock) {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var fact = answers.required("fact", Fact.class);
            var wants = answers.flag("wantsIt");
            answers.require(
                    wants.isPresent() || answers.has("wantsIt"),
                    "wantsIt",
                    "REQUIRED",
                    "is it wanted after all?",
                    "客户是否仍想要？");
            var note = answers.text("callNote", Answers.MESSAGE_MAX);
            answers.check();
            var trouble = troubles.get(caseNumber);
            trouble.fact = fact;
            if (wants.orElseThrow()) { // it goes on as a parcel on its way; the refusal is no news any more
                trouble.watchedSince = clock.instant();
                troubles.state(trouble, ParcelState.WATCHED);
                cases.exception(caseNumber, ExceptionKind.NO_UPDATE.name(), null);
            }
            task.setVariable("wantsItAfterAll", wants.get());
            var more = note.isEmpty() ? "" : " " + note;
            cases.note(
                    caseNumber,
                    "CALLED",
                    new Text("The customer was called: " + fact + "." + more, "已致电客户：" + fact + "。" + more));
        };
    }

    @Bean
    RuleStep decideRefusalLiability() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return facts.liability(x.getProcessBusinessKey());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                claims.liable(x.getProcessBusinessKey(), result);
            }
        };
    }

    /** Our label brings it back; the refusal's own cause and unit stay with the case. */
    @Bean
    RuleStep decideLossOnWayBack() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return Map.of("exceptionKind", ExceptionKind.RETURN_LEG_LOST.name(), "fact", Fact.OUR_LABEL.name());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                troubles.get(x.getProcessBusinessKey()).claimable = Boolean.TRUE.equals(result.get("claim"));
            }
        };
    }

    @Bean
    JavaDelegate claimRefusedParcel() {
        return x -> {
            var trouble = troubles.get(x.getProcessBusinessKey());
            if (trouble.claimable) {
                claims.claim(
                        trouble.caseNumber,
                        trouble.trackingNumber,
                        ExceptionKind.RETURN_LEG_LOST.name(),
                        troubles.affectedValue(trouble.caseNumber));
            }
        };
    }

    /** Nothing was paid for cash on delivery, so nothing goes back; what was prepaid does, goods in hand or lost by the carrier. */
    @Bean
    JavaDelegate settleRefusal() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var c = cases.get(caseNumber);
            var order = troubles.order(c);
            var amounts = new TreeMap<Integer, Long>();
            for (var line : troubles.lines(caseNumber)) {
                var bought = order.line(line.lineNumber).orElseThrow();
                line.amount = Math.min(bought.shareOf(line.quantity), bought.left());
                amounts.put(line.lineNumber, line.amount);
            }
            boolean prepaid = !order.payments().isEmpty();
            x.setVariable("moneyToRefund", prepaid);
            if (prepaid) {
                cases.due(caseNumber, amounts, decision.freight(caseNumber, amounts));
                cases.ground(caseNumber, "CUSTOMER".equals(c.atFault()) ? "NO_REASON" : "SHOP", true, c.requestedBy());
            }
        };
    }

    @Bean
    ExecutionListener refusedOrderCancelled() {
        return end -> cases.outcome(end.getProcessBusinessKey(), Outcome.RESOLVED_FULL, Remedy.CANCEL_ORDER);
    }

    @Bean
    ExecutionListener refusedGoodsRefunded() {
        return end -> cases.outcome(end.getProcessBusinessKey(), Outcome.RESOLVED_FULL, Remedy.REFUND_FULL);
    }
}
