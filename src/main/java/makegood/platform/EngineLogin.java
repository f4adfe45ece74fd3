package makegood.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who asks, with teams and stores: without the stores it finds no task of any store. A session's
 * caller is read anew (at most a minute old), so that a change of teams does not wait for the next login. The web apps'
 * own filter does the engine's part for /camunda.
 */
class EngineLogin extends OncePerRequestFilter {
    private final Accounts accounts;
    private final IdentityService identity;

    EngineLogin(Accounts accounts, IdentityService identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = fresh();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            identity.setAuthentication(
                    caller.account(), new ArrayList<>(caller.teams()), new ArrayList<>(caller.stores()));
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Caller fresh() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller before)) {
            return null;
        }
        var caller = accounts.caller(before.account());
        if (caller == null) { // the account is gone
            SecurityContextHolder.clearContext();
        } else if (!caller.equals(before)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(of(caller)));
        }
        return caller;
    }

    static UsernamePasswordAuthenticationToken of(Caller caller) {
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, java.util.List.of());
    }

    /** Our own housekeeping, whoever's request it runs in. */
    static void asSystem(IdentityService identity, Runnable work) {
        asSystem(identity, () -> {
            work.run();
            return null;
        });
    }

    static <T> T asSystem(IdentityService identity, Supplier<T> work) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }
}
