package makegood.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.platform.Caller;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How pressing the tasks of one list page are: one request for all its cards. */
@RestController
class TaskBadges {
    enum Badge {
        OVERDUE,
        SOON
    }

    record Pressing(Badge badge, Instant dueAt) {}

    private static final Duration SOON = Duration.ofHours(2);
    private final TaskService tasks;
    private final Clock clock;

    TaskBadges(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/api/v1/tasks/badges")
    Map<String, Pressing> badges(@RequestParam List<String> ids) {
        var wanted = ids.stream().limit(100).toArray(String[]::new);
        if (wanted.length == 0) {
            return Map.of();
        }
        var caller = Caller.current();
        return tasks
                .createTaskQuery()
                .taskIdIn(wanted)
                .dueBefore(Date.from(clock.instant().plus(SOON)))
                .list()
                .stream()
                .filter(task -> task.getTenantId() == null || caller.serves(task.getTenantId()))
                .collect(Collectors.toMap(Task::getId, this::pressing));
    }

    private Pressing pressing(Task task) {
        var dueAt = task.getDueDate().toInstant();
        return new Pressing(dueAt.isBefore(clock.instant()) ? Badge.OVERDUE : Badge.SOON, dueAt);
    }
}
