package makegood.logistics;

import java.util.Map;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.CustomerAsked;
import makegood.cases.CustomerWithdrew;
import makegood.cases.Outcome;
import makegood.cases.Remedy;
import makegood.platform.Engine;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of logistics-exception.bpmn. */
@Configuration(proxyBeanMethods = false)
class LogisticsExceptionProcess {
    private final Troubles troubles;
    private final TroubleFacts facts;
    private final CarrierClaims claims;
    private final Cases cases;
    private final Engine engine;

    LogisticsExceptionProcess(Troubles troubles, TroubleFacts facts, CarrierClaims claims, Cases cases, Engine engine) {
        this.troubles = troubles;
        this.facts = facts;
        this.claims = claims;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener parcelInTrouble() {
        return start -> {
            troubles.begin(start.getProcessBusinessKey());
            start.setVariable("procedureChanged", false);
            start.setVariable("followParcelResult", "NOT_FOLLOWED");
        };
    }

    /** Asked again whenever it has turned out to be another kind of trouble. */
    @Bean
    JavaDelegate sortTrouble() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var trouble = troubles.get(caseNumber);
            if (troubles.parcelUnknown(trouble)) {
                x.setVariable("troubleRoute", "PARCEL_UNKNOWN");
                return;
            }
            var kind = facts.derive(cases.get(caseNumber), trouble);
            cases.exception(caseNumber, kind.name(), trouble.trackingNumber);
            x.setVariable("troubleRoute", kind.route());
            cases.note(
                    caseNumber,
                    "TROUBLE",
                    new Text(
                            "Trouble with the parcel: " + kind.text().en() + ".",
                            "包裹异常：" + kind.text().zh() + "。"));
        };
    }

    @Bean
    UserTaskStep nameParcel(ParcelNaming naming) {
        return (task, answers) -> naming.taken(task.getExecution().getProcessBusinessKey(), answers);
    }

    @Bean
    RuleStep decideParcelLiability() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return facts.liability(x.getProcessBusinessKey());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var caseNumber = x.getProcessBusinessKey();
                boolean claimable = claims.liable(caseNumber, result);
                x.setVariable("claimNow", claimable && facts.kind(caseNumber).lossCertain());
            }
        };
    }

    @Bean
    JavaDelegate claimFromCarrier() {
        return x -> claims.claim(x.getProcessBusinessKey(), troubles.affectedValue(x.getProcessBusinessKey()));
    }

    @Bean
    ExecutionListener solvedItself() {
        return end -> {
            var caseNumber = end.getProcessBusinessKey();
            troubles.state(troubles.get(caseNumber), ParcelState.ACCOUNTED);
            cases.outcome(caseNumber, Outcome.SELF_RESOLVED, Remedy.WAIT_AND_WATCH);
        };
    }

    @Bean
    JavaDelegate noteTroubleWithdrawn() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            troubles.state(troubles.get(caseNumber), ParcelState.ACCOUNTED);
            cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
            cases.note(caseNumber, "WITHDRAWN", new Text("The request was withdrawn.", "申请已撤销。"));
        };
    }

    @Bean
    ExecutionListener troubleWithdrawn() {
        return end -> cases.outcome(end.getProcessBusinessKey(), Outcome.WITHDRAWN, null);
    }

    @Bean
    JavaDelegate takeUpRequest() {
        return x -> {
            var procedure = cases.get(x.getProcessBusinessKey()).kind();
            x.setVariable("procedure", procedure.name());
            x.setVariable("procedureChanged", true);
        };
    }

    /**
     * The customer asks where only the watch had asked: another procedure, or trouble of another kind, takes the place of
     * following the parcel, unless goods or money are under way already.
     */
    @EventListener
    void on(CustomerAsked fact) {
        var caseNumber = fact.caseNumber();
        var trouble = troubles.get(caseNumber);
        if (trouble == null
                || !engine.runs("logistics-exception", caseNumber)
                || engine.runs("refused-parcel", caseNumber)
                || underWay(caseNumber)) {
            return;
        }
        if (fact.procedure() == CaseKind.LOGISTICS) {
            var meant = facts.byReason(cases.get(caseNumber), trouble);
            if (meant.route().equals(facts.kind(caseNumber).route())) {
                fact.used().yes(); // whoever follows the parcel reads what the customer says
                return;
            }
            cases.exception(caseNumber, meant.name(), null);
        } else {
            troubles.state(trouble, ParcelState.ACCOUNTED);
            cases.kind(caseNumber, fact.procedure());
        }
        fact.used().when(engine.correlateIn("logistics-exception", caseNumber, CustomerAsked.class));
    }

    /** Goods or money under way answer for themselves first; a refused parcel comes back whatever the customer wishes. */
    @EventListener
    @Order(25)
    void on(CustomerWithdrew fact) {
        var caseNumber = fact.caseNumber();
        boolean comesBack = engine.runs("refused-parcel", caseNumber);
        if (fact.used().declined() || comesBack || underWay(caseNumber)) {
            return;
        }
        fact.used().when(engine.correlateIn("logistics-exception", caseNumber, CustomerWithdrew.class));
    }

    private boolean underWay(String caseNumber) {
        return java.util.stream.Stream.of("refund", "resend", "return-goods", "exchange-goods", "compensation")
                .anyMatch(called -> engine.runs(called, caseNumber));
    }
}
