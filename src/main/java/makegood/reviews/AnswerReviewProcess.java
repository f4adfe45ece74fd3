package makegood.reviews;

import java.util.Map;
import makegood.platform.DepartmentStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of answer-review.bpmn: words for everybody to read. */
@Configuration(proxyBeanMethods = false)
class AnswerReviewProcess {
    private final PublicReply reply;

    AnswerReviewProcess(PublicReply reply) {
        this.reply = reply;
    }

    @Bean
    UserTaskStep answerReview() {
        return (task, answers) ->
                task.setVariable("replyWay", reply.written(task.getExecution().getProcessBusinessKey(), answers));
    }

    @Bean
    UserTaskStep readReply() {
        return (task, answers) ->
                task.setVariable("replyReleased", reply.read(task.getExecution().getProcessBusinessKey(), answers));
    }

    @Bean
    DepartmentStep publishReply() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                return reply.toPublish(x.getProcessBusinessKey());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                reply.published(x.getProcessBusinessKey());
            }
        };
    }

    @Bean
    JavaDelegate noteReplyRefused() {
        return x -> reply.refused(x.getProcessBusinessKey());
    }
}
