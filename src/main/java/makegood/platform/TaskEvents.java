package makegood.platform;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.ApplicationContext;

/** What every user task does when it opens, changes hands and ends. */
class TaskEvents {
    private final ApplicationContext context;

    TaskEvents(ApplicationContext context) {
        this.context = context;
    }

    void created(DelegateTask task, String stage) {
        var step = step(task);
        step.created(task);
        var opened = new TaskOpened(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                caseNumber(task),
                task.getTenantId(),
                teams(task),
                stage == null ? "DEFAULT" : stage);
        context.publishEvent(opened);
        if (opened.dueAt() != null) {
            task.setDueDate(Date.from(opened.dueAt()));
        }
        task.setPriority(opened.priority());
    }

    void assigned(DelegateTask task) {
        context.publishEvent(new TaskAssigned(task.getId(), caseNumber(task), task.getAssignee()));
    }

    void completed(DelegateTask task) {
        var completing = new TaskCompleting(
                task.getId(),
                task.getTaskDefinitionKey(),
                caseNumber(task),
                teams(task),
                Caller.current().account(),
                GivenFields.running());
        context.publishEvent(completing);
        if (completing.isLost()) {
            throw new OptimisticLockingException("task " + task.getId() + " was completed by somebody else");
        }
        try {
            completing.check();
            step(task).complete(task, new Answers(GivenFields.running()));
        } catch (BusinessRefusal refusal) {
            RefusalFilter.remember(refusal);
            throw new ProcessEngineException(refusal.getMessage(), refusal);
        }
        context.publishEvent(new TaskEnded(
                task.getId(),
                task.getTaskDefinitionKey(),
                caseNumber(task),
                true,
                Caller.current().account()));
    }

    void deleted(DelegateTask task) {
        context.publishEvent(new TaskEnded(
                task.getId(), task.getTaskDefinitionKey(), caseNumber(task), false, Caller.SYSTEM.account()));
    }

    private static Set<String> teams(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(g -> g != null)
                .collect(Collectors.toSet());
    }

    private UserTaskStep step(DelegateTask task) {
        return context.getBean(StepListeners.beanOf(task.getTaskDefinitionKey()), UserTaskStep.class);
    }

    /** A branch that ended beside the task between two reads has moved the task to another execution. */
    private static String caseNumber(DelegateTask task) {
        var execution = ((TaskEntity) task).getExecution();
        if (execution == null) {
            throw new OptimisticLockingException("task " + task.getId() + " was moved by a branch beside it");
        }
        return execution.getProcessBusinessKey();
    }
}
