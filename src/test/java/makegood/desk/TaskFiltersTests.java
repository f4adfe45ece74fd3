package makegood.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TaskFiltersTests {
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("task-filters")
                .setJdbcUrl("jdbc:h2:mem:task-filters")
                .buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void filtersAreMadeOnceInTheLanguageOfTheInstallationAndOpenToThoseWhoNeedThem() {
        var filters = new TaskFilters(
                engine.getFilterService(), engine.getTaskService(), engine.getAuthorizationService(), "zh");
        filters.make();
        filters.make();
        assertThat(engine.getFilterService().createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("我的任务", "团队待认领", "即将到期", "已超时", "全店任务", "异常退款");
        assertThat(readers("我的任务")).isEqualTo("*null");
        assertThat(readers("全店任务")).isEqualTo("nullleadsnullmanagers");
        assertThat(readers("异常退款")).isEqualTo("nullfinancenullmanagers");
    }

    private static String readers(String name) {
        var filter =
                engine.getFilterService().createFilterQuery().filterName(name).singleResult();
        return engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .hasPermission(Permissions.READ)
                .orderByResourceId()
                .asc()
                .list()
                .stream()
                .map(grant -> grant.getUserId() + grant.getGroupId())
                .sorted()
                .reduce("", String::concat);
    }
}
