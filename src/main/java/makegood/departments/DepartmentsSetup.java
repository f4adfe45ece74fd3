package makegood.departments;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(DepartmentSettings.class)
class DepartmentsSetup {
    private static final int AFTER_THE_LOGIN = -80;

    @Bean
    FilterRegistrationBean<WorkerGate> workerGate(OwnWorkers workers, AsSystem asSystem) {
        var gate = new FilterRegistrationBean<>(new WorkerGate(workers, asSystem));
        gate.addUrlPatterns(WorkerGate.ROOT + "*");
        gate.setOrder(AFTER_THE_LOGIN);
        return gate;
    }
}
