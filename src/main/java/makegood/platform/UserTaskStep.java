package makegood.platform;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person's answer does. The bean is named like the task's id without prefix ({@code reviewReturnRequest} for
 * {@code Task_ReviewReturnRequest}) and runs in the transaction that completes the task, whoever completed it.
 */
public interface UserTaskStep {
    /** Takes the answer into the domain; a refusal keeps the task open and nothing is changed. Sets only the codes that gateways need. */
    void complete(DelegateTask task, Answers answers) throws BusinessRefusal;

    /** The task has just been created. */
    default void created(DelegateTask task) {}
}
