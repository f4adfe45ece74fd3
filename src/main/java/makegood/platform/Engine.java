package makegood.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/**
 * What our own code asks of the engine outside of steps. It runs as the system does (no user, every store): whoever
 * calls has checked the caller before. A message is the simple name of the record that causes it.
 */
@Component
public class Engine {
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final IdentityService identities;
    private final TaskService tasks;

    Engine(RuntimeService runtime, ManagementService jobs, IdentityService identities, TaskService tasks) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.identities = identities;
        this.tasks = tasks;
    }

    /** What a start led to: the business key that the start event gave, and the codes that stand in the instance by then. */
    public record Started(String businessKey, Map<String, Object> codes) {}

    /** Starts a process with these fields; they never become variables. */
    public Started start(String process, Map<String, Object> fields) throws BusinessRefusal {
        try {
            return asSystem(() -> {
                var instance = runtime.createProcessInstanceByKey(process)
                        .setVariables(new HashMap<>(fields))
                        .executeWithVariablesInReturn();
                return new Started(instance.getBusinessKey(), instance.getVariables());
            });
        } catch (RuntimeException thrown) {
            var refusal = BusinessRefusal.in(thrown);
            if (refusal != null) {
                throw refusal;
            }
            throw thrown;
        }
    }

    /** Starts a process at its message start event, under an existing case. */
    public void startByMessage(String caseNumber, Class<?> message, String store, Map<String, Object> variables) {
        asSystem(() -> runtime.createMessageCorrelation(message.getSimpleName())
                .processInstanceBusinessKey(caseNumber)
                .setVariables(variables)
                .setVariable("store", store)
                .correlateStartMessage());
    }

    /** Everybody in the case who waits for it goes on; how many there were. */
    public int correlate(String caseNumber, Class<?> message) {
        return send(of(caseNumber, message));
    }

    /** Only instances in which the variable has this value. */
    public int correlate(String caseNumber, Class<?> message, String variable, Object value) {
        return send(of(caseNumber, message).processInstanceVariableEquals(variable, value));
    }

    /** Only in instances of one process of the case. */
    public int correlateIn(String process, String caseNumber, Class<?> message) {
        return correlateIn(process, caseNumber, message, Map.of());
    }

    /** Only in instances of one process of the case, which get these codes along. */
    public int correlateIn(String process, String caseNumber, Class<?> message, Map<String, Object> codes) {
        return asSystem(() -> runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(process)
                .list()
                .stream()
                .mapToInt(i -> send(runtime.createMessageCorrelation(message.getSimpleName())
                        .processInstanceId(i.getId())
                        .setVariables(codes)))
                .sum());
    }

    /** Whether an instance of this process runs for the case. */
    public boolean runs(String process, String caseNumber) {
        return asSystem(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .processDefinitionKey(process)
                        .count()
                > 0);
    }

    /** Plans the waiting timers of this element anew; how many there were. */
    public int moveTimers(String caseNumber, String element, Instant to) {
        return asSystem(() -> {
            var instances = instances(caseNumber);
            var waiting = instances.stream()
                    .flatMap(i ->
                            jobs.createJobQuery().processInstanceId(i).activityId(element).timers().list().stream())
                    .toList();
            waiting.forEach(job -> jobs.setJobDuedate(job.getId(), Date.from(to)));
            return waiting.size();
        });
    }

    /** Nobody has these tasks any more: whoever is of their teams may take them. */
    public void offer(Collection<String> taskIds) {
        asSystem(() -> {
            taskIds.forEach(task -> tasks.setAssignee(task, null));
            return null;
        });
    }

    private List<String> instances(String caseNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(i -> i.getId())
                .toList();
    }

    private MessageCorrelationBuilder of(String caseNumber, Class<?> message) {
        return runtime.createMessageCorrelation(message.getSimpleName()).processInstanceBusinessKey(caseNumber);
    }

    private int send(MessageCorrelationBuilder message) {
        return asSystem(() -> message.correlateAllWithResult().size());
    }

    <T> T asSystem(Supplier<T> work) {
        var before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (before != null) {
                identities.setAuthentication(before);
            }
        }
    }
}
