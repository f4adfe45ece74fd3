package makegood.cases;

import java.util.HashMap;
import java.util.Map;
import makegood.platform.Answers;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of platform-dispute.bpmn: our side of a case that the platform decides. */
@Configuration(proxyBeanMethods = false)
class PlatformDisputeProcess {
    private static final String ANSWERED = "evidenceAnswered";

    private final Disputes disputes;
    private final Rulings rulings;
    private final Cases cases;
    private final Engine engine;

    PlatformDisputeProcess(Disputes disputes, Rulings rulings, Cases cases, Engine engine) {
        this.disputes = disputes;
        this.rulings = rulings;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener platformTookOver() {
        return start -> start.setVariable(ANSWERED, false);
    }

    /** The ruling may be there before anybody waits for it. */
    @Bean
    JavaDelegate lookForRuling() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            boolean answered = Boolean.TRUE.equals(x.getVariable(ANSWERED));
            x.setVariable(
                    "disputeStep", disputes.isRuled(caseNumber) ? "CARRY_OUT" : answered ? "AWAIT_RULING" : "ANSWER");
        };
    }

    enum Defence {
        SEND_EVIDENCE,
        GIVE_IN
    }

    @Bean
    UserTaskStep answerPlatform() {
        return (task, answers) -> {
            var decision = answers.required("decision", Defence.class);
            var note = answers.text("disputeNote", Answers.MESSAGE_MAX);
            answers.check();
            var caseNumber = task.getExecution().getProcessBusinessKey();
            boolean contest = decision == Defence.SEND_EVIDENCE;
            task.setVariable("evidenceToSend", contest);
            task.setVariable(ANSWERED, true);
            if (!contest) {
                disputes.answered(caseNumber);
            }
            cases.note(
                    caseNumber,
                    "DISPUTE",
                    contest
                            ? new Text("Evidence for the platform: " + note, "向平台举证：" + note)
                            : new Text("We do not contest it: " + note, "不再争议：" + note));
        };
    }

    @Bean
    DepartmentStep submitEvidence() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var payload = new HashMap<String, Object>();
                payload.put("orderNumber", c.orderNumber());
                payload.put("platformCase", c.platformCase());
                payload.put("disputeNumber", disputes.number(c.caseNumber()));
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                disputes.answered(x.getProcessBusinessKey());
            }
        };
    }

    @Bean
    JavaDelegate noteEvidenceNotTaken() {
        return x -> {
            x.setVariable(ANSWERED, false);
            cases.note(
                    x.getProcessBusinessKey(),
                    "DISPUTE",
                    new Text(
                            "The platform did not take the evidence; a lead looks at it again.", "平台未接收举证材料，请主管再次处理。"));
        };
    }

    @Bean
    UserTaskStep carryOutRuling() {
        return (task, answers) -> task.setVariable(
                "moneyToPay", rulings.decided(task.getExecution().getProcessBusinessKey(), answers));
    }

    @Bean
    JavaDelegate noteRuling() {
        return x -> rulings.carriedOut(x.getProcessBusinessKey());
    }

    /**
     * The root may wait for this with everything else done. It goes on in a step of its own (asyncAfter in the model): it may
     * end, and this branch with it, which must be over by then.
     */
    @Bean
    ExecutionListener disputeOver() {
        return end -> {
            cases.lock(end.getProcessBusinessKey());
            disputes.ended(end.getProcessBusinessKey());
            engine.correlateIn(AfterSalesCaseProcess.ID, end.getProcessBusinessKey(), MatterSettled.class);
        };
    }

    /** First the dispute, which keeps the case open, then whoever waited for the customer's word on a refusal. */
    @EventListener
    @Order(10)
    void on(PlatformSteppedIn fact) {
        if (disputes.begins(fact)) {
            fact.used().when(engine.correlateIn(AfterSalesCaseProcess.ID, fact.caseNumber(), PlatformSteppedIn.class));
        }
    }

    @EventListener
    void on(PlatformRuled fact) {
        if (disputes.ruled(fact)) {
            fact.used().yes();
            engine.correlateIn("platform-dispute", fact.caseNumber(), PlatformRuled.class);
        }
    }
}
