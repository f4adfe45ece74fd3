package makegood.departments;

import java.lang.reflect.Proxy;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.transaction.support.TransactionTemplate;

/** The built-in worker's way of asking, for tests of connectors in other modules. */
public final class AskingFor {
    private AskingFor() {}

    /** Runs as nobody, without an engine. */
    public static AsSystem asSystem(TransactionTemplate transaction) {
        var nobody = (IdentityService) Proxy.newProxyInstance(
                IdentityService.class.getClassLoader(), new Class<?>[] {IdentityService.class}, (p, m, a) -> null);
        return new AsSystem(nobody, transaction);
    }

    /** @param askedBefore whether an earlier attempt may have sent it */
    public static Answer answer(Connector connector, DepartmentCall call, boolean askedBefore) {
        var calls = Executors.newCachedThreadPool();
        try {
            return new Asking(connector, calls, 10_000).answer(call, askedBefore);
        } finally {
            calls.shutdownNow();
        }
    }
}
