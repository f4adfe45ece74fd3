package makegood.platform;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What is asked of a department, and what its answer does. The bean is named like the external task's id without prefix. */
public interface DepartmentStep {
    /** The request's payload: plain values and lists of them, stored as JSON in our own table, never as process variables. */
    Map<String, Object> ask(DelegateExecution execution);

    /** The department has done it; runs in the transaction that completes the external task. */
    default void answered(DelegateExecution execution, Map<String, Object> values) {}
}
