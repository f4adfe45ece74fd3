package makegood.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import makegood.clocks.Clocks;
import makegood.platform.Text;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of ask-evidence.bpmn: ask the customer for evidence, remind once, and go on with what is there (48 h by default). */
@Configuration(proxyBeanMethods = false)
class AskEvidenceProcess {
    private static final String WAIT = "GIVE_EVIDENCE";

    private final Cases cases;
    private final Clocks clocks;

    AskEvidenceProcess(Cases cases, Clocks clocks) {
        this.cases = cases;
        this.clocks = clocks;
    }

    @Bean
    ExecutionListener evidenceWanted(Stores stores, Clock clock) {
        return start -> {
            var caseNumber = start.getProcessBusinessKey();
            var c = cases.get(caseNumber);
            var limits = stores.known(c.store()).limits();
            var now = clock.instant();
            var by = earlier(now.plus(Duration.ofHours(limits.evidenceHours())), PlatformDeadline.decideBy(c));
            var remindAt = earlier(now.plus(Duration.ofHours(limits.evidenceReminderHours())), by);
            start.setVariable("evidenceRemindAt", Date.from(remindAt));
            start.setVariable("evidenceBy", Date.from(by));
            cases.waitForCustomer(caseNumber, WAIT, by);
            clocks.keepLastTask(caseNumber, WAIT);
        };
    }

    /** No wait for the customer outlasts the time at which we must have decided. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Bean
    ExecutionListener evidenceGiven() {
        return end -> over(end.getProcessBusinessKey(), "The customer gave evidence.", "客户已补充凭证。");
    }

    @Bean
    ExecutionListener lateEvidenceGiven() {
        return end ->
                over(end.getProcessBusinessKey(), "The customer gave evidence after the reminder.", "提醒后客户已补充凭证。");
    }

    @Bean
    ExecutionListener evidenceNeverGiven() {
        return end -> over(
                end.getProcessBusinessKey(),
                "No evidence came in time; decide on what is there.",
                "客户未按时补充凭证，按现有材料判断。");
    }

    private void over(String caseNumber, String en, String zh) {
        cases.waitOver(caseNumber, WAIT);
        clocks.letGo(caseNumber);
        cases.note(caseNumber, "EVIDENCE", new Text(en, zh));
    }
}
