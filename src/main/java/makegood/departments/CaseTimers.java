package makegood.departments;

import java.util.List;
import makegood.platform.Races;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Fires waiting timers of one case now, wherever in its processes they wait, without moving the clock. */
@Component
public class CaseTimers {
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final AsSystem asSystem;

    CaseTimers(RuntimeService processes, ManagementService jobs, AsSystem asSystem) {
        this.processes = processes;
        this.jobs = jobs;
        this.asSystem = asSystem;
    }

    /** How many were fired; {@code element} is the BPMN id of the timer event. */
    public int fire(String caseNumber, String element) {
        return asSystem.call(() -> Races.again(() -> {
            var waiting = waiting(caseNumber, element); // it may fire by itself, or be overtaken, at this moment
            waiting.forEach(job -> jobs.executeJob(job.getId()));
            return waiting.size();
        }));
    }

    private List<Job> waiting(String caseNumber, String element) {
        // by root: the engine builds invalid SQL for processInstanceIds(..) together with activityId(..)
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .list()
                .stream()
                .flatMap(
                        root -> jobs
                                .createJobQuery()
                                .rootProcessInstanceId(root.getId())
                                .activityId(element)
                                .timers()
                                .list()
                                .stream())
                .toList();
    }
}
