package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import makegood.Means;
import makegood.NeedsNode;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The warehouse of one store works with a program of its own, on the official clients as they are. */
class WarehouseServesItselfTests extends ShopJourney {
    private static final String ADDRESS = "示例省示例市示例路1号";
    private OwnWarehouse warehouse;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void takeOver() {
        warehouse = new OwnWarehouse(shop);
        warehouse.account(OwnWarehouse.ACCOUNT, "warehouse", OwnWarehouse.STORE);
        warehouse.takesOver(OwnWarehouse.TOPICS);
    }

    @AfterEach
    void giveBack() {
        warehouse.givesBack();
    }

    @Test
    void aWholeReturnIsServedByTheJavaClient() {
        var client = client();
        Queue<String> served = new ConcurrentLinkedQueue<>();
        try {
            client.subscribe("warehouse.authorise-return")
                    .handler((task, answer) -> {
                        served.add(task.getTopicName() + " " + task.getVariable("orderNumber"));
                        answer.complete(task, Map.of("rma", "RMA-W1", "returnAddress", "West Gate 西门"));
                    })
                    .open();
            client.subscribe("warehouse.book-returned-goods")
                    .handler((task, answer) -> {
                        served.add(task.getTopicName() + " " + task.getVariable("rma"));
                        answer.complete(task, Map.of("booked", 1));
                    })
                    .open();
            var sale = warehouse.sale("SV-1", 12900);
            var back = warehouse.returned(sale);
            assertThat(back.told("Task_TellWhereToSend")).contains("RMA-W1");
            back.goodsComeBack();
            back.inspected(1, 1, "A");
            assertThat(back.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
            assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 12900");
            assertThat(served)
                    .containsExactly(
                            "warehouse.authorise-return " + sale.orderNumber, "warehouse.book-returned-goods RMA-W1");
            for (var topic : List.of("warehouse.authorise-return", "warehouse.book-returned-goods")) {
                assertThat(back.parts(topic)).containsExactly("DONE");
                assertThat(back.calls(topic)).as("nothing is simulated").isEmpty();
            }
            theEngineKeepsNothingOfIt("West Gate");
        } finally {
            client.stop();
        }
    }

    @Test
    void storesThatWereNotTakenOverAreServedAsBefore() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 9900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        assertThat(back.played().calls("warehouse.authorise-return")).hasSize(1);
    }

    @Test
    void whereToShipIsReadByThatWarehouseOnlyWhileItIsAsked() {
        var sale = warehouse.sale("SV-2", 2900);
        var played = warehouse.resent(sale);
        var wms = shop.as(OwnWarehouse.ACCOUNT);
        complete(fetched("warehouse.reserve-stock"), "reservation", "RS-1");
        var task = fetched("warehouse.ship");
        assertThat(task.toString()).doesNotContain("示例路", "13000000001", "测试客户");
        var path = "/api/v1/department-requests/"
                + task.at("/variables/requestId/value").asText();

        var plain = wms.get(path).is(200).body();
        assertThat(plain.at("/topic").asText()).isEqualTo("warehouse.ship");
        assertThat(plain.at("/payload/orderNumber").asText()).isEqualTo(sale.orderNumber);
        assertThat(plain.has("customer")).isFalse();
        wms.get(path + "?purpose=%20").refused(422, "INVALID_INPUT");
        assertThat(played.timeline("REVEALED")).isEmpty();

        var customer =
                wms.get(path + "?purpose=Label%20of%20parcel").is(200).body().at("/customer");
        assertThat(customer.at("/address").asText()).isEqualTo(ADDRESS);
        assertThat(customer.at("/name").asText()).isEqualTo("测试客户");
        assertThat(played.timeline("REVEALED")).singleElement().asString().contains("ADDRESS", "Label of parcel");
        assertThat(shop.as("manager")
                        .get(played.path() + "/timeline?size=100")
                        .body()
                        .toString())
                .contains(OwnWarehouse.ACCOUNT);

        warehouse.account("wms-north", "warehouse", "north");
        warehouse.account("van-south", "carrier", "south");
        for (var other : List.of("wms-north", "van-south", "agent-south", "lead", "manager", "admin", "warehouse")) {
            shop.as(other).get(path + "?purpose=x").refused(404, "REQUEST_GONE");
        }
        complete(task, "trackingNumber", "TN-S2", "carrier", "SF");
        played.awaitTold("Task_TellShipped");
        wms.get(path + "?purpose=again").refused(404, "REQUEST_GONE");
        assertThat(played.timeline("REVEALED")).hasSize(1);
        theEngineKeepsNothingOfIt("示例路");
    }

    @Test
    void aWorkersAccountReachesNothingElse() {
        var wms = shop.as(OwnWarehouse.ACCOUNT);
        for (var path : List.of(
                "/api/v1/cases",
                "/api/v1/me",
                "/api/v1/people",
                "/api/v1/departments/warehouse/taken-over?store=south",
                "/api/v1/webhooks/unmatched",
                "/engine-rest/task",
                "/engine-rest/external-task",
                "/engine-rest/process-instance",
                "/camunda/app/tasklist/default/")) {
            wms.get(path).is(403);
        }
        wms.post("/api/v1/cases", Map.of("store", "south")).is(403);
        wms.post("/engine-rest/external-task/x/unlock", Map.of()).is(403);
        wms.post("/engine-rest/process-definition/key/after-sales-case/start", Map.of())
                .is(403);
        wms.put("/engine-rest/process-instance/x/variables/y", Map.of("value", 1))
                .is(403);
        shop.as("lead")
                .post("/engine-rest/external-task/fetchAndLock", question("warehouse.ship"))
                .is(403);
        shop.as("manager")
                .get("/api/v1/departments/warehouse/connection?store=south")
                .is(403);
        shop.as("admin")
                .put(
                        "/api/v1/people/two-hats",
                        Map.of("password", "two-hats", "teams", List.of("department-warehouse", "leads")))
                .refused(422, "INVALID_INPUT");
        shop.as("admin")
                .put(
                        "/api/v1/departments/warehouse/taken-over?store=south",
                        Map.of("topics", List.of("finance.refund")))
                .refused(422, "INVALID_INPUT");
        shop.as("admin")
                .get("/api/v1/departments/nobody/taken-over?store=south")
                .is(404);
        shop.as("admin")
                .get("/api/v1/departments/warehouse/taken-over?store=nowhere")
                .refused(404, "STORE_UNKNOWN");
    }

    @Test
    @NeedsNode
    void aWholeReturnAndAResendAreServedByTheJavaScriptClient() throws IOException, InterruptedException {
        var script =
                Means.nodeTools().resolve("worker-" + ProcessHandle.current().pid() + ".mjs");
        Files.copy(Path.of("docs/departments/worker.mjs"), script);
        var log = Files.createTempFile("worker", ".log");
        var command = new ProcessBuilder("node", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment()
                .putAll(Map.of(
                        "BASE_URL", shop.root(), "ACCOUNT", OwnWarehouse.ACCOUNT, "PASSWORD", OwnWarehouse.ACCOUNT));
        var worker = command.start();
        try {
            var back = warehouse.returned(warehouse.sale("SV-3", 15900));
            assertThat(back.told("Task_TellWhereToSend")).contains("RMA-");
            back.goodsComeBack();
            back.inspected(1, 1, "A");
            assertThat(back.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
            var again = warehouse.resent(warehouse.sale("SV-4", 2900));
            assertThat(again.told("Task_TellShipped")).contains("TN-");
            assertThat(again.timeline("REVEALED")).singleElement().asString().contains("Label of the parcel");
        } finally {
            worker.destroy();
            worker.waitFor(10, TimeUnit.SECONDS);
            Files.delete(script);
            System.out.println(Files.readString(log));
        }
    }

    private ExternalTaskClient client() {
        return ExternalTaskClient.create()
                .baseUrl(shop.root() + "/engine-rest")
                .addInterceptor(new BasicAuthProvider(OwnWarehouse.ACCOUNT, OwnWarehouse.ACCOUNT))
                .asyncResponseTimeout(2_000)
                .lockDuration(20_000)
                .build();
    }

    private JsonNode fetched(String topic) {
        return Await.until(
                        topic,
                        () -> shop.as(OwnWarehouse.ACCOUNT)
                                .post("/engine-rest/external-task/fetchAndLock", question(topic))
                                .is(200)
                                .body(),
                        tasks -> tasks.size() == 1)
                .get(0);
    }

    private static Map<String, Object> question(String topic) {
        return Map.of(
                "workerId", "w1", "maxTasks", 1, "topics", List.of(Map.of("topicName", topic, "lockDuration", 20_000)));
    }

    private void complete(JsonNode task, String... values) {
        var variables = new HashMap<String, Object>();
        for (int i = 0; i < values.length; i += 2) {
            variables.put(values[i], Map.of("value", values[i + 1]));
        }
        shop.as(OwnWarehouse.ACCOUNT)
                .post(
                        "/engine-rest/external-task/" + task.at("/id").asText() + "/complete",
                        Map.of("workerId", "w1", "variables", variables))
                .is(204);
    }

    private void theEngineKeepsNothingOfIt(String words) {
        for (var table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_RU_VARIABLE")) {
            assertThat(database.sql("select count(*) from " + table + " where text_ like ?")
                            .param("%" + words + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }
}
