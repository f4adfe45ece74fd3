package makegood.platform;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Work that stands or falls by itself, the engine's part of it and ours, wherever it is called: a watch opens many cases in
 * one step, and the one that cannot be opened must not take the others along. A plain new transaction is not enough inside
 * a step, because the engine would write its part with the step's own.
 */
@Component
public class OwnTransaction {
    private final ProcessEngine engine;

    OwnTransaction(ProcessEngine engine) {
        this.engine = engine;
    }

    /** A refusal has undone all of it. */
    public <T> T run(Callable<T> work) throws BusinessRefusal {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try {
            return configuration.getCommandExecutorTxRequiresNew().execute(context -> called(work));
        } catch (RuntimeException thrown) {
            var refusal = BusinessRefusal.in(thrown);
            if (refusal != null) {
                throw refusal;
            }
            throw thrown;
        }
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }
}
