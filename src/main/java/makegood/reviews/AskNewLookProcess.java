package makegood.reviews;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import makegood.cases.Cases;
import makegood.cases.ReviewUpdated;
import makegood.platform.Engine;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of ask-new-look.bpmn: one neutral invitation, and a wait with a limit. */
@Configuration(proxyBeanMethods = false)
class AskNewLookProcess {
    static final String WAIT = "LOOK_AGAIN";

    private final ReviewCases rows;
    private final Cases cases;
    private final Stores stores;
    private final Engine engine;
    private final Clock clock;

    AskNewLookProcess(ReviewCases rows, Cases cases, Stores stores, Engine engine, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.stores = stores;
        this.engine = engine;
        this.clock = clock;
    }

    /** Who has looked again already, or was asked before, is not asked. */
    @Bean
    JavaDelegate lookForUpdate() {
        return x -> {
            cases.lock(x.getProcessBusinessKey());
            var row = rows.get(x.getProcessBusinessKey());
            x.setVariable("updatedAlready", row.latestRating != null || row.invitedAt != null);
        };
    }

    @Bean
    JavaDelegate lookOnceMore() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            var row = rows.get(caseNumber);
            row.invitedAt = clock.instant();
            x.setVariable("updateFound", row.latestRating != null);
            if (row.latestRating == null) {
                var days = stores.known(cases.get(caseNumber).store())
                        .limits()
                        .reviews()
                        .waitDays();
                var until = clock.instant().plus(Duration.ofDays(days));
                cases.waitForCustomer(caseNumber, WAIT, until);
                x.setVariable("updateWaitUntil", Date.from(until));
            }
        };
    }

    @Bean
    ExecutionListener updateSeen() {
        return end -> cases.waitOver(end.getProcessBusinessKey(), WAIT);
    }

    @Bean
    ExecutionListener reviewUnchanged() {
        return end -> cases.waitOver(end.getProcessBusinessKey(), WAIT);
    }

    /** Kept first, whatever the case is doing: who begins to wait later finds it there. */
    @EventListener
    void on(ReviewUpdated fact) {
        cases.lock(fact.caseNumber());
        if (rows.updated(fact.caseNumber(), fact.rating(), fact.text() == null ? "" : fact.text())) {
            fact.used().yes();
            engine.correlateIn("ask-new-look", fact.caseNumber(), ReviewUpdated.class);
        }
    }
}
