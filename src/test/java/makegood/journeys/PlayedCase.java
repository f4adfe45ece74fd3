package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One case while a test plays it. */
final class PlayedCase {
    private static final String WAREHOUSE = "warehouse";

    final String number;
    private final Shop shop;

    PlayedCase(Shop shop, String number) {
        this.shop = shop;
        this.number = number;
    }

    String path() {
        return "/api/v1/cases/" + number;
    }

    JsonNode show() {
        return shop.as("manager").get(path()).is(200).body();
    }

    JsonNode await(String what, Predicate<JsonNode> so) {
        return until(what, this::show, so);
    }

    /** A failure tells what the case was doing instead. */
    private <T> T until(String what, Supplier<T> look, Predicate<T> so) {
        try {
            return Await.until(number + " " + what, look, so);
        } catch (AssertionError never) {
            var last = timeline().stream().limit(12).map(JsonNode::toString).toList();
            throw new AssertionError(
                    never.getMessage() + "\nopen: " + show().at("/waitingFor") + "\ntimeline: "
                            + String.join("\n", last),
                    never);
        }
    }

    /** Waits for the end; its outcome and remedy, as {@code "RESOLVED_FULL RETURN_REFUND"}. */
    String ends() {
        var end = await("closed", c -> c.at("/status").asText().equals("CLOSED"));
        return (end.at("/outcome").asText() + " " + end.at("/remedy").asText()).strip();
    }

    boolean open() {
        return !show().at("/status").asText().equals("CLOSED");
    }

    /** A fact from outside; whether the case used it. */
    boolean happens(String type, Object... more) {
        var event = new HashMap<String, Object>(
                Map.of("type", type, "eventId", UUID.randomUUID().toString()));
        for (int i = 0; i < more.length; i += 2) {
            event.put((String) more[i], more[i + 1]);
        }
        return shop.as("shop")
                .post(path() + "/events", event)
                .is(202)
                .body()
                .at("/used")
                .asBoolean();
    }

    /** The customer sends the goods and the warehouse gets them; the parcel's tracking number. */
    String goodsComeBack() {
        awaitTold("Task_TellWhereToSend");
        var tracking = number + "-R";
        happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF");
        scan(tracking, "DELIVERED");
        return tracking;
    }

    void scan(String tracking, String kind) {
        shop.as("shop")
                .post(
                        "/api/v1/parcels/" + tracking + "/scans",
                        Map.of(
                                "at",
                                shop.now().toString(),
                                "kind",
                                kind,
                                "place",
                                "warehouse",
                                "scanId",
                                UUID.randomUUID().toString()))
                .is(200);
    }

    /** Everything as announced and like new: {@code lines} are line, quantity, grade. */
    void inspected(Object... lines) {
        var fields = new HashMap<String, Object>();
        for (int i = 0; i < lines.length; i += 3) {
            fields.put("receivedQuantity_" + lines[i], lines[i + 1]);
            fields.put("goodsGrade_" + lines[i], lines[i + 2]);
            fields.put("finding_" + lines[i], "AS_ANNOUNCED");
        }
        completes(WAREHOUSE, "Task_InspectReturnedGoods", fields);
    }

    /** One piece of line 1, like new, but of another article than the order names. */
    void inspectedAs(String sku) {
        completes(
                WAREHOUSE,
                "Task_InspectReturnedGoods",
                Map.of(
                        "receivedQuantity_1",
                        1,
                        "goodsGrade_1",
                        "A",
                        "finding_1",
                        "AS_ANNOUNCED",
                        "receivedSku_1",
                        sku));
    }

    /** The open tasks of an element that an account sees. */
    List<JsonNode> tasks(String account, String element) {
        return Shop.items(shop.as(account)
                .get("/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + element)
                .is(200)
                .body());
    }

    /** Elements of all open tasks, as the manager sees them. */
    List<String> openTasks() {
        return Shop.items(show().at("/waitingFor")).stream()
                .map(w -> w.at("/what").asText())
                .toList();
    }

    String task(String account, String element) {
        return until(element, () -> tasks(account, element), t -> !t.isEmpty())
                .get(0)
                .at("/id")
                .asText();
    }

    /** Who meets the system at the same moment is told to try again, and does. */
    Reply complete(String account, String element, Map<String, Object> fields) {
        return until(
                element,
                () -> complete(account, task(account, element), element, fields),
                answer -> !answer.text("/code").equals("CONFLICT_TRY_AGAIN"));
    }

    /** For somebody who does not see the task. */
    Reply complete(String account, String taskId, String element, Map<String, Object> fields) {
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return shop.as(account).post("/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables));
    }

    void completes(String account, String element, Map<String, Object> fields) {
        var reply = until(element, () -> complete(account, element, fields), answer -> answer.status() != 409);
        assertThat(reply).as(element).extracting(Reply::status).isEqualTo(204);
    }

    /** Fires the waiting timer of an element, as soon as it waits. */
    void fire(String element) {
        until(
                "timer " + element,
                () -> shop.as("agent")
                        .post("/api/v1/sandbox/timers/fire", Map.of("caseNumber", number, "element", element)),
                r -> r.status() == 200);
    }

    List<JsonNode> timeline() {
        return Shop.items(shop.as("manager")
                .get(path() + "/timeline?size=100")
                .is(200)
                .body()
                .at("/items"));
    }

    List<String> timeline(String kind) {
        return timeline().stream()
                .filter(e -> e.at("/kind").asText().equals(kind))
                .map(e -> e.at("/text").asText())
                .toList();
    }

    /** What the customer was told: the elements that told it, in order. */
    List<String> told() {
        return calls("notification.send").stream()
                .map(c -> c.at("/payload/element").asText())
                .toList();
    }

    /** The words of the first message that an element sent. */
    String told(String element) {
        awaitTold(element);
        return calls("notification.send").stream()
                .filter(c -> c.at("/payload/element").asText().equals(element))
                .findFirst()
                .orElseThrow()
                .at("/payload/text")
                .asText();
    }

    void awaitTold(String element) {
        until("told " + element, this::told, t -> t.contains(element));
    }

    /** What departments were asked, oldest first. */
    List<JsonNode> calls(String topic) {
        var calls = shop.as("agent")
                .get("/api/v1/sandbox/calls?size=100&topic=" + topic + "&caseNumber=" + number)
                .is(200)
                .body();
        return Shop.items(calls.at("/items")).stream()
                .sorted(java.util.Comparator.comparing(c -> c.at("/at").asText()))
                .toList();
    }

    /** Refunds as {@code "payment state amount"}. */
    List<String> refunds() {
        return refundRows().stream()
                .map(r -> r.at("/paymentNumber").asText() + " " + r.at("/state").asText() + " "
                        + r.at("/amount/amount").asLong())
                .toList();
    }

    List<JsonNode> refundRows() {
        return Shop.items(
                shop.as("manager").get(path() + "/refunds").is(200).body().at("/items"));
    }

    /** Rules that decided, as {@code "RE-16"}. */
    List<String> rules(String decision) {
        return Shop.items(show().at("/verdicts")).stream()
                .filter(v -> v.at("/decision").asText().equals(decision))
                .flatMap(v -> Shop.items(v.at("/rules")).stream())
                .map(r -> r.at("/id").asText())
                .toList();
    }

    void photo(String account, String kind) {
        shop.as(account)
                .upload(path() + "/evidence", kind, "label.png", "image/png", Pixel.PNG)
                .is(201);
    }

    /** A fact for which the case waits, as soon as it waits. */
    void fires(String type, Object... more) {
        until("waits for " + type, () -> happens(type, more), used -> used);
    }

    /** What somebody is waited for. */
    List<String> waits(String who) {
        return Shop.items(show().at("/waitingFor")).stream()
                .filter(w -> w.at("/who").asText().equals(who))
                .map(w -> w.at("/what").asText())
                .toList();
    }

    /** The running or breached clock of a stage. */
    JsonNode clock(String stage) {
        return Shop.items(show().at("/clocks")).stream()
                .filter(c -> c.at("/stage").asText().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    /** The running and missed clocks of a kind. */
    List<JsonNode> clocks(String kind) {
        return Shop.items(show().at("/clocks")).stream()
                .filter(c -> c.at("/kind").asText().equals(kind))
                .toList();
    }

    /** Missed limits as {@code "stage team"}. */
    List<String> breaches() {
        return Shop.items(show().at("/clocks")).stream()
                .filter(c -> c.hasNonNull("breachedAt"))
                .map(c -> c.at("/stage").asText() + " " + c.at("/team").asText())
                .toList();
    }

    /** When the open task of an element is due. */
    Instant due(String element) {
        var task = tasks("manager", element).get(0);
        return OffsetDateTime.parse(task.at("/due").asText(), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
                .toInstant();
    }

    /** Where the first entry of a kind stands in the timeline. */
    int firstOf(String kind) {
        return timeline().stream().map(e -> e.at("/kind").asText()).toList().indexOf(kind);
    }

    /** Bookings as {@code "COMPENSATION 4000 QUALITY_DEFECT PRODUCT"}: kind, amount, cause, unit at fault. */
    List<String> costs() {
        return Shop.items(
                        shop.as("manager").get(path() + "/costs").is(200).body().at("/items"))
                .stream()
                .map(e -> e.at("/kind").asText() + " " + e.at("/amount/amount").asLong() + " "
                        + e.at("/cause").asText() + " " + e.at("/unitAtFault").asText())
                .toList();
    }

    List<JsonNode> evidence() {
        return Shop.items(
                shop.as("manager").get(path() + "/evidence").is(200).body().at("/items"));
    }

    /** What came of everything that departments were asked under a topic; "owed" while they have not answered. */
    List<String> parts(String topic) {
        return Shop.items(show().at("/parts")).stream()
                .filter(p -> p.at("/what").asText().equals(topic))
                .map(p -> p.hasNonNull("result") ? p.at("/result").asText() : "owed")
                .toList();
    }
}
