package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guards over the engine's commands, on an engine without anything else. */
class EngineGuardTests {
    private static ProcessEngine engine;
    private static TaskService tasks;
    private String task;

    @BeforeAll
    static void start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("guards");
        configuration.setJdbcUrl("jdbc:h2:mem:guards");
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._@-]*");
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setProcessEnginePlugins(List.of(new AccessPlugin(new Accounts(null))));
        engine = configuration.buildProcessEngine();
        tasks = engine.getTaskService();
        var model = Bpmn.createExecutableProcess("money")
                .startEvent()
                .userTask("Task_Pay")
                .camundaCandidateGroups("finance")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("money.bpmn", model)
                .tenantId("north")
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void openTask() {
        var instance = engine.getRuntimeService()
                .createProcessInstanceByKey("money")
                .processDefinitionTenantId("north")
                .execute();
        task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    @AfterEach
    void logout() {
        engine.getIdentityService().clearAuthentication();
    }

    private static void login(String account, String team, String store) {
        engine.getIdentityService().setAuthentication(account, List.of(team), List.of(store));
    }

    private static void refused(ThrowingCallable work, Class<? extends BusinessRefusal> why) {
        assertThatThrownBy(work)
                .satisfies(thrown -> assertThat(BusinessRefusal.in(thrown)).isInstanceOf(why));
    }

    private String assignee() {
        logout();
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    @Test
    void anotherTeamsTaskIsNotTakenOrCompleted() {
        login("agent", "after-sales", "north");
        refused(() -> tasks.claim(task, "agent"), NotYourTask.class);
        refused(() -> tasks.setAssignee(task, "agent"), NotYourTask.class);
        refused(() -> tasks.complete(task), NotYourTask.class);
        refused(() -> engine.getFormService().submitTaskForm(task, null), NotYourTask.class);
        refused(() -> tasks.resolveTask(task), NotYourTask.class);
        refused(() -> tasks.delegateTask(task, "agent"), NotYourTask.class);
        refused(() -> tasks.addCandidateUser(task, "agent"), NotYourTask.class);
        refused(() -> tasks.addCandidateGroup(task, "after-sales"), NotYourTask.class);
        refused(() -> tasks.createComment(task, null, "hello"), NotYourTask.class);
        refused(() -> tasks.setPriority(task, 99), NotYourTask.class);
        refused(() -> tasks.handleBpmnError(task, "X"), NotYourTask.class);
        assertThat(assignee()).isNull();
    }

    @Test
    void anotherStoresTaskIsNotThere() {
        login("finance-south", "finance", "south");
        refused(() -> tasks.claim(task, "finance-south"), TaskUnknown.class);
        refused(() -> tasks.complete(task), TaskUnknown.class);
        refused(() -> tasks.complete("no-such-task"), TaskUnknown.class);
    }

    @Test
    void theTeamTakesGivesBackAndCompletes() {
        login("finance", "finance", "north");
        tasks.claim(task, "finance");
        tasks.setAssignee(task, null);
        tasks.complete(task);
        refused(() -> tasks.complete(task), TaskGone.class);
        refused(() -> tasks.claim(task, "finance"), TaskGone.class);
        login("finance-south", "finance", "south");
        refused(() -> tasks.complete(task), TaskUnknown.class);
        logout();
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void aTakenTaskIsItsOwners() {
        login("finance", "finance", "north");
        tasks.claim(task, "finance");
        login("finance2", "finance", "north");
        refused(() -> tasks.claim(task, "finance2"), TaskTaken.class);
        refused(() -> tasks.complete(task), NotYourTask.class);
        refused(() -> tasks.setAssignee(task, "finance2"), NotYourTask.class);
        refused(() -> tasks.setAssignee(task, null), NotYourTask.class);
        assertThat(assignee()).isEqualTo("finance");
    }

    @Test
    void nobodyClaimsForAnotherButALead() {
        login("finance", "finance", "north");
        refused(() -> tasks.claim(task, "finance2"), NotYourTask.class);
        login("lead", "leads", "north");
        tasks.setAssignee(task, "finance2");
        assertThat(assignee()).isEqualTo("finance2");
        login("lead", "leads", "south");
        refused(() -> tasks.setAssignee(task, "finance"), TaskUnknown.class);
    }

    @Test
    void aLeadDoesNotCompleteAnotherTeamsTask() {
        login("lead", "leads", "north");
        refused(() -> tasks.complete(task), NotYourTask.class);
    }

    @Test
    void savingATaskChangesItsFollowUpDateOnly() {
        login("finance", "finance", "north");
        var saved = read();
        saved.setFollowUpDate(new java.util.Date(1_800_000_000_000L));
        tasks.saveTask(saved);
        var mine = read();
        mine.setAssignee("finance");
        refused(() -> tasks.saveTask(mine), NotYourTask.class);
        var later = read();
        later.setDueDate(new java.util.Date(1_900_000_000_000L));
        refused(() -> tasks.saveTask(later), NotYourTask.class);
        refused(() -> tasks.saveTask(tasks.newTask()), NotYourTask.class);
        assertThat(read().getDueDate()).isNull();
    }

    private Task read() {
        return tasks.createTaskQuery().taskId(task).singleResult();
    }

    @Test
    void withoutALoginEverythingPasses() {
        tasks.setAssignee(task, "anybody");
        tasks.complete(task);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void noQueryRunsAnExpression() {
        for (var team : List.of("after-sales", "managers", Teams.ADMINS)) {
            login("somebody", team, "north");
            assertThatThrownBy(() -> tasks.createTaskQuery()
                            .taskAssigneeExpression("${1+1}")
                            .count())
                    .isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> tasks.createTaskQuery()
                            .or()
                            .taskAssigneeExpression("${1+1}")
                            .endOr()
                            .list())
                    .isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> tasks.createTaskQuery()
                            .or()
                            .taskNameLike("%x%")
                            .dueBeforeExpression("${now()}")
                            .endOr()
                            .listPage(0, 1))
                    .isInstanceOf(BadUserRequestException.class);
        }
        assertThat(tasks.createTaskQuery()
                        .or()
                        .taskNameLike("%x%")
                        .taskDescription("y")
                        .endOr()
                        .count())
                .isZero();
    }

    @Test
    void onlyAdministratorsAndTheHouseWriteFilters() {
        var query = tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}");
        login("agent", "after-sales", "north");
        var wanted = filter("agent's", query);
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(wanted))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
        login("admin", Teams.ADMINS, "north");
        assertThat(engine.getFilterService()
                        .saveFilter(filter("admin's", query))
                        .getId())
                .isNotNull();
        logout();
        assertThat(engine.getFilterService().saveFilter(filter("ours", query)).getId())
                .isNotNull();
    }

    @Test
    void aFilterHoldsHarmlessExpressionsOnlyAndRunsThem() {
        var evil = tasks.createTaskQuery().or().taskAssigneeExpression("${1+1}").endOr();
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter("evil", evil)))
                .isInstanceOf(BadUserRequestException.class);
        var mine = engine.getFilterService()
                .saveFilter(filter("mine", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));
        login("finance9", "finance", "north");
        tasks.claim(task, "finance9");
        assertThat(engine.getFilterService().count(mine.getId())).isEqualTo(1);
        var extending = new TaskQueryImpl();
        extending.or().taskOwnerExpression("${1+1}").endOr();
        assertThatThrownBy(() -> engine.getFilterService().list(mine.getId(), extending))
                .isInstanceOf(BadUserRequestException.class);
    }

    private static org.camunda.bpm.engine.filter.Filter filter(
            String name, org.camunda.bpm.engine.task.TaskQuery query) {
        var filter = engine.getFilterService().newTaskFilter(name);
        filter.setQuery(query);
        return filter;
    }

    @Test
    void aModelBringsNoCode() {
        var start = Bpmn.createExecutableProcess("code").startEvent();
        var models = List.of(
                start.serviceTask().camundaClass("java.lang.Object").endEvent().done(),
                Bpmn.createExecutableProcess("code")
                        .startEvent()
                        .serviceTask()
                        .camundaExpression("${1+1}")
                        .endEvent()
                        .done(),
                Bpmn.createExecutableProcess("code")
                        .startEvent()
                        .scriptTask()
                        .scriptFormat("javascript")
                        .scriptText("1")
                        .endEvent()
                        .done(),
                Bpmn.createExecutableProcess("code")
                        .startEvent()
                        .userTask()
                        .camundaTaskListenerExpression("create", "${1+1}")
                        .endEvent()
                        .done(),
                Bpmn.createExecutableProcess("code")
                        .startEvent()
                        .userTask()
                        .camundaTaskListenerClass("create", "java.lang.Object")
                        .endEvent()
                        .done(),
                Bpmn.createExecutableProcess("code")
                        .startEvent()
                        .camundaExecutionListenerExpression("end", "${1+1}")
                        .endEvent()
                        .done());
        for (var model : models) {
            assertThatThrownBy(() -> engine.getRepositoryService()
                            .createDeployment()
                            .addModelInstance("code.bpmn", model)
                            .deploy())
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("Not allowed in a model");
        }
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("code")
                        .count())
                .isZero();
    }

    @Test
    void aModelBringsNoScriptInItsConditionsOrMappings() {
        var model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <process id="code" isExecutable="true" camunda:historyTimeToLive="1">
                    <startEvent id="s"/>
                    <sequenceFlow id="f" sourceRef="s" targetRef="u">%s</sequenceFlow>
                    <userTask id="u"><extensionElements>%s</extensionElements></userTask>
                  </process>
                </definitions>
                """;
        var condition =
                "<conditionExpression xsi:type=\"tFormalExpression\" language=\"groovy\">1</conditionExpression>";
        var mapping =
                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>";
        for (var evil : List.of(model.formatted(condition, ""), model.formatted("", mapping))) {
            assertThatThrownBy(() -> engine.getRepositoryService()
                            .createDeployment()
                            .addString("code.bpmn", evil)
                            .deploy())
                    .hasMessageContaining("Not allowed in a model");
        }
    }

    @Test
    void noScriptEngineIsWithinReach() {
        var scripts = new NoScripts();
        assertThatThrownBy(() -> scripts.getScriptEngine("groovy", true)).isInstanceOf(ProcessEngineException.class);
        assertThat(Set.copyOf(scripts.getScriptEngineManager().getEngineFactories()))
                .isEmpty();
    }

    @Test
    void passwordsAreKeptByBcrypt() {
        var identity = engine.getIdentityService();
        var user = identity.newUser("somebody");
        user.setPassword("a long password");
        identity.saveUser(user);
        assertThat(identity.checkPassword("somebody", "a long password")).isTrue();
        assertThat(identity.checkPassword("somebody", "a wrong password")).isFalse();
        assertThat(identity.checkPassword("somebody", "a long password")).isTrue(); // no lock-out by a stranger
    }
}
