package makegood.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.platform.Text;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The lists that everybody finds in Tasklist. Made once and known again by their own property, so that people may rename
 * or recolour them; what a list holds follows from who looks (tasks of other teams and stores are never found).
 */
@Component
class TaskFilters {
    private static final String OURS = "makegood";
    private static final String TEAMS = "${currentUserGroups()}";
    /** Where refunds have failed, come back, or do not agree with the gateway. */
    static final List<String> TROUBLED_MONEY = List.of(
            "Task_PayOutAnotherWay",
            "Task_ConfirmPayOut",
            "Task_HandleReversedRefund",
            "Task_SettleMoneyDifference",
            "Task_ConfirmBooking");

    private static final String NOW = "${now()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService grants;
    private final String language;

    TaskFilters(
            FilterService filters,
            TaskService tasks,
            AuthorizationService grants,
            @Value("${makegood.language:en}") String language) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
        this.language = language;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        make("shop", new Text("Whole shop", "全店任务"), "#1c6b3a", 0, query(), "leads", "managers");
        make("mine", new Text("Mine", "我的任务"), "#155cb5", -40, query().taskAssigneeExpression("${currentUser()}"));
        make("team", new Text("My team", "团队待认领"), "#5a6775", -30, query().taskCandidateGroupInExpression(TEAMS));
        make("soon", new Text("Due soon", "即将到期"), "#b36b00", -20, ofTeams().dueAfterExpression(NOW));
        make(
                "refunds",
                new Text("Refunds in trouble", "异常退款"),
                "#7a3e9d",
                -5,
                query().taskDefinitionKeyIn(TROUBLED_MONEY.toArray(String[]::new)),
                "finance",
                "managers");
        make("overdue", new Text("Overdue", "已超时"), "#b3261e", -10, ofTeams().dueBeforeExpression(NOW));
    }

    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private TaskQuery ofTeams() {
        return query().taskCandidateGroupInExpression(TEAMS).includeAssignedTasks();
    }

    private void make(String key, Text name, String color, int place, TaskQuery query, String... teams) {
        if (filters.createFilterQuery().list().stream()
                .anyMatch(filter -> key.equals(
                        filter.getProperties() == null
                                ? null
                                : filter.getProperties().get(OURS)))) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put(OURS, key);
        properties.put("color", color);
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        var filter =
                filters.newTaskFilter(named(name)).setProperties(properties).setQuery(sorted(key, query));
        open(filters.saveFilter(filter).getId(), teams);
    }

    private static TaskQuery sorted(String key, TaskQuery query) {
        return "soon".equals(key)
                ? query.orderByDueDate().asc().orderByTaskPriority().desc()
                : query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private String named(Text name) {
        return switch (language) {
            case "zh" -> name.zh();
            case "both" -> name.zh() + " " + name.en();
            default -> name.en();
        };
    }

    /** To these teams, or to everybody when none is named. */
    private void open(String filter, String... teams) {
        for (var team : teams) {
            var grant = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(team);
            save(grant, filter);
        }
        if (teams.length == 0) {
            var grant = grants.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            grant.setUserId(Authorization.ANY);
            save(grant, filter);
        }
    }

    private void save(Authorization grant, String filter) {
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter);
        grant.addPermission(Permissions.READ);
        grants.saveAuthorization(grant);
    }
}
