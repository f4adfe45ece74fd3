package makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import makegood.Journey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How far an account reaches that is let in: its own store, its own team, never its own request. */
@Journey
class ReachTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ORDERS = new AtomicInteger();

    @LocalServerPort
    int port;

    private String order;
    private String caseNumber;
    private String task;

    private Web as(String account) {
        return Web.basic(port, account, account);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    /** A paid order of store north over 600 yuan, and a request to get the money back: it waits for after-sales. */
    @BeforeEach
    void openCaseOfStoreNorth() {
        order = "REACH-" + ORDERS.incrementAndGet();
        var shop = as("shop");
        var imported = shop.put("/api/v1/orders/north/" + order, """
                {"customer":{"reference":"C-1","name":"测试客户","phone":"13000000001","address":"Test Road 1","tier":"REGULAR"},
                 "country":"CN","placedAt":"2026-11-10T08:00:00Z","currency":"CNY","freightPaid":0,
                 "lines":[{"line":1,"sku":"S-1","product":"Lamp","model":"L1","quantity":1,"paid":60000,"listPrice":60000}],
                 "payments":[{"paymentNumber":"PAY-%1$s","method":"ALIPAY","amount":60000,"paidAt":"2026-11-10T08:05:00Z"}],
                 "parcels":[{"trackingNumber":"TR-%1$s","carrier":"SF","lines":[1],
                   "shippedAt":"2026-11-11T08:00:00Z","deliveredAt":"2026-11-12T08:00:00Z"}]}
                """.formatted(order));
        assertThat(imported.statusCode()).as(imported.body()).isBetween(200, 201);
        var opened = shop.post("/api/v1/cases", """
                {"store":"north","orderNumber":"%s","procedure":"REFUND_ONLY","reason":"QUALITY_DEFECT","channel":"CHAT",
                 "lines":[{"line":1,"quantity":1}],"statement":"broken"}
                """.formatted(order));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        caseNumber = json(opened).get("caseNumber").asText();
        task = taskOf("Task_ReviewRefundRequest");
    }

    private String taskOf(String element) {
        var found = as("manager")
                .get("/engine-rest/task?processInstanceBusinessKey=" + caseNumber + "&taskDefinitionKey=" + element);
        assertThat(json(found)).as(element + ": " + found.body()).hasSize(1);
        return json(found).get(0).get("id").asText();
    }

    private static String answers(String... pairs) {
        var fields = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.putObject(pairs[i]).put("value", pairs[i + 1]);
        }
        return JSON.createObjectNode().set("variables", fields).toString();
    }

    @Test
    void anAgentOfAnotherStoreFindsNothingByAnyId() {
        var instance = json(as("manager").get("/engine-rest/process-instance?businessKey=" + caseNumber))
                .get(0)
                .get("id")
                .asText();
        var script = as("agent-south");
        var desk = Web.session(port, "agent-south");
        for (var path : List.of(
                "/api/v1/cases/" + caseNumber,
                "/api/v1/cases/" + caseNumber + "/timeline",
                "/api/v1/cases/" + caseNumber + "/refunds",
                "/api/v1/cases/" + caseNumber + "/parcels",
                "/api/v1/cases/" + caseNumber + "/costs",
                "/api/v1/cases/" + caseNumber + "/evidence",
                "/api/v1/tasks/" + task + "/case",
                "/api/v1/orders/north/" + order,
                "/engine-rest/task/" + task,
                "/engine-rest/task/" + task + "/form-variables",
                "/engine-rest/process-instance/" + instance,
                ENGINE + "/task/" + task,
                ENGINE + "/task/" + task + "/form",
                ENGINE + "/task/" + task + "/form-variables",
                ENGINE + "/task/" + task + "/identity-links",
                ENGINE + "/process-instance/" + instance,
                ENGINE + "/history/process-instance/" + instance)) {
            var caller = path.startsWith("/camunda") ? desk : script;
            var answer = caller.get(path);
            var seen = path.endsWith("/identity-links") && answer.body().equals("[]");
            assertThat(seen || answer.statusCode() == 403 || answer.statusCode() == 404 || answer.statusCode() == 400)
                    .as("%s: %d %s", path, answer.statusCode(), answer.body())
                    .isTrue();
            assertThat(answer.body()).doesNotContain(caseNumber).doesNotContain("broken");
        }
        for (var list :
                List.of("/api/v1/cases?q=" + caseNumber, "/api/v1/cases?q=" + order, "/api/v1/cases?store=north")) {
            assertThat(script.get(list).body()).doesNotContain(caseNumber);
        }
        for (var list : List.of("/engine-rest/task", "/engine-rest/task?processInstanceBusinessKey=" + caseNumber)) {
            assertThat(script.get(list).body()).doesNotContain(task);
            assertThat(desk.get(list.replace("/engine-rest", ENGINE)).body()).doesNotContain(task);
        }
    }

    @Test
    void anAgentOfAnotherStoreChangesNothing() {
        var south = as("agent-south");
        assertThat(south.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"agent-south\"}")
                        .statusCode())
                .isEqualTo(404);
        for (var way : List.of("/complete", "/submit-form")) {
            assertThat(south.post("/engine-rest/task/" + task + way, answers("decision", "APPROVE"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(south.post(
                                "/api/v1/cases/" + caseNumber + "/events",
                                "{\"type\":\"CUSTOMER_WITHDREW\",\"eventId\":\"e-1\"}")
                        .statusCode())
                .isEqualTo(404);
        var start = answers("store", "north", "orderNumber", order, "reason", "NO_REASON_7D", "channel", "CHAT");
        assertThat(south.post("/engine-rest/process-definition/key/after-sales-case/start", start)
                        .statusCode())
                .isEqualTo(404);
        assertThat(taskOf("Task_ReviewRefundRequest")).isEqualTo(task);
    }

    @Test
    void anotherTeamsTaskStaysThatTeams() {
        for (var account : List.of("warehouse", "finance", "marketing", "lead", "manager", "admin")) {
            var other = as(account);
            assertThat(other.post("/engine-rest/task/" + task + "/complete", answers("decision", "APPROVE"))
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(as("warehouse")
                        .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"warehouse\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("agent")
                        .post("/engine-rest/task/" + task + "/assignee", "{\"userId\":\"agent2\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(taskOf("Task_ReviewRefundRequest")).isEqualTo(task);
    }

    @Test
    void nobodyApprovesTheOwnRequest() {
        var both = """
                {"password":"two-hats-worn","grade":"LEAD","teams":["after-sales","leads","finance","managers"],"stores":["north"]}
                """;
        assertThat(as("admin").put("/api/v1/people/two.hats", both).statusCode())
                .isBetween(200, 201);
        var twoHats = Web.basic(port, "two.hats", "two-hats-worn");
        var reviewed = twoHats.post(
                "/engine-rest/task/" + task + "/complete",
                answers("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", "60000"));
        assertThat(reviewed.statusCode()).as(reviewed.body()).isEqualTo(204);
        var approval = taskOf("Task_ApproveRefund");
        var agents = as("agent").post("/engine-rest/task/" + approval + "/complete", answers("decision", "APPROVE"));
        assertThat(agents.statusCode()).as(agents.body()).isEqualTo(403);
        var own = twoHats.post("/engine-rest/task/" + approval + "/complete", answers("decision", "APPROVE"));
        assertThat(own.statusCode()).as(own.body()).isBetween(400, 499);
        assertThat(taskOf("Task_ApproveRefund")).isEqualTo(approval);
    }
}
