package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import makegood.cases.Cases;
import makegood.cases.Cases.GoodsDue;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a case sends is followed until it has arrived: told, watched, looked for. */
class ShipGoodsTests extends ShopJourney {
    private static final String LOOK = "Task_LookForShipment";

    @Autowired
    private Cases cases;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private TransactionTemplate transaction;

    private final String sku = "LAMP-" + UUID.randomUUID().toString().substring(0, 6);
    private PlayedCase played;
    private String instance;

    /** A question stays open while another instance of the case ships what was promised. */
    private void ship(int onTheShelf) {
        var sale = shop.sold(shop.sale().line(sku, 1, 9900).paid("ALIPAY", 9900).signed(3));
        shop.stock(sku, onTheShelf);
        played = shop.opened("agent", Shop.request(sale, "INQUIRY", "OTHER", "1:1", "灯泡呢?"));
        transaction.executeWithoutResult(t -> cases.goodsDue(played.number, List.of(new GoodsDue(1, sku, 1, 9900))));
        instance = runtime.startProcessInstanceByKey("ship-goods", played.number, Map.of("store", Shop.STORE))
                .getId();
    }

    private String shipped() {
        played.awaitTold("Task_TellShipped");
        return Await.until("parcel", () -> parcels(), p -> !p.isEmpty())
                .get(0)
                .at("/trackingNumber")
                .asText();
    }

    private List<com.fasterxml.jackson.databind.JsonNode> parcels() {
        return Shop.items(
                shop.as("agent").get(played.path() + "/parcels").is(200).body().at("/items"));
    }

    private void ends(String result) {
        Await.until(
                "end of ship-goods",
                () -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("shipGoodsResult")
                        .list()
                        .stream()
                        .map(v -> String.valueOf(v.getValue()))
                        .toList(),
                List.of(result)::equals);
    }

    @Test
    void theCustomerGetsTheNumberAndThenTheGoods() {
        ship(3);
        var tracking = shipped();

        assertThat(played.told("Task_TellShipped")).contains(tracking).contains("SF");
        assertThat(played.calls("warehouse.ship").get(0).at("/payload/purpose").asText())
                .isEqualTo("RESEND");
        assertThat(shop.stock(sku)).startsWith("sellable 2 ");
        assertThat(parcels().get(0).at("/purpose").asText()).isEqualTo("RESEND");
        assertThat(shop.as("agent").get("/api/v1/cases?q=" + tracking).text("/items/0/caseNumber"))
                .isEqualTo(played.number);
        Await.until("waits for the carrier", () -> played.waits("CARRIER"), List.of("DELIVERY")::equals);

        played.scan(tracking, "IN_TRANSIT");
        played.scan(tracking, "DELIVERED");
        played.scan(tracking, "DELIVERED");
        played.scan(tracking, "LOST"); // late and out of order

        ends("DELIVERED");
        assertThat(played.waits("CARRIER")).isEmpty();
        assertThat(parcels().get(0).hasNonNull("deliveredAt")).isTrue();
        assertThat(parcels().get(0).hasNonNull("lostAt")).isFalse();
        assertThat(played.timeline("PARCEL")).hasSize(1);
    }

    @Test
    void freightThatTheWarehouseTellsIsBooked() {
        shop.next("warehouse.ship", "PENDING");
        ship(3);
        var asked = Await.until("asked", () -> played.calls("warehouse.ship"), c -> !c.isEmpty());
        shop.as("agent")
                .post(
                        "/api/v1/sandbox/requests/"
                                + asked.get(0).at("/requestId").asText(),
                        Map.of(
                                "answer",
                                "OK",
                                "values",
                                Map.of("trackingNumber", sku + "-T", "carrier", "SF", "freight", 1800)))
                .is(200);
        played.scan(shipped(), "DELIVERED");
        ends("DELIVERED");
        var costs = shop.as("manager").get(played.path() + "/costs").is(200).body();
        assertThat(costs.at("/items")).hasSize(1);
        assertThat(costs.at("/items/0/kind").asText()).isEqualTo("EXTRA_FREIGHT");
        assertThat(costs.at("/items/0/amount/amount").asLong()).isEqualTo(1800);
    }

    @Test
    void aLostAnswerShipsOnce() {
        shop.next("warehouse.ship", "LOSE_ANSWER");
        ship(3);
        played.scan(shipped(), "DELIVERED");
        ends("DELIVERED");
        assertThat(shop.stock(sku)).startsWith("sellable 2 ");
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void nothingOnTheShelfIsABusinessAnswer() {
        ship(0);
        ends("NO_STOCK");
        assertThat(played.told()).doesNotContain("Task_TellShipped");
        assertThat(parcels()).isEmpty();
    }

    @Test
    void whatArrivesBeforeWeWaitIsSeen() {
        shop.next("notification.send", "PENDING");
        ship(3);
        var tracking = Await.until("parcel", () -> parcels(), p -> !p.isEmpty())
                .get(0)
                .at("/trackingNumber")
                .asText();
        played.scan(tracking, "DELIVERED");
        var pending = played.calls("notification.send").get(0).at("/requestId").asText();
        shop.as("agent")
                .post("/api/v1/sandbox/requests/" + pending, Map.of("answer", "OK", "values", Map.of("sent", true)))
                .is(200);
        ends("DELIVERED");
    }

    @Test
    void aParcelReportedLostIsLookedForAndGivenUp() {
        ship(3);
        var tracking = shipped();
        played.scan(tracking, "LOST");
        var task = played.task("agent", LOOK);
        assertThat(shop.as("agent").get("/api/v1/tasks/" + task + "/case").text("/proposal/shippedParcel"))
                .isEqualTo(tracking);
        played.completes("agent", LOOK, Map.of("decision", "LOST"));
        ends("SHIPMENT_LOST");
        assertThat(parcels().get(0).hasNonNull("lostAt")).isTrue();
    }

    @Test
    void anOverdueParcelIsWaitedForOnceMoreAndFound() {
        ship(3);
        shipped();
        played.fire("Event_ShipmentOverdue");
        played.task("agent", LOOK);
        var today = LocalDate.ofInstant(shop.now(), ZoneId.of("Asia/Shanghai"));
        played.complete("agent", LOOK, Map.of("decision", "KEEP_WAITING")).refused(422, "INVALID_INPUT");
        played.complete("agent", LOOK, Map.of("decision", "KEEP_WAITING", "waitUntil", "next week"))
                .refused(422, "INVALID_INPUT");
        played.complete("agent", LOOK, Map.of("decision", "KEEP_WAITING", "waitUntil", today.toString()))
                .refused(422, "INVALID_INPUT");
        played.complete("agent", LOOK, Map.of("decision", "PERHAPS")).refused(422, "INVALID_INPUT");
        played.complete("agent", LOOK, Map.of()).refused(422, "INVALID_INPUT");
        played.completes(
                "agent",
                LOOK,
                Map.of(
                        "decision",
                        "KEEP_WAITING",
                        "waitUntil",
                        today.plusDays(3).toString()));
        Await.until("waits again", () -> played.waits("CARRIER"), List.of("DELIVERY")::equals);
        played.fire("Event_ShipmentOverdue");
        played.completes("agent", LOOK, Map.of("decision", "DELIVERED"));
        ends("DELIVERED");
    }

    @Test
    void whatComesBackUndeliveredIsLookedForAndMayStillArrive() {
        ship(3);
        var tracking = shipped();
        played.scan(tracking, "REFUSED");
        played.task("agent", LOOK);
        played.scan(tracking, "DELIVERED");
        ends("DELIVERED");
        assertThat(played.tasks("agent", LOOK)).isEmpty();
    }

    @Test
    void troubleBeforeWeWaitIsSeen() {
        shop.next("notification.send", "PENDING");
        ship(3);
        var tracking = Await.until("parcel", () -> parcels(), p -> !p.isEmpty())
                .get(0)
                .at("/trackingNumber")
                .asText();
        played.scan(tracking, "RETURNED_TO_SENDER");
        var pending = played.calls("notification.send").get(0).at("/requestId").asText();
        shop.as("agent")
                .post("/api/v1/sandbox/requests/" + pending, Map.of("answer", "OK", "values", Map.of("sent", true)))
                .is(200);
        played.completes("agent", LOOK, Map.of("decision", "LOST"));
        ends("SHIPMENT_LOST");
    }
}
