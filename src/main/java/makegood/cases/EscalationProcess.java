package makegood.cases;

import makegood.departments.DepartmentSilent;
import makegood.people.BeyondAuthority;
import makegood.people.Grade;
import makegood.people.People;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of the part of after-sales-case.bpmn in which a lead, then the manager, is asked. */
@Configuration(proxyBeanMethods = false)
class EscalationProcess {
    private static final String SEQ = "escalationSeq";

    private final Escalations escalations;
    private final Cases cases;
    private final People people;
    private final Engine engine;

    EscalationProcess(Escalations escalations, Cases cases, People people, Engine engine) {
        this.escalations = escalations;
        this.cases = cases;
        this.people = people;
        this.engine = engine;
    }

    /** Several may run at once: each keeps its own number. */
    @Bean
    ExecutionListener escalated() {
        return start -> {
            var caseNumber = start.getProcessBusinessKey();
            int seq = escalations.latest(caseNumber);
            start.setVariableLocal(SEQ, seq);
            start.setVariableLocal("passedOn", false);
            start.setVariableLocal("managerAtOnce", escalations.level(caseNumber, seq) == Escalated.Level.MANAGER);
        };
    }

    @Bean
    UserTaskStep lookIntoEscalation() {
        return (task, answers) -> {
            var decision = answered(task, answers, true);
            task.setVariable("passedOn", decision == EscalationDecision.PASS_ON);
        };
    }

    @Bean
    UserTaskStep decideEscalation() {
        return (task, answers) -> {
            if (people.grade(Caller.current().account()) != Grade.MANAGER) {
                throw new BeyondAuthority();
            }
            answered(task, answers, false);
        };
    }

    private EscalationDecision answered(DelegateTask task, Answers answers, boolean lead) throws BusinessRefusal {
        var decision = answers.required("decision", EscalationDecision.class);
        var note = answers.text("escalationNote", Answers.MESSAGE_MAX);
        var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
        answers.require(
                lead || decision != EscalationDecision.PASS_ON,
                "decision",
                "NOBODY_ABOVE",
                "the manager decides; there is nobody to pass it on to",
                "由经理决定，不能再上报");
        answers.check();
        var caseNumber = task.getExecution().getProcessBusinessKey();
        if (!message.isEmpty()) {
            cases.say(caseNumber, message, null);
        }
        int seq = ((Number) task.getVariable(SEQ)).intValue();
        task.setVariable(SEQ, escalations.decided(caseNumber, seq, decision, note));
        return decision;
    }

    @EventListener
    void on(Escalated fact) {
        escalations.raise(fact.caseNumber(), fact.reason(), fact.level());
        fact.used().when(engine.correlateIn(AfterSalesCaseProcess.ID, fact.caseNumber(), Escalated.class));
    }

    @EventListener
    void on(DepartmentSilent silence) {
        if (!cases.known(silence.caseNumber())) {
            return; // asked by a watch: it looks again by itself
        }
        cases.note(
                silence.caseNumber(),
                "DEPARTMENT_SILENT",
                new Text(
                        "No answer in time: " + silence.topic() + ", due " + silence.dueAt() + ".",
                        "未按时答复：" + silence.topic() + "，应于 " + silence.dueAt() + " 前答复。"));
        escalations.ask(silence.caseNumber(), EscalationReason.DEPARTMENT_SILENT, Escalated.Level.LEAD);
    }
}
