package makegood.platform;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table about a case where no step of a model does: the rules that fired are kept with the case all the same. */
@Component
public class CaseDecisions {
    private final DecisionService tables;
    private final Engine engine;

    CaseDecisions(@Lazy DecisionService tables, @Lazy Engine engine) {
        this.tables = tables;
        this.engine = engine;
    }

    /** The outputs of the one rule that fired, by name. Facts as for {@link RuleStep#facts}. */
    public Map<String, Object> evaluate(String caseNumber, String decision, Map<String, Object> facts) {
        return VerdictListener.about(
                caseNumber,
                () -> engine.asSystem(() -> Map.copyOf(tables.evaluateDecisionTableByKey(decision)
                        .variables(Variables.putValueTyped("facts", Variables.untypedValue(new HashMap<>(facts), true)))
                        .evaluate()
                        .getSingleResult()
                        .getEntryMap())));
    }
}
