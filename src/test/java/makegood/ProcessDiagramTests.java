package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import makegood.Diagram.Box;
import makegood.Diagram.Way;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** People live in these pictures: everything is drawn, nothing hides anything, and the way leads to the right. */
class ProcessDiagramTests {
    private static final double PIXELS_PER_LETTER = 6.5; // of the drawn labels, 11 px

    @Test
    void everythingIsDrawn() {
        assertThat(Models.findings(model -> {
                    var diagram = Diagram.of(model);
                    return model.all(FlowElement.class).stream()
                            .filter(element -> !diagram.nodes().containsKey(element)
                                    && !diagram.ways().containsKey(element))
                            .map(element -> element.getId() + " is not drawn");
                }))
                .isEmpty();
    }

    @Test
    void nodesDoNotOverlap() {
        assertThat(pairsOfNodes((one, other) -> one.getValue().overlaps(other.getValue(), 1)
                        && !(contains(one, other) || contains(other, one))
                        && !Diagram.attached(one.getKey(), other.getKey())))
                .isEmpty();
    }

    @Test
    void partsLieInsideTheirSubProcess() {
        assertThat(pairsOfNodes(
                        (one, other) -> isPart(one, other) && !other.getValue().contains(one.getValue())
                                || isPart(other, one) && !one.getValue().contains(other.getValue())))
                .isEmpty();
    }

    @Test
    void labelsLieBesideNodes() {
        assertThat(findings(diagram -> diagram.labels().entrySet().stream()
                        .flatMap(label -> solid(diagram)
                                .filter(node -> !node.getKey().equals(label.getKey()))
                                .filter(node -> label.getValue().overlaps(node.getValue(), 3))
                                .map(node -> "label of " + id(label.getKey()) + " over "
                                        + node.getKey().getId()))))
                .isEmpty();
    }

    @Test
    void labelsDoNotOverlap() {
        assertThat(findings(diagram -> pairs(List.copyOf(diagram.labels().entrySet()))
                        .filter(pair ->
                                pair.get(0).getValue().overlaps(pair.get(1).getValue(), 3))
                        .map(pair -> "labels of " + id(pair.get(0).getKey()) + " and "
                                + id(pair.get(1).getKey()))))
                .isEmpty();
    }

    @Test
    void labelsAreWideEnoughForTheirLongestWord() {
        assertThat(findings(diagram -> diagram.labels().entrySet().stream()
                        .filter(label -> longestWord(label.getKey()) * PIXELS_PER_LETTER
                                > label.getValue().width())
                        .map(label -> "label of " + id(label.getKey()) + " breaks a word")))
                .isEmpty();
    }

    @Test
    void waysLeaveForeignNodesAlone() {
        assertThat(findings(diagram -> diagram.ways().entrySet().stream()
                        .flatMap(way -> solid(diagram)
                                .filter(node -> !ends(way.getKey()).contains(node.getKey()))
                                .filter(node -> way.getValue().runsThrough(node.getValue(), 2))
                                .map(node -> way.getKey().getId() + " runs through "
                                        + node.getKey().getId()))))
                .isEmpty();
    }

    @Test
    void waysOutsideASubProcessStayOutside() {
        assertThat(findings(diagram -> diagram.ways().entrySet().stream()
                        .flatMap(way -> diagram.nodes().entrySet().stream()
                                .filter(node -> node.getKey() instanceof SubProcess)
                                .filter(node -> !way.getKey().getParentElement().equals(node.getKey()))
                                .filter(node -> !ends(way.getKey()).contains(node.getKey()))
                                .filter(node -> way.getValue().runsThrough(node.getValue(), 2))
                                .map(node -> way.getKey().getId() + " runs through "
                                        + node.getKey().getId()))))
                .isEmpty();
    }

    @Test
    void waysLeaveForeignLabelsAlone() {
        assertThat(findings(diagram -> diagram.ways().entrySet().stream()
                        .flatMap(way -> diagram.labels().entrySet().stream()
                                .filter(label -> !label.getKey().equals(way.getKey()))
                                .filter(label -> way.getValue().runsThrough(label.getValue(), 4))
                                .map(label ->
                                        way.getKey().getId() + " runs through the label of " + id(label.getKey())))))
                .isEmpty();
    }

    @Test
    void waysTouchTheirEndsOnlyAtTheirEnds() {
        assertThat(findings(diagram -> diagram.ways().entrySet().stream()
                        .flatMap(way -> Stream.of(
                                        way.getKey().getSource(), way.getKey().getTarget())
                                .filter(end -> !(end instanceof SubProcess))
                                .filter(end -> way.getValue()
                                        .runsThroughItsEnd(diagram.nodes().get(end)))
                                .map(end -> way.getKey().getId() + " runs through its end " + end.getId()))))
                .isEmpty();
    }

    @Test
    void theWayLeadsToTheRight() {
        assertThat(findings(diagram -> {
                    long back = diagram.ways().values().stream()
                            .filter(Way::runsBack)
                            .count();
                    int all = diagram.ways().size();
                    return Stream.of(back + " of " + all + " ways run back")
                            .filter(finding -> back > Math.max(2, all / 5));
                }))
                .isEmpty();
    }

    @Test
    void waysHardlyCross() {
        assertThat(findings(diagram -> {
                    long crossings = pairs(List.copyOf(diagram.ways().entrySet()))
                            .filter(pair -> ends(pair.get(0).getKey()).stream()
                                    .noneMatch(ends(pair.get(1).getKey())::contains))
                            .mapToLong(pair ->
                                    pair.get(0).getValue().crossings(pair.get(1).getValue()))
                            .sum();
                    return Stream.of(crossings + " crossings")
                            .filter(finding ->
                                    crossings > Math.max(2, diagram.ways().size() / 10));
                }))
                .isEmpty();
    }

    private static List<String> findings(Function<Diagram, Stream<String>> rule) {
        return Models.findings(model -> rule.apply(Diagram.of(model)));
    }

    private static List<String> pairsOfNodes(BiPredicate<Map.Entry<FlowNode, Box>, Map.Entry<FlowNode, Box>> bad) {
        return findings(diagram -> pairs(List.copyOf(diagram.nodes().entrySet()))
                .filter(pair -> bad.test(pair.get(0), pair.get(1)))
                .map(pair -> pair.get(0).getKey().getId() + " / "
                        + pair.get(1).getKey().getId()));
    }

    private static <T> Stream<List<T>> pairs(List<T> all) {
        var pairs = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) pairs.add(List.of(all.get(i), all.get(j)));
        return pairs.stream();
    }

    private static Stream<Map.Entry<FlowNode, Box>> solid(Diagram diagram) {
        return diagram.nodes().entrySet().stream().filter(node -> !(node.getKey() instanceof SubProcess));
    }

    private static boolean isPart(Map.Entry<FlowNode, Box> part, Map.Entry<FlowNode, Box> whole) {
        return part.getKey().getParentElement().equals(whole.getKey());
    }

    private static boolean contains(Map.Entry<FlowNode, Box> whole, Map.Entry<FlowNode, Box> part) {
        return whole.getKey() instanceof SubProcess && isPart(part, whole);
    }

    private static List<FlowNode> ends(SequenceFlow flow) {
        return Stream.of(flow.getSource(), flow.getTarget())
                .flatMap(end ->
                        end instanceof BoundaryEvent event ? Stream.of(end, event.getAttachedTo()) : Stream.of(end))
                .toList();
    }

    private static int longestWord(ModelElementInstance element) {
        var name = element.getAttributeValue("name");
        return Stream.of((name == null ? "" : name).split("\\s+"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String id(ModelElementInstance element) {
        return ((BaseElement) element).getId();
    }
}
