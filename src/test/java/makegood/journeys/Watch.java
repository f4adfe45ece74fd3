package makegood.journeys;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;

/** Sets the watch over parcels off, as its timer does, and waits until it has looked at everything. */
final class Watch {
    private static final String PROCESS = "logistics-watch";

    private final ProcessEngine engine;

    Watch(ProcessEngine engine) {
        this.engine = engine;
    }

    void looks() {
        engine.getManagementService().executeJob(timers().get(0).getId());
        Await.until("the watch to end", this::running, n -> n == 0);
    }

    List<Job> timers() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(PROCESS)
                .timers()
                .list();
    }

    long running() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .count();
    }

    long ended() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .finished()
                .count();
    }
}
