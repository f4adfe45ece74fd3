package makegood.cases;

import java.util.Map;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Engine;
import makegood.platform.RefusalFilter;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of after-sales-case.bpmn, the root of every case. */
@Configuration(proxyBeanMethods = false)
class AfterSalesCaseProcess {
    static final String ID = "after-sales-case";

    private final Engine engine;
    private final Cases cases;

    AfterSalesCaseProcess(Engine engine, Cases cases) {
        this.engine = engine;
        this.cases = cases;
    }

    @Bean
    ExecutionListener caseReported(RegisterCase registerCase) {
        return start -> {
            var registered = register(registerCase);
            start.setProcessBusinessKey(registered.caseNumber());
            start.setVariable("caseNumber", registered.caseNumber());
            start.setVariable("joinedOpenCase", registered.joined());
        };
    }

    private static RegisterCase.Registered register(RegisterCase registerCase) {
        try {
            return registerCase.register(makegood.platform.GivenFields.running());
        } catch (BusinessRefusal refusal) {
            RefusalFilter.remember(refusal);
            throw new ProcessEngineException(refusal.getMessage(), refusal);
        }
    }

    @Bean
    RuleStep decideTriage(Triage triage) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution execution) {
                return triage.facts(execution.getProcessBusinessKey());
            }

            @Override
            public void decided(DelegateExecution execution, Map<String, Object> result) {
                var procedure = CaseKind.valueOf((String) result.get("procedure"));
                boolean sure = Boolean.TRUE.equals(result.get("sure")) && procedure.served();
                triage.beside(execution.getProcessBusinessKey(), (String) result.get("beside"));
                execution.setVariable("triageSure", sure);
                execution.setVariable("procedureChanged", false);
                if (sure) {
                    choose(execution.getProcessBusinessKey(), procedure);
                    execution.setVariable("procedure", procedure.name());
                }
            }
        };
    }

    private void choose(String caseNumber, CaseKind procedure) {
        cases.kind(caseNumber, procedure);
    }

    @Bean
    UserTaskStep triageCase(Triage triage) {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var procedure = triage.decided(caseNumber, answers);
            task.setVariable("procedure", procedure.name());
        };
    }

    /** A question that turns out to be more becomes what it is, in the same case. */
    @Bean
    UserTaskStep answerCustomer() {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var c = cases.get(caseNumber);
            var other = OtherProcedure.read(answers, c);
            var message = other.procedure() == null
                    ? answers.requiredText("messageToCustomer", Answers.MESSAGE_MAX)
                    : answers.text("messageToCustomer", Answers.MESSAGE_MAX);
            answers.check();
            cases.say(caseNumber, message, null);
            task.setVariable("procedureChanged", other.procedure() != null);
            if (other.procedure() != null) {
                other.take(cases, caseNumber);
                task.setVariable("procedure", other.procedure().name());
                return;
            }
            cases.outcome(caseNumber, Outcome.RESOLVED_FULL, Remedy.GUIDANCE);
            cases.note(caseNumber, "DECIDED", new Text("The question was answered.", "已答复客户的咨询。"));
        };
    }

    @Bean
    JavaDelegate recordOutcome(CaseClosing closing, Disputes disputes, HeldTexts heldTexts) {
        return execution -> {
            var caseNumber = execution.getProcessBusinessKey();
            cases.lock(caseNumber);
            closing.recordOutcome(caseNumber);
            boolean open = disputes.open(caseNumber) || heldTexts.open(caseNumber);
            execution.setVariable("anythingOpen", open);
            execution.setVariable("customerToTell", !open && closing.customerToTell(caseNumber));
        };
    }

    /** A platform that stepped in while the outcome was told still keeps the case open, and words that nobody has read. */
    @Bean
    JavaDelegate closeCase(CaseClosing closing, Disputes disputes, HeldTexts heldTexts) {
        return execution -> {
            var caseNumber = execution.getProcessBusinessKey();
            cases.lock(caseNumber);
            boolean finished = !disputes.open(caseNumber) && !heldTexts.open(caseNumber);
            execution.setVariable("caseFinished", finished);
            if (finished) {
                closing.close(caseNumber);
            }
        };
    }

    @Bean
    JavaDelegate noteReply() {
        return execution -> cases.note(
                execution.getProcessBusinessKey(),
                "REPLY_SEEN",
                new Text("The reply was passed on to the owner.", "客户回复已转给负责人。"));
    }

    @Bean
    JavaDelegate noteEarlyWithdrawal() {
        return execution -> withdrawn(execution.getProcessBusinessKey());
    }

    @Bean
    ExecutionListener questionWithdrawn() {
        return end -> withdrawn(end.getProcessBusinessKey());
    }

    private void withdrawn(String caseNumber) {
        cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
        cases.note(caseNumber, "WITHDRAWN", new Text("The request was withdrawn.", "申请已撤销。"));
    }

    /** Before a procedure runs there is nothing to undo; later each procedure answers for itself. */
    @EventListener
    @Order(30)
    void on(CustomerWithdrew fact) {
        if (!fact.used().declined()) {
            fact.used().when(engine.correlateIn(ID, fact.caseNumber(), CustomerWithdrew.class));
        }
    }

    @EventListener
    void on(CustomerReplied fact) {
        fact.used().when(engine.correlate(fact.caseNumber(), CustomerReplied.class));
    }

    @EventListener
    void on(EvidenceAdded fact) {
        fact.used().when(engine.correlate(fact.caseNumber(), EvidenceAdded.class));
    }
}
