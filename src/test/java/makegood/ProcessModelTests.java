package makegood;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makegood.Models.Model;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** One name per fact: how processes, nodes and ways are named, so that a picture can be read aloud. */
class ProcessModelTests {
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.of(
            StartEvent.class, "StartEvent_",
            EndEvent.class, "EndEvent_",
            Event.class, "Event_",
            Gateway.class, "Gateway_",
            CallActivity.class, "Call_",
            SubProcess.class, "Sub_",
            Task.class, "Task_");
    private static final List<Class<? extends FlowNode>> FROM_SPECIAL_TO_GENERAL = List.of(
            StartEvent.class,
            EndEvent.class,
            Event.class,
            Gateway.class,
            CallActivity.class,
            SubProcess.class,
            Task.class);

    @Test
    void fileIsNamedAfterItsOneProcess() {
        assertThat(Models.findings(model -> model.all(org.camunda.bpm.model.bpmn.instance.Process.class).stream()
                        .filter(process -> !process.getId().equals(model.id())
                                || !process.getId().matches("[a-z]+(-[a-z]+)*")
                                || !process.isExecutable())
                        .map(process -> "holds the process " + process.getId())))
                .isEmpty();
    }

    @Test
    void finishedInstancesAreKeptForAStatedTime() {
        assertThat(Models.findings(model -> Stream.of(model.process())
                        .filter(process ->
                                !Models.camunda(process, "historyTimeToLive").matches("P\\d+[YMD]"))
                        .map(process -> "no historyTimeToLive")))
                .isEmpty();
    }

    @Test
    void idsAreAPrefixAndAName() {
        assertThat(Models.findings(model -> Stream.concat(
                                model.nodes().filter(node -> !node.getId().matches(prefix(node) + "[A-Z]\\w*")),
                                model.flows().filter(flow -> !flow.getId().matches("Flow_[A-Z]\\w*")))
                        .map(element -> element.getId() + " has not the prefix of its kind")))
                .isEmpty();
    }

    @Test
    void nodeIdsAreUniqueOverAllModels() {
        assertThat(Models.all().stream()
                        .flatMap(Model::nodes)
                        .collect(groupingBy(FlowNode::getId, Collectors.counting()))
                        .entrySet())
                .filteredOn(entry -> entry.getValue() > 1)
                .isEmpty();
    }

    @Test
    void everyNodeButAJoinSaysWhatItIs() {
        assertThat(Models.findings(model -> model.nodes()
                        .filter(node -> node.getName() == null || node.getName().isBlank())
                        .filter(node -> !(node instanceof Gateway)
                                || node instanceof ExclusiveGateway
                                        && node.getOutgoing().size() > 1)
                        .map(node -> node.getId() + " has no name")))
                .isEmpty();
    }

    @Test
    void userTasksAndTimersSayWhyTheyAreThere() {
        assertThat(Models.findings(model -> model.nodes()
                        .filter(node -> node instanceof UserTask
                                || !node.getChildElementsByType(TimerEventDefinition.class)
                                        .isEmpty())
                        .filter(node -> node.getDocumentations().stream()
                                .noneMatch(text -> text.getTextContent().length() > 20))
                        .map(node -> node.getId() + " has no documentation")))
                .isEmpty();
    }

    @Test
    void messagesAreNamedAfterTheirEventRecord() {
        assertThat(Models.findings(model -> model.all(Message.class).stream()
                        .filter(message -> !message.getName().matches("([A-Z][a-z]+)+")
                                || !message.getId().equals("Message_" + message.getName()))
                        .map(message -> "message " + message.getId() + " " + message.getName())))
                .isEmpty();
    }

    @Test
    void errorsAreNamedAfterTheirRefusal() {
        assertThat(Models.findings(model -> model.all(Error.class).stream()
                        .filter(error -> !error.getErrorCode().matches("[A-Z]+(_[A-Z]+)*"))
                        .map(error -> "error " + error.getErrorCode())))
                .isEmpty();
    }

    @Test
    void aLevelFitsOnOneScreen() {
        assertThat(Models.findings(model -> Stream.concat(
                                Stream.<BpmnModelElementInstance>of(model.process()),
                                model.all(SubProcess.class).stream())
                        .filter(level -> level.getChildElementsByType(FlowNode.class).stream()
                                        .filter(node -> !(node instanceof BoundaryEvent))
                                        .count()
                                > 25)
                        .map(level -> level.getAttributeValue("id") + " has more than 25 nodes")))
                .isEmpty();
    }

    @Test
    void stepsNeedNoScriptNoClassAndNoListener() {
        var forbidden = Pattern.compile("<(\\w+:)?(scriptTask|script|connector|executionListener|taskListener)\\b"
                + "|camunda:(class|expression|resource)=|scriptFormat=");
        Function<Model, Stream<String>> rule = model -> forbidden
                .matcher(org.camunda.bpm.model.bpmn.Bpmn.convertToString(model.bpmn()))
                .results()
                .map(found -> "uses " + found.group());
        assertThat(Models.findings(rule)).isEmpty();
    }

    private static String prefix(FlowNode node) {
        return FROM_SPECIAL_TO_GENERAL.stream()
                .filter(type -> type.isInstance(node))
                .map(PREFIXES::get)
                .findFirst()
                .orElse("no such kind of node is used here: ");
    }
}
