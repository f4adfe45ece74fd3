package makegood.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the engine's two REST roots, besides the login. */
@Configuration
class EngineFilters {

    @Bean
    FilterRegistrationBean<RefusalFilter> engineRefusals(ObjectMapper json) {
        return on(new RefusalFilter(json), -200);
    }

    @Bean
    FilterRegistrationBean<EngineAnswers> engineAnswers(ObjectMapper json) {
        return on(new EngineAnswers(json), -190); // inside the filter of refusals, outside of everything else
    }

    @Bean
    FilterRegistrationBean<PageLimit> enginePageLimit() {
        return on(new PageLimit(), -85); // after the login
    }

    private static <T extends Filter> FilterRegistrationBean<T> on(T filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(EngineRestRules.ROOT + "/*", WebAppRules.ROOT + "/api/engine/*");
        registration.setOrder(order);
        return registration;
    }
}
