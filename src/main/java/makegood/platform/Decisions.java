package makegood.platform;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Asks a decision table outside of a process (authority, clocks): no database, no verdict on a case. */
@Component
public class Decisions {
    private static final int REMEMBERED = 10_000;

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final Map<Question, Map<String, Object>> answers = new ConcurrentHashMap<>();

    private record Question(String decision, Map<String, Object> facts) {}

    /** The outputs of the one rule that fired, by name. Facts as for {@link RuleStep#facts}. */
    public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Question(decision, Map.copyOf(facts)), this::ask);
    }

    /** The tables are part of the release, and most questions come again: their answers are remembered. */
    private Map<String, Object> ask(Question question) {
        var table = parsed.computeIfAbsent(question.decision, this::parse);
        var result = engine.evaluateDecisionTable(table, Map.of("facts", new HashMap<>(question.facts)));
        return Map.copyOf(result.getSingleResult().getEntryMap());
    }

    private DmnDecision parse(String decision) {
        try (InputStream model = new ClassPathResource("processes/" + decision + ".dmn").getInputStream()) {
            return engine.parseDecision(decision, model);
        } catch (java.io.IOException missing) {
            throw new IllegalStateException("no decision " + decision, missing);
        }
    }
}
