package makegood.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every decision in {@code processes/}, those to come included. */
class DecisionConventionsTests {
    private static final Pattern BOTH_LANGUAGES =
            Pattern.compile("[^\\p{IsHan}]*[A-Za-z][^\\p{IsHan}]* / .*\\p{IsHan}.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    static List<Decision> decisions() throws IOException {
        return files().flatMap(file -> Table.read(file).getModelElementsByType(Decision.class).stream())
                .toList();
    }

    @Test
    void everyFileHoldsTheDecisionOfItsName() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(file -> {
            DecisionTable table = new Table(file, file).model();
            assertThat(table).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void firstHitWinsAndTheLastRuleTakesTheRest(Decision decision) {
        assertThat(table(decision).getHitPolicy())
                .isEqualTo(decision.getId().equals("remedy") ? HitPolicy.RULE_ORDER : HitPolicy.FIRST);
        var rules = List.copyOf(table(decision).getRules());
        assertThat(rules.get(rules.size() - 1).getInputEntries())
                .allMatch(entry -> text(entry).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleIsExplainedInBothLanguages(Decision decision) {
        assertThat(table(decision).getRules()).allSatisfy(rule -> {
            var note = rule.getDescription().getTextContent();
            assertThat(note).as(rule.getId()).matches(BOTH_LANGUAGES).doesNotContain("[");
            assertThat(note.split(" / ")).as(rule.getId()).hasSize(2);
        });
        assertThat(decision.getDescription().getTextContent()).matches(BOTH_LANGUAGES);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyColumnIsLabelledInBothLanguages(Decision decision) {
        assertThat(table(decision).getInputs())
                .allSatisfy(input -> assertThat(input.getLabel()).matches(BOTH_LANGUAGES));
        assertThat(table(decision).getOutputs())
                .allSatisfy(output -> assertThat(output.getLabel()).matches(BOTH_LANGUAGES));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleAnswersWithItsCodeAndLeavesNoOutputOpen(Decision decision) {
        var outputs = table(decision).getOutputs().stream().map(Output::getName).toList();
        var code = outputs.contains("rule") ? outputs.indexOf("rule") : outputs.indexOf("floorRule");
        assertThat(table(decision).getRules()).allSatisfy(rule -> {
            var values =
                    rule.getOutputEntries().stream().map(entry -> text(entry)).toList();
            assertThat(values)
                    .as(rule.getId())
                    .hasSameSizeAs(outputs)
                    .noneMatch(String::isBlank)
                    .noneMatch("null"::equals);
            assertThat(values.get(code)).isEqualTo("\"" + rule.getId() + "\"");
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void cellsUseOnlyTheCodesOfTheirColumn(Decision decision) {
        var inputs = List.copyOf(table(decision).getInputs());
        for (var rule : table(decision).getRules()) {
            var entries = List.copyOf(rule.getInputEntries());
            assertThat(entries).hasSameSizeAs(inputs);
            for (int column = 0; column < inputs.size(); column++) {
                assertThat(Grid.allowed(inputs.get(column)))
                        .as("%s: %s", rule.getId(), text(entries.get(column)))
                        .containsAll(words(text(entries.get(column))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void outputsUseOnlyTheCodesOfTheirColumn(Decision decision) {
        var outputs = List.copyOf(table(decision).getOutputs());
        for (var rule : table(decision).getRules()) {
            var entries = List.copyOf(rule.getOutputEntries());
            for (int column = 0; column < outputs.size(); column++) {
                var allowed = outputs.get(column).getOutputValues();
                if (allowed != null)
                    assertThat(words(allowed.getText().getTextContent()))
                            .as(rule.getId())
                            .containsAll(words(text(entries.get(column))));
            }
        }
    }

    /** The engine reads days only; three years of records is what the law asks for. */
    @ParameterizedTest
    @MethodSource("decisions")
    void historyIsKeptForThreeYears(Decision decision) {
        assertThat(ParseUtil.parseHistoryTimeToLive(decision.getCamundaHistoryTimeToLiveString()))
                .isGreaterThanOrEqualTo(3 * 365 + 1);
    }

    private static Stream<String> files() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dmn"))
                    .map(name -> name.replace(".dmn", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<Object> words(String cell) {
        return WORD.matcher(cell).results().<Object>map(match -> match.group(1)).toList();
    }

    private static DecisionTable table(Decision decision) {
        return (DecisionTable) decision.getExpression();
    }

    private static String text(InputEntry entry) {
        return entry.getText().getTextContent();
    }

    private static String text(OutputEntry entry) {
        return entry.getText().getTextContent();
    }
}
