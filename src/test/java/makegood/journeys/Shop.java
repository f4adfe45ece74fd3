package makegood.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The running shop as its people, its systems and the sandbox's departments meet it. */
final class Shop {
    static final String STORE = "north";

    private final String root;
    private final Map<String, Http> logins = new HashMap<>();

    Shop(int port) {
        root = "http://127.0.0.1:" + port;
    }

    /** For clients that are none of ours. */
    String root() {
        return root;
    }

    /** One of the demo's accounts: agent (MID), agent2 (SENIOR), lead, manager, warehouse, finance, admin, shop … */
    Http as(String account) {
        return logins.computeIfAbsent(account, name -> new Http(root, name));
    }

    /** One more account of after-sales in the store; the password is its name. */
    Http hire(String account, String grade) {
        as("admin")
                .put(
                        "/api/v1/people/" + account,
                        Map.of(
                                "password",
                                account,
                                "grade",
                                grade,
                                "teams",
                                List.of("after-sales"),
                                "stores",
                                List.of(STORE)));
        return as(account);
    }

    /** The application's time, which may run ahead of the machine's. */
    Instant now() {
        return Instant.parse(as("agent").get("/api/v1/sandbox/clock").is(200).text("/now"));
    }

    /** Time goes on for the whole application. */
    void later(Duration later) {
        Await.until(
                "time to move",
                () -> as("agent").post("/api/v1/sandbox/clock", Map.of("advance", later.toString())),
                r -> r.status() == 200);
    }

    Sale sale() {
        return new Sale(STORE, now());
    }

    Sale sold(Sale sale) {
        var answer = as("shop").put("/api/v1/orders/" + sale.store + "/" + sale.orderNumber, sale.body());
        if (answer.status() >= 300) {
            throw new AssertionError(answer);
        }
        return sale;
    }

    /** What a request for a sold order says; {@code lines} as {@code "1:1,3:2"}. */
    static Map<String, Object> request(Sale sale, String procedure, String reason, String lines, String statement) {
        var request = new LinkedHashMap<String, Object>();
        request.put("store", sale.store);
        request.put("orderNumber", sale.orderNumber);
        request.put("procedure", procedure);
        request.put("reason", reason);
        request.put("channel", "CHAT");
        request.put("lines", lines);
        request.put("statement", statement);
        return request;
    }

    Reply ask(String account, Map<String, Object> request) {
        return as(account).post("/api/v1/cases", request);
    }

    PlayedCase opened(String account, Map<String, Object> request) {
        return new PlayedCase(this, ask(account, request).is(201).text("/caseNumber"));
    }

    /** How a department behaves at its next calls, one word per call: OK, REFUSE:CODE, PENDING, ERROR, LOSE_ANSWER. */
    void next(String topic, String... calls) {
        Await.until(
                topic + " told what to do", // two tests may order the same department at once
                () -> as("agent").put("/api/v1/sandbox/topics/" + topic, Map.of("next", List.of(calls))),
                reply -> reply.status() == 200);
    }

    void stock(String sku, int sellable) {
        as("agent")
                .put(
                        "/api/v1/sandbox/stock/" + STORE + "/" + sku,
                        Map.of("sellable", sellable, "asOpened", 0, "refurbish", 0, "scrap", 0, "hold", 0))
                .is(200);
    }

    /** What a piece costs today, before any promotion. */
    void priced(String sku, long price) {
        as("shop")
                .put("/api/v1/products/" + STORE + "/" + sku, Map.of("product", sku, "listPrice", price))
                .is(200);
    }

    /** As {@code "sellable 10 asOpened 0 refurbish 0 scrap 0 hold 0"}. */
    String stock(String sku) {
        var shelf = as("agent")
                .get("/api/v1/sandbox/stock/" + STORE + "/" + sku)
                .is(200)
                .body();
        var words = new StringBuilder();
        List.of("sellable", "asOpened", "refurbish", "scrap", "hold")
                .forEach(name -> words.append(name)
                        .append(' ')
                        .append(shelf.at("/" + name).asLong())
                        .append(' '));
        return words.toString().strip();
    }

    /** What the gateway's own ledger says of a payment's refunds, as {@code "SETTLED 50000"}. */
    List<String> gateway(String paymentNumber) {
        var reply = as("agent").get("/api/v1/sandbox/gateway/payments/" + paymentNumber);
        if (reply.status() == 404) {
            return List.of();
        }
        return items(reply.is(200).body().at("/refunds")).stream()
                .map(r -> r.at("/state").asText() + " " + r.at("/amount/amount").asLong())
                .toList();
    }

    JsonNode order(Sale sale) {
        return as("agent")
                .get("/api/v1/orders/" + sale.store + "/" + sale.orderNumber)
                .is(200)
                .body();
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
