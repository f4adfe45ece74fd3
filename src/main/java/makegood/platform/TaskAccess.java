package makegood.platform;

import static makegood.platform.TaskGuard.refused;

import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;

/** One task as the caller stands to it. What is read here stays in the command's cache, so it costs no statement more. */
class TaskAccess {
    private final TaskEntity task;
    private final Authentication user = Context.getCommandContext().getAuthentication();

    TaskAccess(TaskEntity task) {
        this.task = task;
        if (!servesStore()) {
            throw refused(new TaskUnknown());
        }
    }

    static TaskAccess of(String taskId) {
        var context = Context.getCommandContext();
        Callable<TaskEntity> find =
                () -> taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        TaskEntity task;
        try {
            task = context.runWithoutAuthorization(find);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        if (task == null) {
            throw refused(ended(taskId) ? new TaskGone() : new TaskUnknown());
        }
        return new TaskAccess(task);
    }

    /** Whether the caller could have seen it while it was open. */
    private static boolean ended(String taskId) {
        var context = Context.getCommandContext();
        var past =
                taskId == null ? null : context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        return past != null && serves(context.getAuthentication(), past.getTenantId());
    }

    private boolean servesStore() {
        return serves(user, task.getTenantId());
    }

    private static boolean serves(Authentication user, String store) {
        return store == null || has(user.getGroupIds(), Teams.ADMINS) || has(user.getTenantIds(), store);
    }

    private boolean in(String team) {
        return has(user.getGroupIds(), team);
    }

    private static boolean has(List<String> names, String name) {
        return names != null && names.contains(name);
    }

    private boolean leads() {
        return in(Teams.LEADS) || in(Teams.MANAGERS) || in(Teams.ADMINS);
    }

    private boolean candidate() {
        return task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(this::names);
    }

    private boolean names(IdentityLink link) {
        return link.getGroupId() != null && in(link.getGroupId())
                || link.getUserId() != null && link.getUserId().equals(user.getUserId());
    }

    private boolean assignee() {
        return user.getUserId().equals(task.getAssignee());
    }

    /** Completes it: the assignee, or a candidate while nobody has it. */
    void mustBeWorker() {
        if (task.getAssignee() == null && task.getIdentityLinks().isEmpty()) {
            throw refused(new TaskGone()); // every task has a team: somebody completed it between two reads
        }
        if (!assignee() && !(task.getAssignee() == null && candidate())) {
            throw refused(new NotYourTask());
        }
    }

    /** Takes it for oneself. */
    void mayClaim(String claimer) {
        if (!user.getUserId().equals(claimer)) {
            mustLead();
        } else if (!assignee() && !candidate()) {
            throw refused(new NotYourTask());
        } else if (task.getAssignee() != null && !assignee()) {
            throw refused(new TaskTaken());
        }
    }

    /** Gives it to somebody, or back to the team when {@code to} is null. */
    void mayAssign(String to) {
        if (to == null && assignee()) {
            return;
        }
        if (to != null && to.equals(user.getUserId()) && task.getAssignee() == null) {
            mayClaim(to);
            return;
        }
        mustLead();
    }

    void mustLead() {
        if (!leads()) {
            throw refused(new NotYourTask());
        }
    }

    /** Remarks and follow-up dates: whoever may work on it, or leads. */
    void mustSee() {
        if (!assignee() && !leads() && !candidate()) {
            throw refused(new NotYourTask());
        }
    }
}
