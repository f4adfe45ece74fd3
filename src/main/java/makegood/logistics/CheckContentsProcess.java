package makegood.logistics;

import makegood.platform.UserTaskStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of check-contents.bpmn: a person looks at what was in the parcel, and the carrier is asked meanwhile. */
@Configuration(proxyBeanMethods = false)
class CheckContentsProcess {
    @Bean
    UserTaskStep checkEvidence(EvidenceCheck check) {
        return (task, answers) -> task.setVariable(
                "evidenceAsked", check.taken(task.getExecution().getProcessBusinessKey(), answers));
    }
}
