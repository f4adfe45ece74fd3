package makegood.reviews;

import java.util.Set;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.platform.Caller;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of settle-review.bpmn: the cause, and the procedure that makes it good under the same case number. */
@Configuration(proxyBeanMethods = false)
class SettleReviewProcess {
    /** Results of procedures that gave what was agreed, where they name no finer outcome themselves. */
    private static final Set<String> GIVEN = Set.of("REFUNDED", "PAID", "EXCHANGED", "RESENT");

    private final CauseFinding finding;
    private final ReviewCases rows;
    private final Cases cases;

    SettleReviewProcess(CauseFinding finding, ReviewCases rows, Cases cases) {
        this.finding = finding;
        this.rows = rows;
        this.cases = cases;
    }

    @Bean
    UserTaskStep findCause() {
        return (task, answers) -> {
            var found = finding.found(task.getExecution().getProcessBusinessKey(), answers);
            boolean words =
                    cases.get(task.getExecution().getProcessBusinessKey()).agentMessage() != null;
            task.setVariable("reviewRemedy", way(found, words));
            task.setVariable("remedyChanged", false);
            task.setVariable("remedyAgreedBy", Caller.current().account()); // who asked may not approve
            found.remedy().procedure().ifPresent(kind -> task.setVariable("procedure", kind.name()));
        };
    }

    private static String way(CauseFinding.Found found, boolean words) {
        if (found.malicious()) {
            return "MALICIOUS";
        }
        if (found.remedy().procedure().isPresent()) {
            return found.remedy().procedure().get().name();
        }
        return words ? "WORDS" : "NOTHING"; // words that a lead is still to read leave by themselves
    }

    /** The case stays about the review, whatever procedure has just served it. */
    @Bean
    JavaDelegate recordReviewRemedy() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.kind(caseNumber, CaseKind.REVIEW);
            var row = rows.get(caseNumber);
            if (Boolean.TRUE.equals(x.getVariable("remedyChanged"))) {
                var other = ReviewRemedy.by((String) x.getVariable("procedure"));
                x.setVariable("remedyChanged", other.isPresent());
                row.remedy = other.orElse(ReviewRemedy.GUIDANCE);
                other.ifPresent(remedy -> x.setVariable("reviewRemedy", remedy.name()));
                return;
            }
            given(x, row);
        };
    }

    private void given(DelegateExecution x, ReviewCase row) {
        boolean words = row.remedy.procedure().isEmpty();
        boolean done = words || GIVEN.contains(String.valueOf(x.getVariable("remedyResult")));
        if (done && cases.get(row.caseNumber).outcome() == null) {
            cases.outcome(row.caseNumber, Outcome.RESOLVED_FULL, row.remedy.remedy());
        }
    }
}
