package makegood.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may call what: method, path and teams. What no rule names is refused, so a new version of the engine opens
 * nothing by itself. In a path {@code {id}} stands for one segment, {@code {me}} for the caller's own account and a
 * final {@code **} for the rest.
 */
class AllowList implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(AllowList.class);
    /** Ids of engine and accounts; nothing that a router could read in another way than we do. */
    private static final String SEGMENT = "(?:[A-Za-z0-9:._@-]|%3[Aa]|%40)+";

    private record Rule(String methods, Pattern path, Set<String> teams) {
        boolean allows(String method, String asked, Caller caller) {
            if (!methods.contains(method) || teams.stream().noneMatch(caller::in)) {
                return false;
            }
            var match = path.matcher(asked);
            return match.matches()
                    && (match.groupCount() == 0
                            || match.group(1).replace("%40", "@").equals(caller.account()));
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    /** {@code methods} in words, as {@code "GET POST"}; HEAD goes with GET. */
    final AllowList allow(String methods, String path, Set<String> teams) {
        var pattern = path.replace(".", "\\.")
                .replace("{id}", SEGMENT)
                .replace("{me}", "(" + SEGMENT + ")")
                .replace("/**", "(?:/(?:[^;\\\\%]|%[0-9A-Fa-f]{2})*)?");
        rules.add(new Rule(methods, Pattern.compile(pattern), teams));
        return this;
    }

    final boolean allows(String method, String path, Caller caller) {
        var asked = "HEAD".equals(method) ? "GET" : method;
        return rules.stream().anyMatch(rule -> rule.allows(asked, path, caller));
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        if (!(who.get().getPrincipal() instanceof Caller caller)) {
            return new AuthorizationDecision(false);
        }
        boolean allowed = allows(request.getMethod(), request.getRequestURI(), caller);
        if (!allowed) {
            LOG.info("Refused by the list: {} {} for {}", request.getMethod(), request.getRequestURI(), caller.teams());
        }
        return new AuthorizationDecision(allowed);
    }
}
