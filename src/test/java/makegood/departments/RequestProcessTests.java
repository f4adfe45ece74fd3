package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import makegood.platform.AppClock;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One external task on a real engine, with a department that answers what the test says. */
class RequestProcessTests {
    private static final String NODE = "built-in/test";
    private static AnnotationConfigApplicationContext context;

    private final Deque<Supplier<Answer>> calls = new ArrayDeque<>();
    private final Deque<Supplier<Answer>> queries = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final String caseNumber = "AS-" + UUID.randomUUID();
    private String instance;

    /** The engine's clock is one for the whole JVM: other tests' applications get theirs back afterwards. */
    private static long offsetOfOthers;

    @BeforeAll
    static void boot() {
        offsetOfOthers = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
        ClockUtil.reset();
        context = new AnnotationConfigApplicationContext(SmallEngine.class);
    }

    @AfterAll
    static void close() {
        context.close();
        ClockUtil.offset(offsetOfOthers);
    }

    @BeforeEach
    void start() {
        SmallEngine.heard.clear();
        SmallEngine.answers.clear();
        instance = bean(RuntimeService.class)
                .startProcessInstanceByKey("one-request", caseNumber)
                .getId();
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
        if (running()) {
            bean(RuntimeService.class).deleteProcessInstance(instance, "test over");
        }
    }

    @Test
    void questionIsStoredAndItsAnswerReachesTheStep() {
        assertThat(row()).containsEntry("REQUEST_STATE", "OPEN").containsEntry("TOPIC", "warehouse.ship");
        calls.add(() -> new Answer.Done(Map.of("trackingNumber", "SBX1")));
        work();
        assertThat(running()).isFalse();
        assertThat(SmallEngine.answers).containsExactly(Map.of("trackingNumber", "SBX1"));
        assertThat(row()).containsEntry("REQUEST_STATE", "DONE").containsEntry("ATTEMPTS", 1);
        assertThat(variables()).isEmpty();
    }

    @Test
    void firstSendingIsToldBeforeTheCallAndOnce() {
        calls.add(() -> {
            assertThat(row()).containsEntry("REQUEST_STATE", "SENDING"); // committed before the call
            throw new IllegalStateException("out of order");
        });
        calls.add(() -> new Answer.Done(Map.of()));
        work();
        pass(Duration.ofSeconds(11));
        work();
        assertThat(SmallEngine.heard)
                .filteredOn(e -> e instanceof RequestSending)
                .hasSize(1);
        assertThat(asked).containsExactly("call", "query", "call");
    }

    @Test
    void nodeThatDiesInTheCallIsAskedForItsWorkFirst() {
        var abandoned = bean(RequestWork.class).take(8, "built-in/dead");
        assertThat(abandoned).hasSize(1);
        work();
        assertThat(asked).isEmpty(); // its lock still holds
        pass(Duration.ofSeconds(61));
        queries.add(() -> new Answer.Done(Map.of("trackingNumber", "SBX1")));
        work();
        assertThat(asked).containsExactly("query");
        assertThat(running()).isFalse();
        assertThat(row()).containsEntry("REQUEST_STATE", "DONE").containsEntry("ATTEMPTS", 2);
    }

    @Test
    void answerOfAnEarlierAttemptIsDropped() {
        var late = bean(RequestWork.class).take(8, "built-in/slow").get(0);
        pass(Duration.ofSeconds(61));
        queries.add(() -> new Answer.Pending());
        work();
        bean(RequestFinish.class).serve(late, asking(), "built-in/slow");
        assertThat(running()).isTrue();
        assertThat(row()).containsEntry("REQUEST_STATE", "PENDING");
    }

    @Test
    void businessNoTakesTheWayDrawnForIt() {
        calls.add(() -> new Answer.No("STOCK_UNAVAILABLE"));
        work();
        assertThat(bean(RuntimeService.class).getActiveActivityIds(instance)).containsExactly("Task_Offer");
        assertThat(row()).containsEntry("REQUEST_STATE", "NO").containsEntry("NO_CODE", "STOCK_UNAVAILABLE");
        assertThat(SmallEngine.heard).hasAtLeastOneElementOfType(DepartmentRefused.class);
        assertThat(SmallEngine.answers).isEmpty();
    }

    @Test
    void noThatTheModelDoesNotKnowIsAnIncidentAndNotASilentEnd() {
        calls.add(() -> new Answer.No("SOMETHING_NEW"));
        work();
        assertThat(running()).isTrue();
        assertThat(incident()).contains("SOMETHING_NEW", "said no", "已拒绝", "warehouse.ship");
        assertThat(row()).containsEntry("REQUEST_STATE", "FAILED");
    }

    @Test
    void openRequestIsAskedAgainLaterAndIsNoIncident() {
        calls.add(() -> new Answer.Pending());
        work();
        pass(Duration.ofMinutes(4));
        work();
        assertThat(asked).containsExactly("call");
        pass(Duration.ofMinutes(2));
        queries.add(() -> new Answer.Pending());
        work();
        pass(Duration.ofMinutes(6));
        work();
        assertThat(asked).containsExactly("call", "query");
        pass(Duration.ofMinutes(30));
        queries.add(() -> new Answer.Done(Map.of("trackingNumber", "SBX2")));
        work();
        assertThat(running()).isFalse();
        assertThat(asked).containsExactly("call", "query", "query");
    }

    @Test
    void threeFailuresAreAnIncidentThatAManagerCanRetry() {
        for (int i = 0; i < 3; i++) {
            calls.add(() -> {
                throw new IllegalStateException("connection refused");
            });
            work();
            pass(Duration.ofSeconds(11));
        }
        assertThat(incident()).contains("The warehouse", "仓库", "connection refused", "不会重复执行");
        work();
        assertThat(asked).hasSize(5); // call, query and call, query and call
        var tasks = bean(ExternalTaskService.class);
        var task = tasks.createExternalTaskQuery().processInstanceId(instance).singleResult();
        tasks.setRetries(task.getId(), 1);
        calls.add(() -> new Answer.Done(Map.of()));
        work();
        assertThat(running()).isFalse();
    }

    @Test
    void answerThatTheCaseCannotTakeIsAskedForAgain() {
        SmallEngine.stepFails = true;
        calls.add(() -> new Answer.Done(Map.of("trackingNumber", "SBX1")));
        work();
        SmallEngine.stepFails = false;
        assertThat(row()).containsEntry("REQUEST_STATE", "SENDING");
        pass(Duration.ofSeconds(11));
        queries.add(() -> new Answer.Done(Map.of("trackingNumber", "SBX1")));
        work();
        assertThat(running()).isFalse();
        assertThat(asked).containsExactly("call", "query");
    }

    @Test
    void caseThatEndsMeanwhileCancelsItsRequest() {
        calls.add(() -> {
            bean(RuntimeService.class).deleteProcessInstance(instance, "withdrawn");
            return new Answer.Done(Map.of());
        });
        work();
        assertThat(row()).containsEntry("REQUEST_STATE", "CANCELLED");
        assertThat(SmallEngine.answers).isEmpty();
    }

    @Test
    void webhookEndsAnOpenRequestOnce() throws Exception {
        calls.add(() -> new Answer.Pending());
        work();
        var message = Map.<String, Object>of(
                "id",
                caseNumber,
                "topic",
                "warehouse.ship",
                "reference",
                row().get("REQUEST_ID").toString(),
                "answer",
                "DONE",
                "values",
                Map.of("trackingNumber", "SBX3"));
        bean(OwnWebhook.class).send(Department.WAREHOUSE, message);
        bean(OwnWebhook.class).send(Department.WAREHOUSE, message);
        assertThat(running()).isFalse();
        assertThat(SmallEngine.answers).containsExactly(Map.of("trackingNumber", "SBX3"));
        assertThat(SmallEngine.heard)
                .filteredOn(e -> e instanceof DepartmentAnswered)
                .hasSize(1);
    }

    @Test
    void sameMessageFourTimesAtOnceIsAppliedOnce() throws Exception {
        calls.add(() -> new Answer.Pending());
        work();
        var message = Map.<String, Object>of(
                "id",
                "at-once-" + caseNumber,
                "topic",
                "warehouse.ship",
                "reference",
                row().get("REQUEST_ID").toString(),
                "answer",
                "DONE");
        var senders = java.util.stream.Stream.generate(() -> pool.submit(() -> {
                    bean(OwnWebhook.class).send(Department.WAREHOUSE, message);
                    return true;
                }))
                .limit(4)
                .toList();
        for (var sender : senders) {
            assertThat(sender.get()).isTrue();
        }
        assertThat(running()).isFalse();
        assertThat(SmallEngine.answers).hasSize(1);
    }

    /** The call is answered, and a webhook says the same, twelve times: whoever comes second finds it answered. */
    @Test
    void answerAndWebhookAtOnceAreOneAnswer() throws Exception {
        for (int round = 0; round < 12; round++) {
            if (running()) {
                bean(RuntimeService.class).deleteProcessInstance(instance, "next round");
            }
            start();
            boolean no = round % 2 == 0;
            var one = bean(RequestWork.class).take(8, NODE).get(0);
            var message = Map.<String, Object>of(
                    "id",
                    "both-" + round + caseNumber,
                    "topic",
                    "warehouse.ship",
                    "reference",
                    one.call().requestId(),
                    "answer",
                    no ? "NO" : "DONE",
                    "code",
                    no ? "STOCK_UNAVAILABLE" : "");
            var both = new CyclicBarrier(2);
            var threads = Executors.newFixedThreadPool(2);
            var call = threads.submit(() -> {
                both.await();
                var answer = no ? new Answer.No("STOCK_UNAVAILABLE") : new Answer.Done(Map.of());
                return bean(RequestFinish.class).answered(one, answer, NODE);
            });
            var webhook = threads.submit(() -> {
                both.await();
                bean(OwnWebhook.class).send(Department.WAREHOUSE, message);
                return true;
            });
            assertThat(call.get()).as("asked again after").isEmpty();
            assertThat(webhook.get()).isTrue();
            threads.shutdown();
            assertThat(SmallEngine.heard)
                    .filteredOn(e -> e instanceof DepartmentRefused)
                    .hasSize(no ? 1 : 0);
            assertThat(SmallEngine.answers).hasSize(no ? 0 : 1);
        }
    }

    @Test
    void builtInWorkerWakesUpWhenWorkAppearsAndRestsWhileTimeIsMoved() throws InterruptedException {
        bean(RuntimeService.class).deleteProcessInstance(instance, "begin with an idle worker");
        var provider = new org.springframework.beans.factory.support.StaticListableBeanFactory(
                        Map.of("connector", new Scripted()))
                .getBeanProvider(Connector.class);
        var worker = new DepartmentWorker(
                bean(RequestWork.class),
                bean(RequestFinish.class),
                bean(DepartmentSettings.class),
                new makegood.platform.Node("test"),
                provider);
        worker.start();
        try {
            Thread.sleep(300); // it sleeps now, for five seconds if nobody wakes it
            var held = worker.whileIdle(
                    () -> {
                        start();
                        sleep(500);
                        assertThat(asked).isEmpty();
                        calls.add(() -> new Answer.Done(Map.of()));
                    },
                    1_000);
            assertThat(held).isTrue();
            for (int i = 0; running() && i < 40; i++) {
                sleep(50);
            }
            assertThat(running()).isFalse();
            assertThat(asked).containsExactly("call");
        } finally {
            worker.stop();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void onlyOpenRequestsAreOwed() {
        var requests = bean(DepartmentRequests.class);
        assertThat(requests.openFor(caseNumber)).singleElement().satisfies(open -> {
            assertThat(open.department()).isEqualTo("WAREHOUSE");
            assertThat(open.dueAt()).isEqualTo(open.since().plus(Duration.ofDays(2)));
        });
        calls.add(() -> new Answer.Done(Map.of()));
        work();
        assertThat(requests.openFor(caseNumber)).isEmpty();
        assertThat(requests.of(caseNumber))
                .singleElement()
                .satisfies(r -> assertThat(r.state()).isEqualTo("DONE"));
    }

    private void work() {
        bean(RequestWork.class)
                .take(8, NODE)
                .forEach(one -> bean(RequestFinish.class).serve(one, asking(), NODE));
    }

    private Asking asking() {
        return new Asking(new Scripted(), pool, 5_000);
    }

    private class Scripted implements Connector {
        @Override
        public Answer call(DepartmentCall call) {
            asked.add("call");
            return calls.remove().get();
        }

        @Override
        public Answer query(DepartmentCall call) {
            asked.add("query");
            return queries.isEmpty() ? new Answer.Unknown() : queries.remove().get();
        }
    }

    private static void pass(Duration time) {
        bean(AppClock.class).advance(time);
    }

    private boolean running() {
        return bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    private String incident() {
        return bean(RuntimeService.class)
                .createIncidentQuery()
                .processInstanceId(instance)
                .singleResult()
                .getIncidentMessage();
    }

    private Map<String, Object> row() {
        return bean(JdbcClient.class)
                .sql("select * from department_request where case_number = ?")
                .param(caseNumber)
                .query()
                .singleRow();
    }

    private List<String> variables() {
        return bean(JdbcClient.class)
                .sql("select name_ from act_hi_varinst where proc_inst_id_ = ? and name_ <> 'requestId'")
                .param(instance)
                .query(String.class)
                .list();
    }

    private static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The step that the in-test model names. */
    static class Ship implements DepartmentStep {
        @Override
        public Map<String, Object> ask(DelegateExecution execution) {
            return Map.of("orderNumber", "O-1");
        }

        @Override
        public void answered(DelegateExecution execution, Map<String, Object> values) {
            if (SmallEngine.stepFails) {
                throw new IllegalStateException("the step cannot take it");
            }
            SmallEngine.answers.add(values);
        }
    }
}
