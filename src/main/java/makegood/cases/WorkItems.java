package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import makegood.clocks.Clocks;
import makegood.platform.TaskAssigned;
import makegood.platform.TaskCompleting;
import makegood.platform.TaskEnded;
import makegood.platform.TaskOpened;
import makegood.platform.Teams;
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
    /** What people of after-sales do among themselves; the customer hears nothing of it but what they write beside it. */
    private static final Set<String> AMONG_US = Set.of(
            "Task_JudgeReview",
            "Task_TriageCase",
            "Task_StateView",
            "Task_FindCause",
            "Task_CheckEvidence",
            "Task_CollectEvidence",
            "Task_LookForShipment",
            "Task_FindReturnParcel",
            "Task_FindReturningParcel",
            "Task_NameParcel",
            "Task_FollowParcel",
            "Task_CatchLostParcel",
            "Task_ApproveResend");

    private final JdbcClient db;
    private final Cases cases;
    private final Clocks clocks;
    private final Conversation conversation;
    private final Disputes disputes;
    private final Clock clock;

    WorkItems(JdbcClient db, Cases cases, Clocks clocks, Conversation conversation, Disputes disputes, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.clocks = clocks;
        this.conversation = conversation;
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
        } else if (answersCustomer(task) && cases.known(task.caseNumber)) {
            conversation.answered(task.caseNumber, task.by);
        }
    }

    /** With words to the customer, or by what after-sales decides: then a message says it. */
    private static boolean answersCustomer(TaskCompleting task) {
        var words = task.answers.get("messageToCustomer");
        return words != null && !words.toString().isBlank()
                || task.teams.contains(Teams.AFTER_SALES) && !AMONG_US.contains(task.element);
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
        if (!task.completed()) {
            end(task.taskId(), task.by(), false);
        }
    }
}
