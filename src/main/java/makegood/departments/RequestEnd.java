package makegood.departments;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import makegood.platform.AppClock;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an answer does to the request and to the process, in the transaction of whoever brings it. */
@Component
class RequestEnd {
    private final ExternalTaskService tasks;
    private final RequestBook book;
    private final DepartmentSettings settings;
    private final ApplicationEventPublisher events;
    private final AppClock clock;

    RequestEnd(
            ExternalTaskService tasks,
            RequestBook book,
            DepartmentSettings settings,
            ApplicationEventPublisher events,
            AppClock clock) {
        this.tasks = tasks;
        this.book = book;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** The worker's answer; dropped when the request was cancelled or answered meanwhile, or taken by another node. */
    void answer(Work work, Answer answer, String worker) {
        var request = book.locked(work.call().requestId());
        if (request.awaits(work.attempt())) {
            apply(request, answer, worker);
        } else if (request.state() == RequestState.CANCELLED && answer instanceof Answer.Done done) {
            // nobody waits any more, but it was done: whoever follows the reference hears of it
            events.publishEvent(new DepartmentAnswered(request.topic(), request.idempotencyKey(), done.values()));
        }
    }

    void apply(DepartmentRequest request, Answer answer, String worker) {
        if (answer instanceof Answer.Done done) {
            done(request, done.values(), worker);
        } else if (answer instanceof Answer.No no) {
            no(request, no.code(), worker);
        } else if (answer instanceof Answer.Pending) {
            var pause = settings.askAgainAfter(request.pending());
            tasks.extendLock(
                    request.taskId(), worker, pause.toMillis()); // nobody fetches it before it is to be asked again
        } else {
            throw new IllegalStateException("the department does not know what it was just asked");
        }
    }

    private void done(DepartmentRequest request, Map<String, Object> values, String worker) {
        request.done(Json.write(values), clock.instant());
        tasks.complete(request.taskId(), worker); // the end listener hands the answer to the step
    }

    private void no(DepartmentRequest request, String code, String worker) {
        request.no(code, clock.instant());
        events.publishEvent(new DepartmentRefused(
                request.id(), request.topic(), request.caseNumber(), request.idempotencyKey(), code));
        tasks.handleBpmnError(
                request.taskId(), worker, Topic.of(request.topic()).errorFor(code));
    }

    /** A technical failure: another try after the pause that is returned, or an incident that waits for a person. */
    Optional<Duration> failed(Work work, String worker, Trouble trouble) {
        var request = book.locked(work.call().requestId());
        if (!request.awaits(work.attempt())) {
            return Optional.empty();
        }
        // who is held back keeps all tries until the answer is overdue: an outage must not become a hundred incidents
        boolean spared = trouble.heldBack() && clock.instant().isBefore(request.dueAt());
        int left = trouble.hopeless() ? 0 : work.triesLeft() - (spared ? 0 : 1);
        var pause = left == 0 ? Duration.ZERO : trouble.pause(settings.pauseBefore(left));
        failed(request, worker, trouble, left, pause);
        return left == 0 ? Optional.empty() : Optional.of(pause);
    }

    void failed(DepartmentRequest request, String worker, Trouble trouble, int left, Duration pause) {
        var text = trouble.text(Topic.of(request.topic()));
        request.failed(text, left == 0);
        tasks.handleFailure(request.taskId(), worker, text, trouble.details(), left, pause.toMillis());
    }

    /** A no that came late and for which the model has no way: an incident that waits for a person. */
    void noWay(DepartmentRequest request, String code, String worker) {
        failed(request, worker, Trouble.unhandled(code), 0, Duration.ZERO);
    }
}
