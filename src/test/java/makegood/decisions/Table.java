package makegood.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision of {@code processes/} on the DMN engine alone, without process engine or Spring. */
class Table {
    private static final List<DmnDecisionTableEvaluationEvent> EVENTS = new ArrayList<>();
    static final DefaultDmnEngineConfiguration CONFIGURATION = new DefaultDmnEngineConfiguration();
    private static final DmnEngine ENGINE = engine();

    private final String id;
    private final DmnDecision decision;
    private final DecisionTable model;

    Table(String file, String decision) {
        id = decision;
        var xml = read(file);
        this.decision = ENGINE.parseDecision(decision, xml);
        Decision element = xml.getModelElementById(decision);
        model = (DecisionTable) element.getExpression();
    }

    static DmnModelInstance read(String file) {
        return Dmn.readModelFromStream(Table.class.getResourceAsStream("/processes/" + file + ".dmn"));
    }

    /** The outputs of the one rule that fires, by output name. */
    Map<String, Object> decide(Map<String, Object> facts) {
        EVENTS.clear();
        var result =
                ENGINE.evaluateDecision(decision, Variables.createVariables().putValue("facts", facts));
        return result.getSingleResult().getEntryMap();
    }

    /** The outputs of all rules that fire, in the table's order, by output name. */
    List<Map<String, Object>> decideAll(Map<String, Object> facts) {
        EVENTS.clear();
        return ENGINE.evaluateDecision(decision, Variables.createVariables().putValue("facts", facts))
                .getResultList();
    }

    /** Checks which rules fire, in order, and what each says in {@code output} ("RM-03=RESEND, RM-99=APOLOGY"). */
    void expectAll(String neutral, String facts, String output, String rules) {
        var given = pairs(neutral);
        given.putAll(pairs(facts));
        var said = decideAll(given).stream().map(hit -> hit.get("rule") + "=" + hit.get(output));
        assertThat(said).as("%s with %s", id, given).containsExactly(rules.split(",\\s*"));
    }

    /** The id of the rule that fired in the last evaluation, here or in a table that this one requires. */
    String fired() {
        var event = EVENTS.stream()
                .filter(e -> e.getDecision().getKey().equals(id))
                .findFirst()
                .orElseThrow();
        return event.getMatchingRules().get(0).getId();
    }

    /** Checks that {@code facts} (changes to the neutral ones, "a=b, c=d") fire exactly this rule with all these outputs. */
    void expect(String rule, String neutral, String facts, String outputs) {
        var given = pairs(neutral);
        given.putAll(pairs(facts));
        var decided = new HashMap<>(decide(given));
        assertThat(fired()).as("%s with %s", id, given).isEqualTo(rule);
        assertThat(decided.remove(ruleOutput())).isEqualTo(rule);
        assertThat(decided.remove("source").toString()).matches("(law|practice|config|unverified|floor)(: \\S.*)?");
        assertThat(typed(decided)).isEqualTo(pairs(outputs));
    }

    void expectARowForEveryRule(String rows) {
        var tested = rows.lines().filter(row -> !row.isBlank()).map(row -> row.split("\\|")[0].strip());
        assertThat(tested).containsExactlyElementsOf(rules().map(Rule::getId).toList());
    }

    Stream<Rule> rules() {
        return model.getRules().stream();
    }

    DecisionTable model() {
        return model;
    }

    private String ruleOutput() {
        return model.getOutputs().stream().anyMatch(o -> o.getName().equals("rule")) ? "rule" : "floorRule";
    }

    private static Map<String, Object> typed(Map<String, Object> outputs) {
        outputs.replaceAll((name, value) -> value instanceof Integer number ? number.longValue() : value);
        return outputs;
    }

    /** "a=IN, b=true, c=5" as a map; words, booleans and numbers are told apart. */
    private static Map<String, Object> pairs(String text) {
        var pairs = new HashMap<String, Object>();
        for (var pair : text.strip().split(",\\s*")) {
            var parts = pair.split("=");
            if (parts.length == 2) pairs.put(parts[0].strip(), value(parts[1].strip()));
        }
        return pairs;
    }

    private static Object value(String word) {
        if (word.matches("true|false")) return Boolean.valueOf(word);
        return word.matches("-?\\d+") ? Long.valueOf(word) : word;
    }

    private static DmnEngine engine() {
        CONFIGURATION.getCustomPostDecisionTableEvaluationListeners().add(EVENTS::add);
        return CONFIGURATION.buildEngine();
    }
}
