package makegood.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tasklist, Cockpit and Admin take the login that Spring Security has checked, with teams and stores. */
@Configuration
class WebAppLogin {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppLoginFilter() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", FromSpring.class.getName()));
        filter.addUrlPatterns(WebAppRules.ROOT + "/app/*", WebAppRules.ROOT + "/api/*");
        filter.setOrder(-90); // after Spring Security's -100, before the web apps' own
        return filter;
    }

    /** Made by name by the filter, so it is public with a public constructor. */
    public static class FromSpring implements AuthenticationProvider {
        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
                return AuthenticationResult.unsuccessful();
            }
            var result = AuthenticationResult.successful(caller.account());
            result.setGroups(new ArrayList<>(caller.teams()));
            result.setTenants(new ArrayList<>(caller.stores()));
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // Spring Security has asked for the login before anything comes here
        }
    }
}
