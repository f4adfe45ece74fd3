package makegood.departments;

import java.util.function.Supplier;
import makegood.platform.Races;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that is nobody's order: a department's answer or a timer runs without the rights, and the name, of who set it off. */
@Component
public class AsSystem {
    private final IdentityService identities;
    private final TransactionTemplate transaction;

    AsSystem(IdentityService identities, TransactionTemplate transaction) {
        this.identities = identities;
        this.transaction = transaction;
    }

    /** What came from outside, in one transaction; again when it loses a race. */
    public <T> T inTurn(Supplier<T> work) {
        return call(() -> Races.again(() -> transaction.execute(t -> work.get())));
    }

    public <T> T call(Supplier<T> work) {
        var security = SecurityContextHolder.getContext();
        var engine = identities.getCurrentAuthentication();
        SecurityContextHolder.clearContext();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(security);
            identities.setAuthentication(engine);
        }
    }
}
