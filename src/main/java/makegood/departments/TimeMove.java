package makegood.departments;

import java.time.Duration;
import makegood.platform.AppClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Moves the clock of application and engine forward while nothing holds a lock: each lock shorter than the step would be void. */
@Component
public class TimeMove {
    private static final long PATIENCE = 30_000;
    private final DepartmentWorker worker;
    private final ProcessEngine engine;
    private final AppClock clock;

    TimeMove(DepartmentWorker worker, ProcessEngine engine, AppClock clock) {
        this.worker = worker;
        this.engine = engine;
        this.clock = clock;
    }

    /** False when calls were under way too long; then nothing has moved. {@code store} keeps the new offset. */
    public boolean advance(Duration by, Runnable store) {
        return worker.whileIdle(() -> move(by, store), PATIENCE);
    }

    private void move(Duration by, Runnable store) {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean active = executor.isActive();
        if (active) {
            executor.shutdown();
        }
        try {
            clock.advance(by);
            store.run();
        } finally {
            if (active) {
                executor.start();
                executor.jobWasAdded(); // else due timers wait for the next look, up to 60 s
            }
        }
    }
}
