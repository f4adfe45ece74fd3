package makegood.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Over all combinations of the inputs of return-eligibility: the shop may only be kinder than the statutory floor. */
class KinderThanTheLawTests {
    private static final Table ELIGIBILITY = new Table("return-eligibility", "return-eligibility");
    private static final Table FLOOR = new Table("return-eligibility", "statutory-return-floor");
    private static final Grid SHOP_GRID = new Grid(ELIGIBILITY);
    private static final Grid FLOOR_GRID = new Grid(FLOOR);
    private static final Map<String, List<Object>> VALUES = SHOP_GRID.distinguished(FLOOR_GRID);

    @Test
    void whatTheLawGrantsIsNeverProposedForRefusal() {
        var granted = new int[1];
        var combinations = forAll(facts -> {
            var floor = FLOOR_GRID.first(facts);
            if (!floor.outputs().get(0).equals("GRANTED")) return;
            granted[0]++;
            facts.put("floor", "GRANTED");
            var rule = SHOP_GRID.first(facts);
            if (rule.outputs().get(0).equals("REFUSE_PROPOSED"))
                fail(rule.rule() + " refuses against " + floor.rule() + ": " + facts);
        });
        assertThat(combinations).isGreaterThan(1_000_000);
        assertThat(granted[0]).isBetween(100_000, combinations);
    }

    @Test
    void faultsAndTransportAreProposedForRefusalOnlyAgainstTheEvidence() {
        var refused = new HashMap<String, Integer>();
        forAll(facts -> {
            facts.put("floor", FLOOR_GRID.first(facts).outputs().get(0));
            var rule = SHOP_GRID.first(facts);
            if (rule.outputs().get(0).equals("REFUSE_PROPOSED"))
                refused.merge(facts.get("reasonClass") + " " + rule.rule(), 1, Integer::sum);
        });
        var names = VALUES.get("reasonClass");
        assertThat(names).contains("N", "Q", "L");
        assertThat(refused.keySet())
                .allMatch(key -> key.matches("[QDS] RE-10|[NC] RE-(19|20|22)"))
                .contains("Q RE-10", "N RE-19", "N RE-20", "N RE-22");
    }

    @Test
    void everyRuleThatProposesARefusalAsksTheFloor() {
        var refusing = ELIGIBILITY
                .rules()
                .filter(rule -> Grid.outputs(rule).get(0).equals("REFUSE_PROPOSED"))
                .toList();
        assertThat(refusing).hasSize(4).allSatisfy(rule -> {
            var last = List.copyOf(rule.getInputEntries())
                    .get(rule.getInputEntries().size() - 1);
            assertThat(last.getText().getTextContent()).isEqualTo("\"NONE\"");
        });
    }

    /** The combinations above are decided by bits: here the engine itself decides some of them, with the floor required. */
    @Test
    void engineDecidesAsTheGridDoes() {
        var random = new Random(20260322);
        for (int sample = 0; sample < 400; sample++) {
            var facts = new HashMap<String, Object>();
            VALUES.forEach((input, values) -> facts.put(input, values.get(random.nextInt(values.size()))));
            facts.remove("floor");
            var result = ELIGIBILITY.decide(facts);
            var floor = FLOOR_GRID.first(facts);
            facts.put("floor", floor.outputs().get(0));
            var rule = SHOP_GRID.first(facts);
            assertThat(result)
                    .as("%s", facts)
                    .doesNotContainValue(null)
                    .containsEntry("rule", rule.rule())
                    .containsEntry("verdict", rule.outputs().get(0));
            if (rule.rule().equals("RE-FL"))
                assertThat(result)
                        .containsEntry("lane", floor.outputs().get(1))
                        .containsEntry("source", "floor: " + floor.rule());
        }
    }

    /** Calls {@code check} with every combination of the values that make a difference; returns how many there are. */
    private static int forAll(Consumer<Map<String, Object>> check) {
        var inputs = new ArrayList<>(VALUES.keySet());
        inputs.remove("floor");
        return walk(inputs, 0, new HashMap<>(), check);
    }

    private static int walk(
            List<String> inputs, int depth, Map<String, Object> facts, Consumer<Map<String, Object>> check) {
        if (depth == inputs.size()) {
            check.accept(facts);
            return 1;
        }
        var count = 0;
        for (var value : VALUES.get(inputs.get(depth))) {
            facts.put(inputs.get(depth), value);
            count += walk(inputs, depth + 1, facts, check);
        }
        return count;
    }
}
