package makegood.departments;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The work that a department's worker holds the lock of, with the checks that make it the worker's own. */
@Component
class WorkersOwn {
    private static final int LONGEST = 300;
    private final ExternalTaskService tasks;
    private final RequestBook book;
    private final RequestEnd end;
    private final DepartmentSettings settings;
    private final TransactionTemplate transaction;

    WorkersOwn(
            ExternalTaskService tasks,
            RequestBook book,
            RequestEnd end,
            DepartmentSettings settings,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.book = book;
        this.end = end;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Refuses what another account or another of its workers has locked, another department's, another store's. */
    Work begun(OwnWorker worker, String taskId) throws WorkUnknown {
        var begun = transaction.execute(t -> find(worker, taskId));
        if (begun == null) {
            throw new WorkUnknown();
        }
        return begun;
    }

    private Work find(OwnWorker worker, String taskId) {
        var task = tasks.createExternalTaskQuery().externalTaskId(taskId).singleResult();
        if (task == null
                || !worker.id().equals(task.getWorkerId())
                || !worker.stores().contains(String.valueOf(task.getTenantId()))
                || Topic.of(task.getTopicName()).department() != worker.department()) {
            return null;
        }
        var request = book.waitingAt(List.of(task.getExecutionId())).stream().findFirst();
        return request.map(r -> Work.of(taskId, r, r.attempts(), settings.triesLeft(task.getRetries())))
                .orElse(null);
    }

    /** The words are kept in the engine's history, so they are short, and numbers that could be a person's are hidden. */
    void failed(Work begun, OwnWorker worker, String words, int left, Duration pause) {
        var masked = words.replaceAll("[\\p{Cntrl}]", " ").replaceAll("[0-9][0-9 -]{5,}[0-9]", "***");
        var trouble = Trouble.reported(masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST));
        transaction.executeWithoutResult(t -> {
            var request = book.locked(begun.call().requestId());
            if (request.awaits(begun.attempt())) {
                end.failed(request, worker.id(), trouble, Math.max(0, left), left <= 0 ? Duration.ZERO : pause);
            }
        });
    }
}
