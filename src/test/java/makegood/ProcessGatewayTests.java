package makegood;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import makegood.Models.Model;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/** Exclusive gateways are questions, and their ways are the answers. */
class ProcessGatewayTests {
    private static final Pattern YES = Pattern.compile("\\$\\{[a-z]\\w*( (==|!=) '[A-Z_]+')?}");
    private static final Pattern CHOICE = Pattern.compile("\\$\\{([a-z]\\w*) == '([A-Z_]+)'}");
    private static final Pattern RESULT = Pattern.compile("\\$\\{([a-z]\\w*Result) (==|!=) '([A-Z_]+)'}");

    @Test
    void aGatewayAsksAQuestion() {
        assertThat(findings(gateway ->
                        gateway.getName() != null && gateway.getName().endsWith("?")))
                .isEmpty();
    }

    @Test
    void oneWayIsTakenByDefaultAndTheOthersHaveAConditionEach() {
        assertThat(findings(gateway -> gateway.getDefault() != null
                        && gateway.getOutgoing().stream()
                                .allMatch(way -> (way == gateway.getDefault()) == (condition(way) == null))))
                .isEmpty();
    }

    @Test
    void everyWaySaysItsAnswer() {
        assertThat(findings(gateway -> gateway.getOutgoing().stream()
                        .noneMatch(way -> label(way).isEmpty())))
                .isEmpty();
    }

    @Test
    void yesCarriesTheConditionAndNoIsTheDefault() {
        assertThat(findings(gateway -> !isYesOrNo(gateway)
                        || label(gateway.getDefault()).equals("No")
                                && gateway.getOutgoing().stream()
                                        .filter(way -> way != gateway.getDefault())
                                        .allMatch(way -> label(way).equals("Yes")
                                                && YES.matcher(condition(way)).matches())))
                .isEmpty();
    }

    @Test
    void aChoiceComparesOneVariableWithTheConstantOfItsLabel() {
        assertThat(findings(gateway -> {
                    if (isYesOrNo(gateway)) return true;
                    var variables = new ArrayList<String>();
                    for (var way : gateway.getOutgoing()) {
                        if (way == gateway.getDefault()) continue;
                        var choice = CHOICE.matcher(condition(way));
                        if (!choice.matches() || !saysAllOf(choice.group(2), label(way))) return false;
                        variables.add(choice.group(1));
                    }
                    return Set.copyOf(variables).size() == 1;
                }))
                .isEmpty();
    }

    @Test
    void everyEndOfACalledProcessHasAResult() {
        assertThat(Models.findings(model -> ends(model)
                        .filter(end ->
                                !Models.property(end, "result").orElse("").matches("[A-Z]+(_[A-Z]+)*"))
                        .map(end -> end.getId() + " has no result")))
                .isEmpty();
    }

    @Test
    void aResultThatIsAskedForCanHappen() {
        Map<String, Set<String>> results = new HashMap<>();
        for (var model : Models.all())
            results.put(
                    Models.bean("_" + pascal(model.id())) + "Result",
                    ends(model)
                            .flatMap(end -> Models.property(end, "result").stream())
                            .collect(toSet()));
        assertThat(Models.findings(model -> model.flows()
                        .filter(way -> condition(way) != null)
                        .flatMap(way -> RESULT.matcher(condition(way)).results())
                        .filter(asked -> results.containsKey(asked.group(1))
                                && !results.get(asked.group(1)).contains(asked.group(3)))
                        .map(asked -> "nobody gives " + asked.group())))
                .isEmpty();
    }

    private static List<String> findings(Predicate<ExclusiveGateway> good) {
        return Models.findings(model -> model.all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .filter(good.negate())
                .map(gateway -> gateway.getId() + " " + gateway.getName()));
    }

    private static boolean isYesOrNo(ExclusiveGateway gateway) {
        return gateway.getOutgoing().stream()
                .anyMatch(way -> Set.of("Yes", "No").contains(label(way)));
    }

    private static Stream<EndEvent> ends(Model model) {
        return model.all(EndEvent.class).stream()
                .filter(end -> !model.id().equals(ProcessWiringTests.ROOT))
                .filter(end -> !(end.getParentElement() instanceof SubProcess part) || part.triggeredByEvent());
    }

    /** RETURN_REFUND and "Return and refund". */
    private static boolean saysAllOf(String constant, String label) {
        return List.of(label.toUpperCase(Locale.ROOT).split("[^A-Z]+")).containsAll(List.of(constant.split("_")));
    }

    private static String pascal(String kebab) {
        return Pattern.compile("(^|-)([a-z])")
                .matcher(kebab)
                .replaceAll(m -> m.group(2).toUpperCase(Locale.ROOT));
    }

    private static String label(SequenceFlow way) {
        return way == null || way.getName() == null ? "" : way.getName();
    }

    private static String condition(SequenceFlow way) {
        var condition = way.getConditionExpression();
        return condition == null ? null : condition.getTextContent().trim();
    }
}
