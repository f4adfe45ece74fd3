package makegood.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Caller;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of confirm-refusal.bpmn: nobody refuses alone beyond authority, and no refusal closes before the customer could contest it. */
@Configuration(proxyBeanMethods = false)
class ConfirmRefusalProcess {
    private static final String ACTION = "CONFIRM_REFUSAL";
    private static final String WAIT = "ANSWER_REFUSAL";
    /** [platform] CALL_PLATFORM: seven days to call the platform, held one hour longer. */
    private static final Duration CONTEST = Duration.ofDays(7).plusHours(1);

    private final Cases cases;
    private final Authority authority;
    private final CaseValue value;
    private final Engine engine;

    ConfirmRefusalProcess(Cases cases, Authority authority, CaseValue value, Engine engine) {
        this.cases = cases;
        this.authority = authority;
        this.value = value;
        this.engine = engine;
    }

    @Bean
    ExecutionListener refusalPrepared() {
        return start -> {
            var by = Caller.current().account();
            var caseNumber = start.getProcessBusinessKey();
            start.setVariable("refusedBy", by);
            boolean confirmed = Boolean.TRUE.equals(start.getVariable("alreadyConfirmed"));
            start.setVariable(
                    "refusalWithinAuthority", confirmed || authority.allows(ACTION, by, value.of(caseNumber)));
        };
    }

    @Bean
    UserTaskStep confirmRefusal() {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var decision = answers.required("decision", ConfirmDecision.class);
            answers.check();
            var by = Caller.current().account();
            if (by.equals(task.getVariable("refusedBy"))) {
                throw new OwnRequest();
            }
            if (!authority.allows(ACTION, by, value.of(caseNumber))) {
                throw new BeyondAuthority();
            }
            task.setVariable("refusalConfirmed", decision == ConfirmDecision.CONFIRM);
            cases.note(caseNumber, "DECIDED", decision.text());
        };
    }

    @Bean
    DepartmentStep refuseAtMarketplace(Stores stores, Disputes disputes, Clock clock) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var payload = new HashMap<String, Object>();
                payload.put("orderNumber", c.orderNumber());
                payload.put("platformCase", c.platformCase());
                payload.put(
                        "refusalReason",
                        c.refusalReason() == null ? null : c.refusalReason().name());
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var c = cases.get(x.getProcessBusinessKey());
                boolean atOnce = disputes.open(c.caseNumber()); // the customer has contested it already
                boolean ownShop = "OWN_SHOP".equals(stores.known(c.store()).platform());
                var until =
                        ownShop || atOnce ? clock.instant() : clock.instant().plus(CONTEST);
                x.setVariable("contestBy", Date.from(until));
                cases.waitForCustomer(c.caseNumber(), WAIT, until);
            }
        };
    }

    @Bean
    ExecutionListener refusalAccepted() {
        return end -> ended(end.getProcessBusinessKey(), Outcome.REFUSED_ACCEPTED);
    }

    @Bean
    ExecutionListener refusalContested() {
        return end -> ended(end.getProcessBusinessKey(), Outcome.REFUSED_CONTESTED);
    }

    @Bean
    ExecutionListener refusalBeforePlatform() {
        return end -> ended(end.getProcessBusinessKey(), Outcome.REFUSED_CONTESTED);
    }

    private void ended(String caseNumber, Outcome outcome) {
        cases.waitOver(caseNumber, WAIT);
        cases.outcome(caseNumber, outcome, null);
        cases.note(
                caseNumber,
                "REFUSED",
                new Text(outcome.text().en() + ".", outcome.text().zh() + "。"));
    }

    @EventListener
    void on(CounterOfferAnswered fact) {
        if (fact.accepted()) {
            fact.used().when(engine.correlateIn("confirm-refusal", fact.caseNumber(), CounterOfferAnswered.class));
        }
    }

    /** Whoever calls the platform in contests the refusal: there is nothing more to wait for. */
    @EventListener
    @Order(20)
    void on(PlatformSteppedIn fact) {
        engine.correlateIn("confirm-refusal", fact.caseNumber(), PlatformSteppedIn.class);
    }

    /** What the second person says to a prepared refusal. */
    enum ConfirmDecision {
        CONFIRM(new Text("The refusal was confirmed.", "拒绝已由第二人确认。")),
        RETURN_TO_AGENT(new Text("The refusal was not confirmed; back to the agent.", "拒绝未获确认，退回客服。"));

        private final Text text;

        ConfirmDecision(Text text) {
            this.text = text;
        }

        Text text() {
            return text;
        }
    }
}
