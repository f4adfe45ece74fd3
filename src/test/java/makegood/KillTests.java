package makegood;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A process that dies at the worst moments loses nothing and pays nothing twice. */
@NeedsJar
@Execution(ExecutionMode.CONCURRENT) // each is a process and a folder of its own, and waits most of the time
class KillTests {
    private static final String SAID = "少了一件😡𠮷";
    private static final String PAYMENT = "/api/v1/sandbox/gateway/payments/PAY-KILL";
    private static final String ORDER = """
            {"customer": {"reference": "c-kill", "name": "测试客户", "phone": "13000000001", "address": "Example Road 1"},
             "country": "CN", "placedAt": "2026-01-05T08:00:00Z", "currency": "CNY", "freightPaid": 0,
             "lines": [{"line": 1, "sku": "TEE-WH-M", "product": "T恤", "quantity": 1, "paid": 12900}],
             "payments": [{"paymentNumber": "PAY-KILL", "method": "ALIPAY", "amount": 12900, "paidAt": "2026-01-05T08:00:00Z"}],
             "parcels": [{"trackingNumber": "SF-KILL", "carrier": "SF", "lines": [1], "shippedAt": "2026-01-06T08:00:00Z"}]}
            """;
    private static final String REQUEST = """
            {"store": "north", "orderNumber": "KILL-1", "procedure": "REFUND_ONLY", "reason": "MISSING_GOODS",
             "channel": "CHAT", "lines": [{"line": 1, "quantity": 1}], "statement": "%s"}
            """.formatted(SAID);
    private static final String APPROVE = """
            {"variables": {"decision": {"value": "APPROVE"}, "evidence": {"value": "SUFFICIENT"},
             "approvedAmount": {"value": 12900}}}
            """;

    private static final String NEW_SHELF = "/api/v1/sandbox/stock/north/TEE-WH-M";
    private static final String EXCHANGE = """
            {"store": "north", "orderNumber": "KILL-1", "procedure": "EXCHANGE", "reason": "QUALITY_DEFECT",
             "channel": "CHAT", "lines": [{"line": 1, "quantity": 1}], "statement": "换一件"}
            """;
    private static final String APPROVE_EXCHANGE = """
            {"variables": {"decision": {"value": "APPROVE"}, "evidence": {"value": "SUFFICIENT"}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aKilledShopOnH2LosesNothingAndPaysOnce() {
        killTwice(Map.of());
    }

    @Test
    @NeedsMySql
    void aKilledShopOnMySqlLosesNothingAndPaysOnce() {
        killTwice(Map.of(
                "SPRING_PROFILES_ACTIVE", "mysql",
                "MAKEGOOD_MYSQL_URL", MySql.freshDatabase(),
                "MAKEGOOD_MYSQL_USER", MySql.user(),
                "MAKEGOOD_MYSQL_PASSWORD", MySql.password()));
    }

    private void killTwice(Map<String, String> environment) {
        String caseNumber;
        try (var shop = RunningJar.start(folder, environment)) {
            shop.put("shop", "/api/v1/orders/north/KILL-1", ORDER);
            caseNumber = shop.post("shop", "/api/v1/cases", REQUEST)
                    .get("caseNumber")
                    .asText();
            review(shop, caseNumber);
            shop.kill(); // while the agent looks at the task
        }
        try (var shop = RunningJar.start(folder, environment)) {
            assertThat(shop.get("agent", "/api/v1/cases/" + caseNumber)
                            .get("statement")
                            .asText())
                    .isEqualTo(SAID);
            var task = review(shop, caseNumber);
            shop.put("agent", "/api/v1/sandbox/topics/finance.refund", "{\"next\": [\"SLOW:12\"]}");
            shop.post("agent", "/engine-rest/task/" + task + "/claim", "{\"userId\": \"agent\"}");
            shop.post("agent", "/engine-rest/task/" + task + "/complete", APPROVE);
            Eventually.holds(
                    Duration.ofMinutes(1),
                    () -> shop.get("finance", PAYMENT).get("refunds").size() == 1,
                    () -> shop.get("manager", "/api/v1/cases/" + caseNumber));
            shop.kill(); // in the call: the gateway has paid, and nobody has heard of it
        }
        try (var shop = RunningJar.start(folder, environment)) {
            Eventually.holds(
                    Duration.ofMinutes(4),
                    () -> isClosed(shop, caseNumber),
                    () -> shop.get("manager", "/api/v1/cases/" + caseNumber));
            var refunds = shop.get("finance", PAYMENT).get("refunds");
            assertThat(refunds).hasSize(1);
            assertThat(refunds.get(0).at("/amount/amount").asLong()).isEqualTo(12900);
            assertThat(refunds.get(0).get("state").asText()).isEqualTo("SETTLED");
            assertThat(StreamSupport.stream(
                                    shop.get(
                                                    "agent",
                                                    "/api/v1/sandbox/calls?topic=finance.refund&caseNumber="
                                                            + caseNumber)
                                            .get("items")
                                            .spliterator(),
                                    false)
                            .filter(call -> call.get("effect").asBoolean()))
                    .hasSize(1);
            assertThat(shop.get("agent", "/api/v1/cases/" + caseNumber)
                            .at("/money/refunded/amount")
                            .asLong())
                    .isEqualTo(12900);
        }
    }

    @Test
    void aKilledExchangeOnH2ReservesAndShipsOnce() {
        killAnExchangeTwice(Map.of());
    }

    @Test
    @NeedsMySql
    void aKilledExchangeOnMySqlReservesAndShipsOnce() {
        killAnExchangeTwice(Map.of(
                "SPRING_PROFILES_ACTIVE", "mysql",
                "MAKEGOOD_MYSQL_URL", MySql.freshDatabase(),
                "MAKEGOOD_MYSQL_USER", MySql.user(),
                "MAKEGOOD_MYSQL_PASSWORD", MySql.password()));
    }

    private void killAnExchangeTwice(Map<String, String> environment) {
        String caseNumber;
        try (var shop = RunningJar.start(folder, environment)) {
            shop.put("shop", "/api/v1/orders/north/KILL-1", deliveredLately());
            shop.put(
                    "agent",
                    NEW_SHELF,
                    "{\"sellable\": 5, \"asOpened\": 0, \"refurbish\": 0, \"scrap\": 0, \"hold\": 0}");
            caseNumber = shop.post("shop", "/api/v1/cases", EXCHANGE)
                    .get("caseNumber")
                    .asText();
            completes(
                    shop,
                    caseNumber,
                    "agent",
                    "Task_ReviewExchangeRequest",
                    APPROVE_EXCHANGE,
                    () -> shop.put(
                            "agent", "/api/v1/sandbox/topics/warehouse.reserve-stock", "{\"next\": [\"SLOW:12\"]}"));
            done(shop, caseNumber, "warehouse.reserve-stock");
            shop.kill(); // in the call: the warehouse holds the goods, and nobody has heard of it
        }
        try (var shop = RunningJar.start(folder, environment)) {
            shop.put("agent", "/api/v1/sandbox/topics/warehouse.ship", "{\"next\": [\"SLOW:12\"]}");
            done(shop, caseNumber, "warehouse.ship"); // our fault: the new one leaves first
            shop.kill(); // the parcel is out, and nobody has heard of it
        }
        try (var shop = RunningJar.start(folder, environment)) {
            Eventually.holds(
                    Duration.ofMinutes(4),
                    () -> parcels(shop, caseNumber).size() == 1,
                    () -> shop.get("manager", "/api/v1/cases/" + caseNumber));
            assertThat(done(shop, caseNumber, "warehouse.reserve-stock")).isEqualTo(1);
            assertThat(done(shop, caseNumber, "warehouse.ship")).isEqualTo(1);
            assertThat(shop.get("agent", NEW_SHELF).get("sellable").asLong()).isEqualTo(4);
        }
    }

    private static String deliveredLately() {
        var days = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return ORDER.replace(
                        "2026-01-05T08:00:00Z", days.minus(Duration.ofDays(6)).toString())
                .replace(
                        "\"shippedAt\": \"2026-01-06T08:00:00Z\"",
                        "\"shippedAt\": \"" + days.minus(Duration.ofDays(5)) + "\", \"deliveredAt\": \""
                                + days.minus(Duration.ofDays(3)) + "\", \"signedBy\": \"customer\"");
    }

    private static JsonNode parcels(RunningJar shop, String caseNumber) {
        return shop.get("manager", "/api/v1/cases/" + caseNumber + "/parcels").get("items");
    }

    /** How often a department did something for the case; waits for the first time. */
    private static long done(RunningJar shop, String caseNumber, String topic) {
        var path = "/api/v1/sandbox/calls?topic=" + topic + "&caseNumber=" + caseNumber;
        Eventually.holds(
                Duration.ofMinutes(4),
                () -> effects(shop, path) > 0,
                () -> shop.get("manager", "/api/v1/cases/" + caseNumber));
        return effects(shop, path);
    }

    private static long effects(RunningJar shop, String path) {
        return StreamSupport.stream(shop.get("agent", path).get("items").spliterator(), false)
                .filter(call -> call.get("effect").asBoolean())
                .count();
    }

    private static void completes(
            RunningJar shop, String caseNumber, String account, String element, String answers, Runnable before) {
        var path = "/engine-rest/task?processInstanceBusinessKey=" + caseNumber + "&taskDefinitionKey=" + element;
        Eventually.holds(
                Duration.ofSeconds(30), () -> shop.get(account, path).size() == 1, () -> shop.get(account, path));
        before.run();
        var task = shop.get(account, path).get(0).get("id").asText();
        shop.post(account, "/engine-rest/task/" + task + "/complete", answers);
    }

    private static boolean isClosed(RunningJar shop, String caseNumber) {
        return shop.get("agent", "/api/v1/cases/" + caseNumber)
                .get("status")
                .asText()
                .equals("CLOSED");
    }

    /** The id of the case's one task, once it is there. */
    private static String review(RunningJar shop, String caseNumber) {
        var path = "/engine-rest/task?processInstanceBusinessKey=" + caseNumber;
        Eventually.holds(
                Duration.ofSeconds(30), () -> shop.get("agent", path).size() == 1, () -> shop.get("agent", path));
        JsonNode task = shop.get("agent", path).get(0);
        assertThat(task.get("taskDefinitionKey").asText()).isEqualTo("Task_ReviewRefundRequest");
        return task.get("id").asText();
    }
}
