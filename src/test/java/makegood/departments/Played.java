package makegood.departments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import makegood.platform.AppClock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One external task warehouse.ship in a store, on a real engine, for tests that set how the warehouse is reached. */
abstract class Played {
    static final String NODE = "built-in/test";
    private static AnnotationConfigApplicationContext context;
    private static long offsetOfOthers;

    final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<String> instances = new java.util.ArrayList<>();

    @BeforeAll
    static void boot() {
        offsetOfOthers = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
        ClockUtil.reset();
        context = new AnnotationConfigApplicationContext(SmallEngine.class);
        for (var store : List.of("north", "south")) {
            bean(IdentityService.class).saveTenant(bean(IdentityService.class).newTenant(store));
        }
    }

    @AfterAll
    static void close() {
        context.close();
        ClockUtil.offset(offsetOfOthers);
    }

    @BeforeEach
    void clear() {
        SmallEngine.heard.clear();
        SmallEngine.answers.clear();
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
        instances.stream()
                .filter(Played::running)
                .forEach(i -> bean(RuntimeService.class).deleteProcessInstance(i, "test over"));
        for (var store : List.of("north", "south")) {
            arrange(store, Set.of());
            bean(Arrangements.class)
                    .change(store, Department.WAREHOUSE, a -> a.with((Arrangement.Connection) null), "t");
        }
    }

    /** The id of the instance; null is a watch over all stores. */
    String begins(String store) {
        var number = "AS-" + UUID.randomUUID();
        var variables = store == null ? Map.<String, Object>of() : Map.<String, Object>of("store", store);
        var id = bean(RuntimeService.class)
                .startProcessInstanceByKey("one-request", number, variables)
                .getId();
        instances.add(id);
        return id;
    }

    static void arrange(String store, Set<String> topics) {
        bean(Arrangements.class).change(store, Department.WAREHOUSE, a -> a.with(topics), "test");
    }

    static void pass(Duration time) {
        bean(AppClock.class).advance(time);
    }

    static boolean running(String instance) {
        return bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    static String incident(String instance) {
        var incident = bean(RuntimeService.class)
                .createIncidentQuery()
                .processInstanceId(instance)
                .singleResult();
        return incident == null ? null : incident.getIncidentMessage();
    }

    static Map<String, Object> row(String instance) {
        return bean(JdbcClient.class)
                .sql("select r.* from department_request r join act_hi_procinst i on i.business_key_ = r.case_number"
                        + " where i.proc_inst_id_ = ?")
                .param(instance)
                .query()
                .singleRow();
    }

    static List<String> variables(String instance) {
        return bean(JdbcClient.class)
                .sql("select name_ from act_hi_varinst where proc_inst_id_ = ? and name_ not in ('requestId', 'store')")
                .param(instance)
                .query(String.class)
                .list();
    }

    static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
