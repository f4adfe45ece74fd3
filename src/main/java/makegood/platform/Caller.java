package makegood.platform;

import java.security.Principal;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks: the account with its teams (engine groups) and stores (engine tenants). Principal of every authentication. */
public record Caller(String account, Set<String> teams, Set<String> stores) implements Principal {
    /** Acts where no person does: clocks, workers, watches. */
    public static final Caller SYSTEM = new Caller("system", Set.of(), Set.of());

    /** The caller of this thread's request; {@link #SYSTEM} outside of requests. */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : SYSTEM;
    }

    /** Work that is nobody's order, in whoever's request it runs. */
    public static void asSystem(Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public boolean serves(String store) {
        return this == SYSTEM || stores.contains(store) || in("camunda-admin");
    }

    public boolean in(String team) {
        return teams.contains(team);
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public String toString() {
        return account;
    }
}
