package makegood.platform;

import static makegood.platform.Teams.ADMINS;
import static makegood.platform.Teams.FINANCE;
import static makegood.platform.Teams.LEADS;
import static makegood.platform.Teams.MANAGERS;
import static makegood.platform.Teams.SYSTEMS;
import static makegood.platform.Teams.WAREHOUSE;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Our own REST is open to every account, within its stores; these operations are not. Who could import an order could
 * invent the payment that is then refunded, so facts of the shop come from systems only.
 */
final class ApiRules implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String ROOT = "/api/v1";
    private static final String FOR_WORKERS = "/department-requests/";
    private final Map<String, Set<String>> only = new HashMap<>();

    ApiRules() {
        only("PUT", "/orders/", Set.of(SYSTEMS, ADMINS));
        only("PUT", "/products/", Set.of(SYSTEMS, ADMINS));
        only("PUT", "/stores/", Set.of(ADMINS, MANAGERS));
        only("PUT", "/people/", Set.of(ADMINS));
        only("GET", "/people", Set.of(ADMINS));
        only("POST", "/people", Set.of(ADMINS));
        only("DELETE", "/people", Set.of(ADMINS));
        only("GET", "/reconciliations", Set.of(FINANCE, MANAGERS, ADMINS));
        only("POST", "/reconciliations", Set.of(FINANCE, MANAGERS, ADMINS));
        only("GET", "/gateways/", Set.of(FINANCE, MANAGERS, ADMINS));
        only("POST", "/gateways/", Set.of(FINANCE, MANAGERS, ADMINS));
        only("GET", "/reports", Set.of(LEADS, MANAGERS, FINANCE));
        only("POST", "/parcels/", Set.of(SYSTEMS, ADMINS, WAREHOUSE));
        only("GET", "/departments/", Set.of(ADMINS));
        only("PUT", "/departments/", Set.of(ADMINS));
        only("DELETE", "/departments/", Set.of(ADMINS));
        only("GET", "/webhooks/", Set.of(MANAGERS));
        only("PUT", "/webhooks/", Set.of(MANAGERS));
    }

    private void only(String method, String start, Set<String> teams) {
        only.put(method + " " + ROOT + start, teams);
    }

    boolean allows(String method, String path, Caller caller) {
        var asked = "HEAD".equals(method) ? "GET" : method;
        if (Teams.DEPARTMENTS.stream()
                .anyMatch(caller::in)) { // a program of others: what it is asked, and nothing else
            return asked.equals("GET") && path.startsWith(ROOT + FOR_WORKERS);
        }
        return only.entrySet().stream()
                .filter(rule -> (asked + " " + path).startsWith(rule.getKey()))
                .allMatch(rule -> rule.getValue().stream().anyMatch(caller::in));
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(who.get().getPrincipal() instanceof Caller caller
                && allows(request.getMethod(), request.getServletPath(), caller));
    }
}
