package makegood.departments;

import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import makegood.platform.AppClock;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Engine, tables and beans of this module alone: seconds instead of the whole application. */
@TestConfiguration
@EnableTransactionManagement
@Import({
    RequestsOfSteps.class,
    RequestWork.class,
    TaskLocks.class,
    Arrangements.class,
    ArrangementRows.class,
    OwnWorkers.class,
    WorkersOwn.class,
    Unmatched.class,
    RequestEnd.class,
    RequestFinish.class,
    DepartmentRequests.class,
    Webhooks.class,
    LateAnswers.class,
    WebhookKeys.class,
    OwnWebhook.class,
    AsSystem.class,
    AppClock.class
})
class SmallEngine {
    static final List<Object> heard = new ArrayList<>();
    static final List<Map<String, Object>> answers = new ArrayList<>();
    static boolean stepFails;

    @EventListener
    void on(RequestSending event) {
        heard.add(event);
    }

    @EventListener
    void on(DepartmentRefused event) {
        heard.add(event);
    }

    @EventListener
    void on(DepartmentAnswered event) {
        heard.add(event);
    }

    @Bean
    DataSource dataSource() throws java.io.IOException {
        var h2 = new DriverManagerDataSource(
                "jdbc:h2:mem:departments" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        for (var tables : List.of("V45__departments.sql", "V96__department_settings.sql")) {
            var sql = new ClassPathResource("db/migration/" + tables)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("${table}", "");
            new ResourceDatabasePopulator(new ByteArrayResource(sql.getBytes(StandardCharsets.UTF_8))).execute(h2);
        }
        return h2;
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPackagesToScan("makegood.departments");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                "hibernate.jdbc.time_zone",
                "UTC"));
        return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    RequestBook requestBook(EntityManagerFactory factory) {
        return new RequestBook(SharedEntityManagerCreator.createSharedEntityManager(factory));
    }

    @Bean
    DepartmentSettings settings() {
        return HttpConnectorTests.settings();
    }

    @Bean
    ProcessEngineFactoryBean processEngine(
            DataSource dataSource,
            PlatformTransactionManager manager,
            ObjectProvider<RequestsOfSteps> requests,
            ApplicationContext context) {
        var engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("departments"); // "default" is the one that the REST of the journeys answers with
        engine.setApplicationContext(context);
        engine.setDataSource(dataSource);
        engine.setTransactionManager(manager);
        engine.setDatabaseSchemaUpdate("true");
        engine.setEnforceHistoryTimeToLive(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setTenantIdProvider(new StoreOfStart());
        engine.getProcessEnginePlugins().add(new DepartmentsPlugin(requests));
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "one-request.bpmn",
                        Bpmn.createExecutableProcess("one-request")
                                .startEvent()
                                .serviceTask("Task_Ship")
                                .camundaExternalTask("warehouse.ship")
                                .boundaryEvent("Event_NoStock")
                                .error("STOCK_UNAVAILABLE")
                                .userTask("Task_Offer")
                                .endEvent()
                                .moveToActivity("Task_Ship")
                                .endEvent()
                                .done())
                .deploy();
        return engine.getRuntimeService();
    }

    @Bean
    ExternalTaskService externalTaskService(ProcessEngine engine) {
        return engine.getExternalTaskService();
    }

    @Bean
    IdentityService identityService(ProcessEngine engine) {
        return engine.getIdentityService();
    }

    @Bean
    RequestProcessTests.Ship ship() {
        return new RequestProcessTests.Ship();
    }

    /** The variable store, as in the house. */
    private static class StoreOfStart implements TenantIdProvider {
        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
            return (String) start.getVariables().get("store");
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
            return null;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext made) {
            return null;
        }
    }
}
