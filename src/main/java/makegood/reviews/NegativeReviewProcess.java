package makegood.reviews;

import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.CustomerWithdrew;
import makegood.cases.Outcome;
import makegood.cases.ReviewsOfCases;
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

/** The steps of negative-review.bpmn. */
@Configuration(proxyBeanMethods = false)
class NegativeReviewProcess {
    private final ReviewTriage triage;
    private final ReviewCases rows;
    private final AuthorContacts contacts;
    private final Cases cases;
    private final ReviewsOfCases reviews;
    private final Engine engine;

    NegativeReviewProcess(
            ReviewTriage triage,
            ReviewCases rows,
            AuthorContacts contacts,
            Cases cases,
            ReviewsOfCases reviews,
            Engine engine) {
        this.triage = triage;
        this.rows = rows;
        this.contacts = contacts;
        this.cases = cases;
        this.reviews = reviews;
        this.engine = engine;
    }

    @Bean
    ExecutionListener reviewReceived() {
        return start -> {
            start.setVariable("signSure", triage.begin(start.getProcessBusinessKey()));
            start.setVariable("customerKnown", reviews.reachable(start.getProcessBusinessKey()));
            start.setVariable("procedureChanged", false);
            start.setVariable("newLookToAsk", false);
        };
    }

    @Bean
    UserTaskStep judgeReview() {
        return (task, answers) -> triage.judged(task.getExecution().getProcessBusinessKey(), answers);
    }

    @Bean
    RuleStep decideReviewLane() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return triage.facts(x.getProcessBusinessKey());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var lane = (String) result.get("lane");
                triage.decided(x.getProcessBusinessKey(), lane);
                goes(x, lane, "DRAFT".equals(result.get("publicReply")));
            }
        };
    }

    @Bean
    UserTaskStep lookAtReview() {
        return (task, answers) -> {
            var way = triage.leadDecided(task.getExecution().getProcessBusinessKey(), answers);
            goes(task.getExecution(), way.name(), false);
        };
    }

    private void goes(DelegateExecution x, String lane, boolean reply) {
        boolean known = reviews.reachable(x.getProcessBusinessKey());
        boolean nobodyToAsk = !known && lane.equals("SAFETY_FIRST"); // then the agent asks, over the marketplace
        x.setVariable("reviewLane", nobodyToAsk ? "CONTACT_NOW" : lane);
        x.setVariable("replyAfterAll", reply);
        x.setVariable("dossierNeeded", lane.equals("EVIDENCE_LEAD"));
        var caseNumber = x.getProcessBusinessKey();
        x.setVariable("safetyQuestionToAsk", rows.get(caseNumber).healthHarm && known);
    }

    @Bean
    JavaDelegate joinOpenCase() {
        return x -> triage.join(x.getProcessBusinessKey());
    }

    @Bean
    ExecutionListener authorThanked() {
        return end -> {
            var caseNumber = end.getProcessBusinessKey();
            cases.note(caseNumber, "REVIEW", new Text("A review to be glad of; nothing to make good.", "好评或无需处理的评价。"));
            rows.close(caseNumber, false);
            reviews.endUntold(caseNumber); // who praises has asked for nothing
        };
    }

    @Bean
    ExecutionListener reviewRemoved() {
        return this::close;
    }

    @Bean
    ExecutionListener reviewLeftAlone() {
        return this::close;
    }

    @Bean
    ExecutionListener reviewClosed() {
        return this::close;
    }

    private void close(DelegateExecution end) {
        var caseNumber = end.getProcessBusinessKey();
        rows.close(caseNumber, contacts.reached(caseNumber));
    }

    @Bean
    JavaDelegate noteReviewWithdrawal() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.waitOver(caseNumber, AuthorContacts.WAIT);
            cases.waitOver(caseNumber, AskNewLookProcess.WAIT);
            cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
            cases.note(caseNumber, "WITHDRAWN", new Text("The customer wants nothing done any more.", "客户不再需要处理。"));
            rows.close(caseNumber, true);
        };
    }

    /** A remedy's own procedure answers first, and undoes what it has begun. */
    @EventListener
    @Order(28)
    void on(CustomerWithdrew fact) {
        if (!fact.used().declined() && !fact.used().was()) {
            fact.used().when(engine.correlateIn("negative-review", fact.caseNumber(), CustomerWithdrew.class));
        }
    }
}
