package makegood.reviews;

import java.util.Date;
import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.BusinessRefusal;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of contact-author.bpmn: a few tries, apart in time and over different channels. */
@Configuration(proxyBeanMethods = false)
class ContactAuthorProcess {
    @Bean
    UserTaskStep contactAuthor(AuthorContacts contacts, Cases cases) {
        return new UserTaskStep() {
            @Override
            public void created(DelegateTask task) {
                cases.waitOver(task.getExecution().getProcessBusinessKey(), AuthorContacts.WAIT);
            }

            @Override
            public void complete(DelegateTask task, Answers answers) throws BusinessRefusal {
                var tried = contacts.tried(task.getExecution().getProcessBusinessKey(), answers);
                task.setVariable("tryReached", tried.reached());
                task.setVariable("triesLeft", tried.nextAt() != null);
                if (tried.nextAt() != null) {
                    task.setVariable("nextTryAt", Date.from(tried.nextAt()));
                }
            }
        };
    }
}
