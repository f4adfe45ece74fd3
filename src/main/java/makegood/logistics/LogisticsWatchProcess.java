package makegood.logistics;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of logistics-watch.bpmn. The process belongs to no case and no store: it opens the cases. */
@Configuration(proxyBeanMethods = false)
class LogisticsWatchProcess {
    @Bean
    JavaDelegate openCasesForSilentParcels(ParcelWatch watch) {
        return x -> x.setVariable("moreParcels", watch.openCases());
    }
}
