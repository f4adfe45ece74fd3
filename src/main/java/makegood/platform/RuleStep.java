package makegood.platform;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The facts that a decision reads, and what its result does. The bean is named like the business rule task's id without prefix. */
public interface RuleStep {
    /** Goes in as one transient variable {@code facts}; codes, booleans and whole numbers only, never null, never personal data. */
    Map<String, Object> facts(DelegateExecution execution);

    /** The outputs of the rule that fired, by output name; of the first one where a table answers with several. */
    void decided(DelegateExecution execution, Map<String, Object> result);

    /** The outputs of all rules that fired, in the table's order: more than one only where it says RULE ORDER. */
    default void allDecided(DelegateExecution execution, List<Map<String, Object>> results) {
        decided(execution, results.get(0));
    }
}
