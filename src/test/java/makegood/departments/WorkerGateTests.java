package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.platform.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A department's own worker at the gate: what it gets, what it may answer, and what it never reaches. */
class WorkerGateTests extends Played {
    private static final String SHIP = "warehouse.ship";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Caller WMS = worker("wms", "warehouse", "north");
    private static final Map<String, Object> SHIPPED =
            Map.of("trackingNumber", Map.of("value", "TN-1", "type", "String"), "carrier", Map.of("value", "SF"));

    private static Caller worker(String account, String department, String... stores) {
        return new Caller(account, Set.of("department-" + department), Set.of(stores));
    }

    /** What came back: a status and JSON. */
    record Came(int status, JsonNode body) {}

    @BeforeEach
    void takeOver() {
        arrange("north", Set.of(SHIP));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTaskComesWithWhatIsAsked() throws Exception {
        var instance = begins("north");
        var task = fetched(WMS);
        assertThat(task.at("/topicName").asText()).isEqualTo(SHIP);
        assertThat(task.at("/workerId").asText()).isEqualTo("wms/w1");
        assertThat(task.at("/tenantId").asText()).isEqualTo("north");
        assertThat(task.at("/variables/orderNumber/value").asText()).isEqualTo("O-1");
        assertThat(task.at("/variables/requestId/value").asText())
                .isEqualTo(row(instance).get("REQUEST_ID"));
        assertThat(task.at("/lockExpirationTime").asText())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+-]\\d{4}");
        assertThat(row(instance)).containsEntry("REQUEST_STATE", "SENDING").containsEntry("ATTEMPTS", 1);
        assertThat(SmallEngine.heard)
                .filteredOn(RequestSending.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anAnswerIsKeptAsTheRequestsAndInNoVariable() throws Exception {
        var instance = begins("north");
        assertThat(complete(WMS, fetched(WMS), SHIPPED).status()).isEqualTo(204);
        assertThat(running(instance)).isFalse();
        assertThat(row(instance)).containsEntry("REQUEST_STATE", "DONE");
        assertThat(SmallEngine.answers).containsExactly(Map.of("trackingNumber", "TN-1", "carrier", "SF"));
        assertThat(variables(instance)).isEmpty();
    }

    @Test
    void listsComeAsJsonAndWhatWasGivenMayComeBack() throws Exception {
        begins("north");
        var more = new HashMap<String, Object>(SHIPPED);
        more.put("requestId", Map.of("value", "whatever"));
        more.put("freight", Map.of("value", 1200, "type", "Integer"));
        assertThat(complete(WMS, fetched(WMS), more).status()).isEqualTo(204);
        assertThat(SmallEngine.answers.get(0)).containsEntry("freight", 1200);
        assertThat(
                        WorkerResult.read(
                                Topic.CARRIER_TRACE,
                                JSON.readTree(
                                        "{\"localVariables\":{\"scans\":{\"type\":\"json\",\"value\":\"[{\\\"kind\\\":\\\"LOST\\\"}]\"}}}")))
                .isEqualTo(Map.of("scans", List.of(Map.of("kind", "LOST"))));
    }

    /** Each of these beside a right answer, or in its place, is refused, and the task stays. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customerName | \"李测试\" | String",
                "carrier | 7 | Integer",
                "carrier | \"SF\" | Object",
                "carrier | \"SF\" | File",
                "freight | 12.5 | Double",
                "freight | \"12\" | String",
                "carrier | null | String",
                "carrier | {\"a\": 1} | String",
                "carrier | \"[1]\" | Json",
            })
    void otherValuesAreRefused(String name, String value, String type) throws Exception {
        var instance = begins("north");
        var task = fetched(WMS);
        var variables = new HashMap<String, Object>(SHIPPED);
        var typed = new HashMap<String, Object>();
        typed.put("value", JSON.readTree(value));
        typed.put("type", type);
        variables.put(name, typed);
        var came = complete(WMS, task, variables);
        assertThat(came.status()).isEqualTo(400);
        assertThat(came.body().at("/message").asText()).contains(name).doesNotContain("李测试");
        assertThat(running(instance)).isTrue();
        assertThat(variables(instance)).isEmpty();
        assertThat(complete(WMS, task, SHIPPED).status()).isEqualTo(204);
    }

    @Test
    void anAnswerMustBeWholeAndShort() throws Exception {
        begins("north");
        var task = fetched(WMS);
        assertThat(complete(WMS, task, Map.of("carrier", Map.of("value", "SF")))
                        .body()
                        .at("/message")
                        .asText())
                .contains("trackingNumber");
        assertThat(complete(WMS, task, Map.of("trackingNumber", Map.of("value", "x".repeat(501))))
                        .status())
                .isEqualTo(400);
        assertThat(complete(WMS, task, Map.of("trackingNumber", Map.of("value", "x".repeat(70_000))))
                        .status())
                .isEqualTo(400);
        var padded = question("w1", SHIP, 20_000, 0).replaceFirst("\\{", "{\"more\":\"" + "x".repeat(70_000) + "\",");
        assertThat(post(WMS, "fetchAndLock", padded).status()).isEqualTo(400);
        assertThat(post(WMS, "fetchAndLock", "[]").status()).isEqualTo(400);
        assertThat(post(WMS, "fetchAndLock", "{").status()).isEqualTo(400);
    }

    @Test
    void nobodyElseTouchesTheTask() throws Exception {
        var instance = begins("north");
        var task = fetched(WMS);
        for (var other : List.of(
                worker("wms2", "warehouse", "north"),
                worker("wms", "warehouse", "south"),
                worker("wms", "carrier", "north"))) {
            assertThat(complete(other, task, SHIPPED).status())
                    .as("%s", other.teams())
                    .isEqualTo(404);
            assertThat(post(other, task.at("/id").asText() + "/failure", "{\"workerId\":\"w1\",\"retries\":0}")
                            .status())
                    .isEqualTo(404);
            assertThat(post(
                                    other,
                                    task.at("/id").asText() + "/extendLock",
                                    "{\"workerId\":\"w1\",\"newDuration\":20000}")
                            .status())
                    .isEqualTo(404);
        }
        var id = task.at("/id").asText();
        assertThat(post(WMS, id + "/complete", "{\"workerId\":\"w2\"}").status())
                .isEqualTo(404);
        assertThat(post(WMS, id + "/complete", "{}").status()).isEqualTo(400);
        assertThat(post(WMS, "nothing/complete", "{\"workerId\":\"w1\"}").status())
                .isEqualTo(404);
        assertThat(running(instance)).isTrue();
        assertThat(incident(instance)).isNull();
    }

    @Test
    void onlyFiveOperationsAreServed() throws Exception {
        var id = begins("north");
        var task = fetched(WMS).at("/id").asText();
        for (var path : List.of(
                task + "/unlock",
                task + "/retries",
                task + "/priority",
                task,
                "count",
                "retries",
                task + "/errorDetails",
                task + "/../" + task + "/complete",
                "fetchAndLock/",
                "topic-names")) {
            assertThat(post(WMS, path, "{\"workerId\":\"w1\"}").status())
                    .as(path)
                    .isEqualTo(403);
        }
        for (var person : List.of(
                new Caller("lead", Set.of("leads"), Set.of("north")),
                new Caller("mixed", Set.of("department-warehouse", "leads"), Set.of("north")),
                new Caller("two", Set.of("department-warehouse", "department-finance"), Set.of("north")))) {
            assertThat(post(person, "fetchAndLock", "{}").status()).isEqualTo(403);
        }
        assertThat(running(id)).isTrue();
    }

    @Test
    void topicsOfOthersAreRefused() throws Exception {
        assertThat(fetch(WMS, "finance.refund", 20_000, 0).status()).isEqualTo(403);
        assertThat(fetch(WMS, "warehouse.nothing", 20_000, 0).status()).isEqualTo(403);
        assertThat(fetch(worker("x", "finance", "north"), SHIP, 20_000, 0).status())
                .isEqualTo(403);
    }

    @Test
    void locksAreNeitherTooShortNorTooLong() throws Exception {
        var instance = begins("north");
        assertThat(fetch(WMS, SHIP, 9_999, 0).status()).isEqualTo(400);
        assertThat(fetch(WMS, SHIP, 600_001, 0).status()).isEqualTo(400);
        assertThat(row(instance)).containsEntry("REQUEST_STATE", "OPEN");
        var task = fetched(WMS).at("/id").asText();
        assertThat(post(WMS, task + "/extendLock", "{\"workerId\":\"w1\",\"newDuration\":600001}")
                        .status())
                .isEqualTo(400);
        assertThat(post(WMS, task + "/extendLock", "{\"workerId\":\"w1\",\"newDuration\":300000}")
                        .status())
                .isEqualTo(204);
        pass(Duration.ofMinutes(4));
        assertThat(fetch(WMS, SHIP, 20_000, 0).body()).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(fetch(WMS, SHIP, 20_000, 0).body()).hasSize(1);
    }

    @Test
    void filtersThatWouldBeIgnoredAreRefused() throws Exception {
        assertThat(post(
                                WMS,
                                "fetchAndLock",
                                "{\"workerId\":\"w1\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"warehouse.ship\","
                                        + "\"lockDuration\":20000,\"businessKey\":\"AS-1\"}]}")
                        .status())
                .isEqualTo(400);
        begins("north");
        var both = worker("wms", "warehouse", "north", "south");
        var asked = "{\"workerId\":\"w1\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"warehouse.ship\","
                + "\"lockDuration\":20000,\"processDefinitionIdIn\":null,\"tenantIdIn\":[\"%s\"]}]}";
        assertThat(post(both, "fetchAndLock", asked.formatted("south")).body()).isEmpty();
        assertThat(post(both, "fetchAndLock", asked.formatted("north")).body()).hasSize(1);
    }

    @Test
    void everyTaskHasOneSideOnly() throws Exception {
        var north = begins("north");
        var south = begins("south");
        var watch = begins(null);
        assertThat(builtIn()).containsExactlyInAnyOrder(south, watch);
        assertThat(fetch(worker("w", "warehouse", "north", "south"), SHIP, 20_000, 0)
                        .body())
                .singleElement()
                .satisfies(t -> assertThat(t.at("/processInstanceId").asText()).isEqualTo(north));
        arrange("north", Set.of());
        arrange("south", Set.of(SHIP));
        pass(Duration.ofMinutes(2)); // the locks of before
        assertThat(fetch(WMS, SHIP, 20_000, 0).body()).isEmpty();
        assertThat(builtIn()).containsExactlyInAnyOrder(north, watch);
        arrange("north", Set.of(SHIP));
        pass(Duration.ofMinutes(2));
        assertThat(builtIn()).containsExactly(watch);
    }

    private List<String> builtIn() {
        return bean(RequestWork.class).take(8, NODE).stream()
                .map(w -> bean(org.camunda.bpm.engine.ExternalTaskService.class)
                        .createExternalTaskQuery()
                        .externalTaskId(w.taskId())
                        .singleResult()
                        .getProcessInstanceId())
                .toList();
    }

    @Test
    void aNoTakesTheWayDrawnForItOrBecomesAnIncident() throws Exception {
        var drawn = begins("north");
        assertThat(refuse("STOCK_UNAVAILABLE").status()).isEqualTo(204);
        assertThat(row(drawn)).containsEntry("REQUEST_STATE", "NO").containsEntry("NO_CODE", "STOCK_UNAVAILABLE");
        assertThat(bean(org.camunda.bpm.engine.RuntimeService.class).getActiveActivityIds(drawn))
                .containsExactly("Task_Offer");
        var other = begins("north");
        assertThat(refuse("SOMETHING_NEW").status()).isEqualTo(204);
        assertThat(incident(other)).contains("SOMETHING_NEW", "said no");
        begins("north");
        assertThat(refuse("no code").status()).isEqualTo(400);
    }

    private Came refuse(String code) throws Exception {
        return post(
                WMS,
                fetched(WMS).at("/id").asText() + "/bpmnError",
                "{\"workerId\":\"w1\",\"errorCode\":\"" + code + "\",\"errorMessage\":\"x\","
                        + "\"variables\":{\"name\":{\"value\":\"李测试\"}}}");
    }

    @Test
    void aFailureIsRetriedAndThenAnIncidentWithoutAnybodysNumber() throws Exception {
        var instance = begins("north");
        var path = fetched(WMS).at("/id").asText() + "/failure";
        var failure =
                "{\"workerId\":\"w1\",\"errorMessage\":\"no van for 13000000001\",\"errorDetails\":\"13000000001\","
                        + "\"retries\":%d,\"retryTimeout\":60000}";
        assertThat(post(WMS, path, failure.formatted(1)).status()).isEqualTo(204);
        assertThat(fetch(WMS, SHIP, 20_000, 0).body()).isEmpty();
        assertThat(incident(instance)).isNull();
        pass(Duration.ofSeconds(61));
        assertThat(fetched(WMS).at("/retries").asInt()).isEqualTo(1);
        assertThat(post(WMS, path, failure.formatted(0)).status()).isEqualTo(204);
        assertThat(incident(instance))
                .contains("no van for ***", "warehouse.ship", "处理失败")
                .doesNotContain("13000000001");
        assertThat(row(instance)).containsEntry("REQUEST_STATE", "FAILED");
    }

    @Test
    void theQuestionWaitsForWork() throws Exception {
        var question = pool.submit(() -> fetch(WMS, SHIP, 20_000, 30_000));
        Thread.sleep(300);
        long begin = System.nanoTime();
        begins("north");
        assertThat(question.get().body()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aWorkerThatDiedIsFollowedByAnotherAndItsLateAnswerDoesNotCount() throws Exception {
        var instance = begins("north");
        var task = fetched(WMS);
        pass(Duration.ofSeconds(21));
        assertThat(post(WMS, "fetchAndLock", question("w2", SHIP, 20_000, 0)).body())
                .hasSize(1);
        assertThat(complete(WMS, task, SHIPPED).status()).isEqualTo(404);
        assertThat(running(instance)).isTrue();
        assertThat(row(instance)).containsEntry("ATTEMPTS", 2);
    }

    private static JsonNode fetched(Caller caller) throws Exception {
        var came = fetch(caller, SHIP, 20_000, 0);
        assertThat(came.status()).as("%s", came.body()).isEqualTo(200);
        assertThat(came.body()).hasSize(1);
        return came.body().get(0);
    }

    private static Came fetch(Caller caller, String topic, long lock, long patience) throws Exception {
        return post(caller, "fetchAndLock", question("w1", topic, lock, patience));
    }

    private static String question(String worker, String topic, long lock, long patience) {
        return "{\"workerId\":\"%s\",\"maxTasks\":5,\"usePriority\":true,\"asyncResponseTimeout\":%d,"
                        .formatted(worker, patience)
                + "\"topics\":[{\"topicName\":\"%s\",\"lockDuration\":%d}]}".formatted(topic, lock);
    }

    private static Came complete(Caller caller, JsonNode task, Map<String, Object> variables) throws Exception {
        var body = JSON.writeValueAsString(Map.of("workerId", "w1", "variables", variables));
        return post(caller, task.at("/id").asText() + "/complete", body);
    }

    private static Came post(Caller caller, String path, String body) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        var request = new MockHttpServletRequest("POST", WorkerGate.ROOT + path);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        new WorkerGate(bean(OwnWorkers.class), bean(AsSystem.class)).doFilter(request, response, chain);
        assertThat(chain.getRequest()).as("nothing goes on to the engine").isNull();
        return new Came(response.getStatus(), JSON.readTree(response.getContentAsByteArray()));
    }
}
