package makegood.reviews;

import java.util.Map;
import makegood.platform.DepartmentStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of appeal-review.bpmn: dossier, a lead's decision, the platform's answer. */
@Configuration(proxyBeanMethods = false)
class AppealReviewProcess {
    private final Appeals appeals;

    AppealReviewProcess(Appeals appeals) {
        this.appeals = appeals;
    }

    @Bean
    UserTaskStep collectEvidence() {
        return (task, answers) -> appeals.collected(task.getExecution().getProcessBusinessKey(), answers);
    }

    @Bean
    UserTaskStep decideAppeal() {
        return (task, answers) -> task.setVariable(
                "appealAgreed", appeals.decided(task.getExecution().getProcessBusinessKey(), answers));
    }

    @Bean
    DepartmentStep appealReview() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                return appeals.appeal(x.getProcessBusinessKey());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                x.setVariable("removedByPlatform", "REMOVED".equals(values.get("result")));
            }
        };
    }

    @Bean
    ExecutionListener reviewTakenDown() {
        return end -> appeals.result(end.getProcessBusinessKey(), "REMOVED");
    }

    @Bean
    ExecutionListener reviewKept() {
        return end -> appeals.result(end.getProcessBusinessKey(), "LOST");
    }

    @Bean
    ExecutionListener appealNotTaken() {
        return end -> appeals.result(end.getProcessBusinessKey(), "LOST");
    }

    @Bean
    ExecutionListener noAppealMade() {
        return end -> appeals.result(end.getProcessBusinessKey(), "NOT_APPEALED");
    }
}
