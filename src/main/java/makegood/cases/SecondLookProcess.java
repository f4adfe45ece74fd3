package makegood.cases;

import java.util.Map;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Engine;
import makegood.platform.UserTaskStep;
import makegood.texts.TextCheck;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of the part of after-sales-case.bpmn in which a lead reads words before they leave. */
@Configuration(proxyBeanMethods = false)
class SecondLookProcess {
    private static final String TASK = "Task_TakeSecondLook";

    private final HeldTexts heldTexts;
    private final Cases cases;
    private final Engine engine;

    SecondLookProcess(HeldTexts heldTexts, Cases cases, Engine engine) {
        this.heldTexts = heldTexts;
        this.cases = cases;
        this.engine = engine;
    }

    enum Look {
        RELEASE,
        REFUSE
    }

    @Bean
    UserTaskStep takeSecondLook() {
        return new UserTaskStep() {
            @Override
            public void created(DelegateTask task) {
                heldTexts.look(task.getExecution().getProcessBusinessKey(), task.getId());
            }

            @Override
            public void complete(DelegateTask task, Answers answers) throws BusinessRefusal {
                var look = answers.required("decision", Look.class);
                var note = answers.text("lookNote", 1_000);
                answers.check();
                var text = heldTexts.of(task.getId()).orElseThrow();
                if (text.writtenBy().equals(Caller.current().account())) {
                    throw new OwnRequest();
                }
                boolean released = look == Look.RELEASE;
                heldTexts.decided(text, released, note);
                if (released) {
                    cases.tellLater(text.caseNumber(), Map.of("heldText", text.words()));
                }
                task.setVariable("textReleased", released);
            }
        };
    }

    @Bean
    ExecutionListener textTold() {
        return end -> {
            cases.lock(end.getProcessBusinessKey());
            heldTexts.told(end.getProcessBusinessKey());
            goOn(end.getProcessBusinessKey());
        };
    }

    @Bean
    ExecutionListener textWithheld() {
        return end -> {
            cases.lock(end.getProcessBusinessKey());
            goOn(end.getProcessBusinessKey());
        };
    }

    /** A case whose end waited looks again whether anything is still open. */
    private void goOn(String caseNumber) {
        engine.correlateIn(AfterSalesCaseProcess.ID, caseNumber, MatterSettled.class);
    }

    @EventListener
    void on(TextHeld fact) {
        engine.correlateIn(AfterSalesCaseProcess.ID, fact.caseNumber(), TextHeld.class);
    }

    /** What the lead reads: the words, who wrote them, and what made the guard stop. */
    @EventListener
    void on(CaseShown shown) {
        if (shown.element().equals(TASK)) {
            heldTexts
                    .of(shown.taskId())
                    .ifPresent(text -> shown.proposal()
                            .putAll(Map.of(
                                    "heldText", text.words(),
                                    "heldBy", text.writtenBy(),
                                    "heldAt", text.writtenAt(),
                                    "heldWhy", TextCheck.wordsOf(text.classes()).here())));
        }
    }
}
