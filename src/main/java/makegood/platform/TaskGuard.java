package makegood.platform;

import java.lang.reflect.Field;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Who may touch a task: the engine's grants alone would let any agent complete finance's tasks. The assignee, or while
 * there is none a member of a candidate team that serves the task's store, works on it; leads and managers of the store
 * give it to somebody else. Without a login (clocks, workers, the house itself) and inside the engine's own listeners
 * everything passes.
 */
class TaskGuard extends CommandInterceptor {
    private static final Field CLAIMED = EngineFields.of(ClaimTaskCmd.class, "taskId");
    private static final Field CLAIMER = EngineFields.of(ClaimTaskCmd.class, "userId");
    private static final Field COMPLETED = EngineFields.of(CompleteTaskCmd.class, "taskId");
    private static final Field SUBMITTED = EngineFields.of(SubmitTaskFormCmd.class, "taskId");
    private static final Field COMMENTED = EngineFields.of(AddCommentCmd.class, "taskId");
    private static final Field CHANGED = EngineFields.of(AbstractSetTaskPropertyCmd.class, "taskId");
    private static final Field LINKED_USER = EngineFields.of(AbstractAddIdentityLinkCmd.class, "userId");
    private static final Field UNLINKED = EngineFields.of(DeleteIdentityLinkCmd.class, "taskId");
    private static final Field DELEGATED = EngineFields.of(DelegateTaskCmd.class, "taskId");
    private static final Field SAVED = EngineFields.of(SaveTaskCmd.class, "task");
    private static final Set<String> FREE_CHANGES = Set.of("followUpDate");

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (context.getAuthentication() != null && context.isAuthorizationCheckEnabled()) {
            check(command);
        }
        return next.execute(command);
    }

    private static void check(Command<?> command) {
        if (command instanceof CompleteTaskCmd) {
            access(COMPLETED, command).mustBeWorker();
        } else if (command instanceof SubmitTaskFormCmd) {
            access(SUBMITTED, command).mustBeWorker();
        } else if (command instanceof ClaimTaskCmd) {
            claim(command, access(CLAIMED, command));
        } else if (command instanceof AssignTaskCmd) {
            access(CHANGED, command).mayAssign((String) EngineFields.get(LINKED_USER, command));
        } else if (command instanceof AddCommentCmd) {
            access(COMMENTED, command).mustSee();
        } else if (command instanceof SaveTaskCmd) {
            save((TaskEntity) EngineFields.get(SAVED, command));
        } else if (command instanceof AbstractSetTaskPropertyCmd) {
            access(CHANGED, command).mustLead();
        } else if (command instanceof DeleteIdentityLinkCmd) {
            access(UNLINKED, command).mustLead();
        } else if (command instanceof DelegateTaskCmd) {
            access(DELEGATED, command).mustLead();
        } else if (neverByPeople(command)) {
            throw refused(new NotYourTask());
        }
    }

    /** These change a case past its drawn way, or put files and words where they do not belong. */
    private static boolean neverByPeople(Command<?> command) {
        return command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd
                || command instanceof CreateAttachmentCmd;
    }

    private static void claim(Command<?> command, TaskAccess task) {
        var claimer = (String) EngineFields.get(CLAIMER, command);
        if (claimer == null) {
            task.mayAssign(null);
        } else {
            task.mayClaim(claimer);
        }
    }

    /** Tasklist saves the whole task to set a follow-up date. Whatever else has changed in it is somebody's wish. */
    private static void save(TaskEntity task) {
        if (task.getId() == null || task.getRevision() == 0) {
            throw refused(new NotYourTask()); // a task of no case
        }
        var changes = task.getPropertyChanges();
        var access = new TaskAccess(task);
        if (changes.containsKey("assignee")) {
            access.mustLead();
        }
        for (var change : changes.keySet()) {
            if (!FREE_CHANGES.contains(change) && !"assignee".equals(change)) {
                throw refused(new NotYourTask());
            }
        }
        access.mustSee();
    }

    private static TaskAccess access(Field id, Command<?> command) {
        return TaskAccess.of((String) EngineFields.get(id, command));
    }

    static ProcessEngineException refused(BusinessRefusal refusal) {
        RefusalFilter.remember(refusal);
        return new ProcessEngineException(refusal.getMessage(), refusal);
    }
}
