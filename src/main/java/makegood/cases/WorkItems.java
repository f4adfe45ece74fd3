package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import makegood.clocks.Clocks;
import makegood.platform.TaskAssigned;
import makegood.platform.TaskCompleting;
import makegood.platform.TaskEnded;
import makegood.platform.TaskOpened;
import makegood.platform.Utc;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One row per user task, written in the engine's own transaction: lists, searches and "who owes what" read these rows,
 * because the engine's queries slow down with the number of open tasks.
 */
@Component
class WorkItems {
    /** What people do before anybody speaks to the author of a review. */
    private static final Set<String> BEFORE_CONTACT = Set.of("Task_JudgeReview", "Task_LookAtReview");

    private final JdbcClient db;
    private final Cases cases;
    private final Clocks clocks;
    private final Disputes disputes;
    private final Clock clock;

    WorkItems(JdbcClient db, Cases cases, Clocks clocks, Disputes disputes, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.clocks = clocks;
        this.disputes = disputes;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened task) {
        if (!cases.known(task.caseNumber)) {
            open(task, "NONE", "P3", null);
            return;
        }
        var c = cases.row(task.caseNumber);
        var platform = switch (task.stage) {
            case "REVIEW_REQUEST" -> PlatformDeadline.decideBy(c);
            case "EVIDENCE_PACK" -> disputes.answerBy(c.caseNumber);
            default -> null;
        };
        open(task, c.channel.name(), c.priority, platform);
    }

    private void open(TaskOpened task, String channel, String level, Instant platform) {
        var teams = String.join(",", task.teams);
        Instant due = clocks.taskCreated(
                task.taskId, task.caseNumber, task.store, teams, task.stage, channel, level, platform);
        task.due(due);
        task.priority(priority(level));
        db.sql(
                        "insert into work_item (task_id, case_number, store, element, label, team, stage, created_at, due_at, completed)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task.taskId,
                        task.caseNumber,
                        task.store,
                        task.element,
                        task.name,
                        teams,
                        task.stage,
                        Utc.of(clock.instant()),
                        Utc.of(due),
                        false)
                .update();
    }

    private static int priority(String level) {
        return switch (level) {
            case "P1" -> 100;
            case "P2" -> 75;
            case "P4" -> 25;
            default -> 50;
        };
    }

    @EventListener
    void on(TaskAssigned task) {
        db.sql("update work_item set assignee = ? where task_id = ?")
                .params(task.assignee(), task.taskId())
                .update();
        clocks.taskAssigned(task.taskId(), task.assignee());
        if (!cases.known(task.caseNumber())) {
            return;
        }
        var c = cases.row(task.caseNumber());
        if (c.owner == null && task.assignee() != null) {
            c.owner = task.assignee();
        }
    }

    /** The first statement of every completion: its row lock makes simultaneous answers take turns. */
    @EventListener
    void on(TaskCompleting task) {
        if (end(task.taskId, task.by, true) == 0) {
            task.lost();
        }
    }

    private int end(String taskId, String by, boolean completed) {
        return db.sql("update work_item set ended_at = ?, ended_by = ?, completed = ?"
                        + " where task_id = ? and ended_at is null")
                .params(Utc.of(clock.instant()), by, completed, taskId)
                .update();
    }

    @EventListener
    void on(TaskEnded task) {
        clocks.taskEnded(task.taskId());
        if (task.completed()) {
            if (!BEFORE_CONTACT.contains(task.element())) {
                clocks.stop(task.caseNumber(), "FIRST_RESPONSE"); // a person has answered
            }
        } else {
            end(task.taskId(), task.by(), false);
        }
    }
}
