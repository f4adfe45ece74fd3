package makegood.platform;

import static makegood.platform.SecurityChains.path;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** The part of the people's chain that belongs to pages: login, logout, CSRF, headers. */
final class Pages {
    /** Our own pages run without inline script or style; the web apps bring a policy of their own. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    static final RequestMatcher OPEN = new OrRequestMatcher(
            get("/"),
            get("/index.html"),
            get("/start/**"),
            get("/favicon.ico"),
            get("/favicon.svg"),
            get("/login"),
            path("/error"),
            get("/actuator/health"));
    /** The page of the OpenAPI description draws with styles of its own. */
    private static final RequestMatcher DOCS = path("/swagger-ui/**");

    private static final RequestMatcher TASKLIST_LOGIN =
            post(WebAppRules.ROOT + "/api/admin/auth/user/{engine}/login/{app}");
    private static final RequestMatcher LOGOUT =
            new OrRequestMatcher(post("/logout"), post(WebAppRules.ROOT + "/api/admin/auth/user/{engine}/logout"));

    private Pages() {}

    static HttpSecurity on(HttpSecurity http, AuthenticationManager logins) throws Exception {
        http.formLogin(form -> form.loginPage("/login").permitAll());
        http.logout(logout -> logout.logoutRequestMatcher(LOGOUT)
                .deleteCookies("JSESSIONID")
                .logoutSuccessHandler((request, response, who) -> loggedOut(request, response)));
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens())
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(path(WebAppRules.ROOT + "/**"))); // these have Camunda's own
        http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(policy(DOCS, POLICY.replace("style-src", "style-src 'unsafe-inline'")))
                .addHeaderWriter(policy(new NegatedRequestMatcher(path(WebAppRules.ROOT + "/**")), POLICY)));
        return http.addFilterAfter(new WrittenToken(), CsrfFilter.class)
                .addFilterBefore(tasklistLogin(logins), UsernamePasswordAuthenticationFilter.class);
    }

    /** Where two would write, the first one has. */
    private static HeaderWriter policy(RequestMatcher where, String policy) {
        return new DelegatingRequestMatcherHeaderWriter(where, new ContentSecurityPolicyHeaderWriter(policy));
    }

    /** The login form that Tasklist and Cockpit show when a session has run out. */
    private static UsernamePasswordAuthenticationFilter tasklistLogin(AuthenticationManager logins) {
        var filter = new UsernamePasswordAuthenticationFilter(logins);
        filter.setRequiresAuthenticationRequestMatcher(TASKLIST_LOGIN);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setAuthenticationSuccessHandler((request, response, who) -> {
            response.setContentType("application/json");
            response.getWriter()
                    .write("{\"userId\":\"%s\",\"authorizedApps\":[%s]}".formatted(who.getName(), apps(who)));
        });
        filter.setAuthenticationFailureHandler((request, response, why) -> response.setStatus(401));
        return filter;
    }

    private static String apps(Authentication who) {
        var caller = (Caller) who.getPrincipal();
        var all = "\"tasklist\",\"welcome\"";
        if (caller.in(Teams.ADMINS)) {
            return all + ",\"cockpit\",\"admin\"";
        }
        return caller.in(Teams.MANAGERS) ? all + ",\"cockpit\"" : all;
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("MG-XSRF"); // XSRF-TOKEN is the web apps' own
        tokens.setHeaderName("X-MG-XSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static void loggedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/logout".equals(request.getRequestURI())) {
            response.sendRedirect("/login?out");
        } else {
            response.setStatus(204);
        }
    }

    /** Spring makes the token only when asked, and a page's script needs the cookie before its first POST. */
    private static class WrittenToken extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                token.getToken();
            }
            chain.doFilter(request, response);
        }
    }

    private static RequestMatcher get(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }
}
