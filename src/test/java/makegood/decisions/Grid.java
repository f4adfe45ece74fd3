package makegood.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A FIRST table taken apart: per input value the set of rules whose cell accepts it (asked once from the engine's own
 * FEEL), so that millions of combinations can be decided by AND of bits.
 */
class Grid {
    /** A rule by its code, with the literals of its outputs. */
    record Line(String rule, List<String> outputs) {}

    private final List<Line> lines;
    /** Input name, then value, then the accepting rules as bits. */
    private final Map<String, Map<Object, Long>> accepts = new LinkedHashMap<>();

    Grid(Table table) {
        var rules = table.rules().toList();
        lines = rules.stream()
                .map(rule -> new Line(rule.getId(), outputs(rule)))
                .toList();
        var inputs = List.copyOf(table.model().getInputs());
        for (int column = 0; column < inputs.size(); column++)
            accepts.put(name(inputs.get(column)), bits(rules, inputs.get(column), column));
    }

    static String name(Input input) {
        return input.getInputExpression().getText().getTextContent().replace("facts.", "");
    }

    /** The values a column's list allows; both booleans where there is none. */
    static List<Object> allowed(Input input) {
        if (input.getInputValues() == null) return List.of(true, false);
        return Stream.of(input.getInputValues().getText().getTextContent().split(","))
                .<Object>map(word -> word.strip().replace("\"", ""))
                .toList();
    }

    /** Per input the values that some cell tells apart from the others: one stands for all that all cells treat alike. */
    Map<String, List<Object>> distinguished(Grid required) {
        var values = new LinkedHashMap<String, List<Object>>();
        for (var input : accepts.keySet()) {
            var seen = new LinkedHashMap<List<Long>, Object>();
            accepts.get(input)
                    .forEach((value, bits) -> seen.putIfAbsent(
                            List.of(
                                    bits,
                                    required.accepts
                                            .getOrDefault(input, Map.of())
                                            .getOrDefault(value, 0L)),
                            value));
            values.put(input, new ArrayList<>(seen.values()));
        }
        return values;
    }

    /** The first rule that accepts all of {@code facts}. */
    Line first(Map<String, Object> facts) {
        long left = -1;
        for (var column : accepts.entrySet()) left &= column.getValue().get(facts.get(column.getKey()));
        return lines.get(Long.numberOfTrailingZeros(left));
    }

    static List<String> outputs(Rule rule) {
        return rule.getOutputEntries().stream()
                .map(output -> output.getText().getTextContent().replace("\"", ""))
                .toList();
    }

    private static Map<Object, Long> bits(List<Rule> rules, Input input, int column) {
        var bits = new LinkedHashMap<Object, Long>();
        for (var value : allowed(input)) {
            long accepting = 0;
            for (int rule = 0; rule < rules.size(); rule++)
                if (holds(entry(rules.get(rule), column), value)) accepting |= 1L << rule;
            bits.put(value, accepting);
        }
        return bits;
    }

    private static String entry(Rule rule, int column) {
        return List.copyOf(rule.getInputEntries()).get(column).getText().getTextContent();
    }

    private static boolean holds(String cell, Object value) {
        if (cell.isBlank()) return true;
        var variables = Variables.createVariables().putValue("cell", value).asVariableContext();
        return Table.CONFIGURATION.getFeelEngine().evaluateSimpleUnaryTests(cell, "cell", variables);
    }
}
