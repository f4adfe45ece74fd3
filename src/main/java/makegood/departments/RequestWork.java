package makegood.departments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The first transaction of a department call: the task is locked and its request marked as being sent, before anything is sent. */
@Component
class RequestWork {
    private final ExternalTaskService tasks;
    private final TaskLocks locks;
    private final RequestBook book;
    private final DepartmentSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RequestWork(
            ExternalTaskService tasks,
            TaskLocks locks,
            RequestBook book,
            DepartmentSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.locks = locks;
        this.book = book;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
    }

    List<Work> take(int room, String worker) {
        return transaction.execute(t -> begin(locks.lockOwn(room, worker)));
    }

    /** For a department's own worker: locked, and marked as being sent, before the worker hears of it. */
    Map<LockedExternalTask, Work> takeFor(String worker, int most, boolean byPriority, List<TaskLocks.Wanted> wanted) {
        return transaction.execute(t -> {
            var locked = locks.lockFor(worker, most, byPriority, wanted);
            var work = begin(locked).iterator();
            var both = new LinkedHashMap<LockedExternalTask, Work>();
            locked.forEach(task -> both.put(task, work.next()));
            return both;
        });
    }

    /** For when one broken request must not keep the others from their departments. */
    List<Work> takeOneByOne(int room, String worker) {
        var begun = new ArrayList<Work>();
        for (var task : transaction.execute(t -> locks.lockOwn(room, worker))) {
            try {
                begun.addAll(transaction.execute(t -> begin(List.of(task))));
            } catch (RuntimeException broken) {
                notBegun(task, worker, broken);
            }
        }
        return begun;
    }

    private void notBegun(LockedExternalTask task, String worker, RuntimeException broken) {
        var trouble = Trouble.notSent(broken);
        int left = triesOf(task) - 1;
        long pause = left == 0 ? 0 : settings.pauseBefore(left).toMillis();
        var text = trouble.text(Topic.of(task.getTopicName()));
        tasks.handleFailure(task.getId(), worker, text, trouble.details(), left, pause);
    }

    private List<Work> begin(List<LockedExternalTask> locked) {
        if (locked.isEmpty()) {
            return List.of();
        }
        var requests = book
                .waitingAt(
                        locked.stream().map(LockedExternalTask::getExecutionId).toList())
                .stream()
                .collect(Collectors.toMap(DepartmentRequest::executionId, Function.identity()));
        return locked.stream().map(task -> begin(task, requests)).toList();
    }

    private Work begin(LockedExternalTask task, Map<String, DepartmentRequest> requests) {
        var request = requests.get(task.getExecutionId());
        if (request == null) {
            throw new IllegalStateException("external task " + task.getId() + " has no request");
        }
        int attempt = request.sending(task.getId());
        if (attempt == 1) {
            events.publishEvent(
                    new RequestSending(request.id(), request.topic(), request.caseNumber(), request.idempotencyKey()));
        }
        return Work.of(task.getId(), request, attempt, triesOf(task));
    }

    private int triesOf(LockedExternalTask task) {
        return settings.triesLeft(task.getRetries());
    }
}
