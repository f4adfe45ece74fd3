package makegood.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer …} of a system. */
class BearerLogin extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private final ApiTokens tokens;
    private final Accounts accounts;
    private final AuthenticationEntryPoint refused;

    BearerLogin(ApiTokens tokens, Accounts accounts, AuthenticationEntryPoint refused) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var token = header.substring(SCHEME.length()).trim();
            var account = token.isEmpty() || token.length() > 200 ? null : tokens.account(token);
            var caller = account == null ? null : accounts.caller(account);
            if (caller == null) {
                refused.commence(request, response, new BadCredentialsException("unknown token"));
                return;
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(EngineLogin.of(caller)));
        }
        chain.doFilter(request, response);
    }
}
