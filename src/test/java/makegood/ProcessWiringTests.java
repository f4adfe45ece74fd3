package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makegood.Models.Model;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;

/** How models meet each other, the code, the forms and the decisions. */
class ProcessWiringTests {
    static final String ROOT = "after-sales-case";
    /** What people start by hand: a case, and the parcel at the dock that no case expects. */
    private static final Set<String> STARTED_BY_PEOPLE = Set.of(ROOT, "unknown-parcel");

    private static final Set<String> TEAMS =
            Set.of("after-sales", "warehouse-returns", "finance", "leads", "managers", "logistics-desk");
    private static final Set<String> DEPARTMENTS =
            Set.of("warehouse", "carrier", "finance", "product", "marketing", "marketplace", "notification");

    @Test
    void onlyWhatPeopleStartByHandIsStartableInTasklist() {
        assertThat(Models.findings(model -> Stream.of(model.process())
                        .filter(process ->
                                process.isCamundaStartableInTasklist() != STARTED_BY_PEOPLE.contains(model.id()))
                        .map(process -> "startable: " + process.isCamundaStartableInTasklist())))
                .isEmpty();
    }

    @Test
    void aCallPassesTheCaseAndBindsItsDeployment() {
        var known = Models.all().stream().map(Model::id).collect(Collectors.toSet());
        assertThat(Models.findings(model -> model.all(CallActivity.class).stream()
                        .filter(call -> !known.contains(call.getCalledElement())
                                || !"deployment".equals(call.getCamundaCalledElementBinding())
                                || !passes(call, "businessKey", "#{execution.processBusinessKey}")
                                || !passes(call, "source", "caseNumber"))
                        .map(call -> call.getId() + " calls " + call.getCalledElement())))
                .isEmpty();
    }

    @Test
    void aDecisionIsAFileAndBindsItsDeployment() {
        assertThat(Models.findings(model -> model.all(BusinessRuleTask.class).stream()
                        .filter(task -> task.getCamundaDecisionRef() == null
                                || !Files.exists(Models.FOLDER.resolve(task.getCamundaDecisionRef() + ".dmn"))
                                || !"deployment".equals(task.getCamundaDecisionRefBinding()))
                        .map(task -> task.getId() + " asks " + task.getCamundaDecisionRef())))
                .isEmpty();
    }

    @Test
    void aServiceTaskIsABeanOfItsNameOrADepartmentsTopic() {
        assertThat(Models.findings(model -> model.all(ServiceTask.class).stream()
                        .filter(task -> !isBean(task) && !isTopic(task))
                        .map(task -> task.getId() + " is neither")))
                .isEmpty();
    }

    @Test
    void aUserTaskHasTheFormOfItsName() {
        assertThat(Models.findings(model -> model.all(UserTask.class).stream()
                        .flatMap(task -> form(task.getId(), task.getCamundaFormKey(), Models.kebab(task.getId())))))
                .isEmpty();
    }

    @Test
    void whatPeopleStartByHandHasAStartFormAndNothingElseHas() {
        assertThat(Models.findings(model -> model.all(StartEvent.class).stream()
                        .filter(start -> start.getParentElement().equals(model.process()))
                        .flatMap(start -> STARTED_BY_PEOPLE.contains(model.id())
                                ? form(start.getId(), start.getCamundaFormKey(), model.id())
                                : Stream.of(start)
                                        .filter(other -> other.getCamundaFormKey() != null)
                                        .map(other -> other.getId() + " has a form"))))
                .isEmpty();
    }

    @Test
    void everyFormIsUsed() {
        var used = Models.all().stream()
                .flatMap(model -> Stream.concat(
                        model.all(UserTask.class).stream().map(task -> Models.kebab(task.getId())),
                        STARTED_BY_PEOPLE.stream()))
                .map(name -> name + ".html")
                .toList();
        assertThat(Path.of("forms"))
                .isDirectoryContaining(file -> true)
                .isDirectoryNotContaining(file -> file.toString().endsWith(".html")
                        && !used.contains(file.getFileName().toString()));
    }

    @Test
    void aUserTaskBelongsToATeam() {
        assertThat(Models.findings(model -> model.all(UserTask.class).stream()
                        .filter(task -> task.getCamundaCandidateGroupsList().isEmpty()
                                || !task.getCamundaCandidateGroupsList().stream()
                                        .allMatch(team -> TEAMS.contains(team) || team.matches("\\$\\{[a-z]\\w*Team}")))
                        .map(task -> task.getId() + " is offered to " + task.getCamundaCandidateGroups())))
                .isEmpty();
    }

    @Test
    void aUserTaskSaysItsStageOfTheServiceClocks() {
        assertThat(Models.findings(model -> model.all(UserTask.class).stream()
                        .filter(task ->
                                !Models.property(task, "stage").orElse("").matches("[A-Z]+(_[A-Z]+)*"))
                        .map(task -> task.getId() + " has no stage")))
                .isEmpty();
    }

    private static boolean passes(CallActivity call, String attribute, String value) {
        return call.getExtensionElements() != null
                && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .anyMatch(in -> value.equals(in.getAttributeValue(attribute)));
    }

    private static boolean isBean(ServiceTask task) {
        return ("${" + Models.bean(task.getId()) + "}").equals(task.getCamundaDelegateExpression())
                && task.getCamundaType() == null;
    }

    private static boolean isTopic(ServiceTask task) {
        var topic = String.valueOf(task.getCamundaTopic());
        return "external".equals(task.getCamundaType())
                && topic.matches("[a-z]+\\.[a-z]+(-[a-z]+)*")
                && DEPARTMENTS.contains(List.of(topic.split("\\.")).get(0))
                && task.getCamundaDelegateExpression() == null;
    }

    private static Stream<String> form(String id, String key, String name) {
        var good = ("embedded:deployment:forms/" + name + ".html").equals(key)
                && Files.exists(Path.of("forms", name + ".html"));
        return good ? Stream.of() : Stream.of(id + " has the form " + key);
    }
}
