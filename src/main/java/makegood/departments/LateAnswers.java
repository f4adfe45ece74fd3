package makegood.departments;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An answer that comes by webhook: it ends the request that still waits for it, and is told to whoever follows the reference. */
@Component
class LateAnswers {
    private final RequestBook book;
    private final RequestEnd end;
    private final ExternalTaskService tasks;
    private final ApplicationEventPublisher events;

    LateAnswers(RequestBook book, RequestEnd end, ExternalTaskService tasks, ApplicationEventPublisher events) {
        this.book = book;
        this.end = end;
        this.tasks = tasks;
        this.events = events;
    }

    void apply(DepartmentMessage message) {
        waiting(message, (request, worker) -> end.apply(request, message.asAnswer(), worker));
        events.publishEvent(new DepartmentAnswered(message.topic(), message.reference(), message.allValues()));
    }

    /** For a no that the model of the waiting step does not know. */
    void noWay(DepartmentMessage message) {
        waiting(message, (request, worker) -> end.noWay(request, message.code(), worker));
    }

    private void waiting(DepartmentMessage message, BiConsumer<DepartmentRequest, String> what) {
        book.waitingFor(message.topic(), message.reference()).ifPresent(request -> {
            var task = tasks.createExternalTaskQuery()
                    .externalTaskId(request.taskId())
                    .singleResult();
            if (task != null && task.getWorkerId() != null) {
                what.accept(request, task.getWorkerId());
            }
        });
    }
}
