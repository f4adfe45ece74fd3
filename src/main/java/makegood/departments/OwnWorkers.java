package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.Text;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** What the departments' own workers may do with external tasks; nothing of it writes a variable of the engine. */
@Component
class OwnWorkers {
    private static final long LOOK_AGAIN = 2_000;
    private final Semaphore waiting = new Semaphore(32); // each holds a thread of the server
    private final RequestWork work;
    private final RequestFinish finish;
    private final WorkersOwn own;
    private final ExternalTaskService tasks;

    OwnWorkers(RequestWork work, RequestFinish finish, WorkersOwn own, ExternalTaskService tasks) {
        this.work = work;
        this.finish = finish;
        this.own = own;
        this.tasks = tasks;
    }

    /** Waits for work as long as the worker asked, if there is none. */
    List<Map<String, Object>> fetch(OwnWorker worker, JsonNode given) throws BusinessRefusal {
        var fetch = WorkerFetch.read(given, worker);
        var found = take(worker, fetch);
        if (!found.isEmpty() || fetch.patienceMillis() == 0 || !waiting.tryAcquire()) {
            return found;
        }
        var signal = new SingleConsumerCondition(Thread.currentThread());
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(signal);
        try {
            long end = System.nanoTime()
                    + Duration.ofMillis(fetch.patienceMillis()).toNanos();
            for (long left; found.isEmpty() && (left = (end - System.nanoTime()) / 1_000_000) > 0; ) {
                signal.await(Math.min(left, LOOK_AGAIN));
                found = take(worker, fetch);
            }
            return found;
        } finally {
            ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(signal);
            waiting.release();
        }
    }

    private List<Map<String, Object>> take(OwnWorker worker, WorkerFetch fetch) {
        try {
            return work.takeFor(worker.id(), fetch.most(), fetch.byPriority(), fetch.wanted()).entrySet().stream()
                    .map(one -> WorkerTask.of(one.getKey(), one.getValue().call()))
                    .toList();
        } catch (OptimisticLockingException | ConcurrencyFailureException another) {
            return List.of(); // another of its workers was faster
        }
    }

    void complete(OwnWorker worker, String task, JsonNode given) throws BusinessRefusal {
        var begun = own.begun(worker, task);
        var values = WorkerResult.read(Topic.of(begun.call().topic()), given);
        finish.answered(begun, new Answer.Done(values), worker.id());
    }

    void refuse(OwnWorker worker, String task, JsonNode given) throws BusinessRefusal {
        var begun = own.begun(worker, task);
        var code = Body.of(given);
        var no = code.requiredText("errorCode", 64);
        if (no != null && !no.matches("[A-Z][A-Z0-9_]{0,63}")) {
            code.wrong("errorCode", "FORMAT", new Text("UPPER_SNAKE", "须为大写字母加下划线"));
        }
        code.check();
        finish.answered(begun, new Answer.No(no), worker.id());
    }

    void fail(OwnWorker worker, String task, JsonNode given) throws BusinessRefusal {
        var begun = own.begun(worker, task);
        var body = Body.of(given);
        var retries = body.whole("retries", 0, 100);
        var pause = body.whole("retryTimeout", 0, Duration.ofDays(1).toMillis());
        body.check();
        var words = given.path("errorMessage").asText("");
        own.failed(
                begun,
                worker,
                words,
                retries == null ? begun.triesLeft() - 1 : retries.intValue(),
                Duration.ofMillis(pause == null ? 0 : pause));
    }

    void extendLock(OwnWorker worker, String task, JsonNode given) throws BusinessRefusal {
        own.begun(worker, task);
        var body = Body.of(given);
        var duration = body.required(
                "newDuration", body.whole("newDuration", WorkerFetch.SHORTEST_LOCK, WorkerFetch.LONGEST_LOCK));
        body.check();
        tasks.extendLock(task, worker.id(), duration);
    }
}
