package makegood.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for everything, deny by default. Scripts and systems without session and CSRF token, people with both. */
@Configuration
class SecurityChains {
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final IdentityService identity;
    private final AccessAnswers answers;

    SecurityChains(Accounts accounts, ApiTokens tokens, @Lazy IdentityService identity, ObjectMapper json) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.identity = identity;
        this.answers = new AccessAnswers(json);
    }

    @Bean
    AuthenticationManager logins() {
        return new ProviderManager(new PasswordLogin(accounts, new LoginThrottle(InstantSource.system())));
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineRestChain(HttpSecurity http, AuthenticationManager logins) throws Exception {
        return stateless(http, logins)
                .securityMatcher(path(EngineRestRules.ROOT + "/**"))
                .authorizeHttpRequests(a -> a.anyRequest().access(new EngineRestRules()))
                .build();
    }

    /** Departments sign what they send; the signature is checked by the module that receives it. */
    @Bean
    @Order(2)
    SecurityFilterChain webhookChain(HttpSecurity http, AuthenticationManager logins) throws Exception {
        return stateless(http, logins)
                .securityMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/webhooks/**"))
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain systemChain(HttpSecurity http, AuthenticationManager logins) throws Exception {
        RequestMatcher withCredentials = request -> request.getHeader("Authorization") != null;
        return stateless(http, logins)
                .securityMatcher(new AndRequestMatcher(path("/api/v1/**"), withCredentials))
                .authorizeHttpRequests(a -> a.anyRequest().access(new ApiRules()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain peopleChain(HttpSecurity http, AuthenticationManager logins) throws Exception {
        return Pages.on(common(http, logins), logins)
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(Pages.OPEN)
                        .permitAll()
                        .requestMatchers(path(WebAppRules.ROOT + "/**"), path(WebAppRules.ROOT))
                        .access(new WebAppRules())
                        .requestMatchers(path("/api/v1/**"))
                        .access(new ApiRules())
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new NeverThere(), SecurityContextHolderFilter.class)
                .build();
    }

    private HttpSecurity stateless(HttpSecurity http, AuthenticationManager logins) throws Exception {
        return common(http, logins)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .addFilterBefore(new BearerLogin(tokens, accounts, answers), BasicAuthenticationFilter.class);
    }

    private HttpSecurity common(HttpSecurity http, AuthenticationManager logins) throws Exception {
        return http.authenticationManager(logins)
                .exceptionHandling(e -> e.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .addFilterBefore(new EngineLogin(accounts, identity), AuthorizationFilter.class);
    }

    static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
