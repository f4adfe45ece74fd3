package makegood.platform;

import java.util.List;
import java.util.Map;

/**
 * A decision table has answered for a case: its version, its result, and the rules that fired with their words in both
 * languages ("english / 中文"); where several rules fired, {@code outcome} holds a list per output. Published in the engine's transaction.
 */
public record RuleFired(
        String caseNumber,
        String decision,
        String name,
        int version,
        Map<String, Object> outcome,
        List<Rule> rules,
        Map<String, Object> inputs) {
    public record Rule(String id, String text) {}
}
