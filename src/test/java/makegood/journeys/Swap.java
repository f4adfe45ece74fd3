package makegood.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A sale and the exchange about it, brought to the step that a test is about. */
record Swap(Shop shop, Sale sale, PlayedCase played) {
    /** What is asked for by {@code account}: {@code wanted} null means the ordered article again. */
    static Swap asked(Shop shop, String account, Sale sale, String reason, String lines, String wanted) {
        shop.sold(sale);
        var request = Shop.request(sale, "EXCHANGE", reason, lines, "想换一件");
        if (wanted != null) {
            request.put("wantedSku", wanted);
        }
        return new Swap(shop, sale, shop.opened(account, request));
    }

    static Swap asked(Shop shop, Sale sale, String reason, String wanted) {
        return asked(shop, "shop", sale, reason, "1:1", wanted);
    }

    /** The tracking numbers of what was sent instead. */
    List<String> replacements() {
        return Shop.items(shop.as("manager")
                        .get(played.path() + "/parcels")
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .filter(p -> p.at("/purpose").asText().equals("REPLACEMENT"))
                .map(p -> p.at("/trackingNumber").asText())
                .toList();
    }

    /** The replacement reaches the customer. */
    void arrives() {
        var sent = Await.until(played.number + " replacement", this::replacements, r -> !r.isEmpty());
        played.scan(sent.get(sent.size() - 1), "DELIVERED");
    }

    void approved(Object... more) {
        var fields = new java.util.HashMap<String, Object>(Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        played.completes("agent", "Task_ReviewExchangeRequest", fields);
    }

    void found(Object pieces, String grade, String finding) {
        played.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", pieces, "goodsGrade_1", grade, "finding_1", finding));
    }

    /** What the customer was asked to pay, newest last. */
    List<JsonNode> collections() {
        return played.calls("finance.collect");
    }

    /** Finance's word on the newest collection: OK is a payment. */
    void answers(String word) {
        var open = Await.until(played.number + " collection", this::collections, c -> !c.isEmpty());
        var id = open.get(open.size() - 1).at("/requestId").asText();
        shop.as("agent")
                .post("/api/v1/sandbox/requests/" + id, Map.of("answer", word, "values", Map.of()))
                .is(200);
    }

    String stock(String sku) {
        return shop.stock(sku);
    }

    long paidFor(int line) {
        return Shop.items(shop.order(sale).at("/lines")).stream()
                .filter(l -> l.at("/line").asInt() == line)
                .findFirst()
                .orElseThrow()
                .at("/paid")
                .asLong();
    }

    /** How often an element told the customer something. */
    long told(String element) {
        return played.told().stream().filter(element::equals).count();
    }

    /** The number of what the customer was asked to pay, the first or a later one. */
    String collection(int number) {
        return "CO" + played.number.substring(2) + "-" + number;
    }

    /** The old goods are waited for in vain: three reminders, then the end of patience. */
    void neverSent() {
        for (int i = 0; i < 4; i++) {
            played.awaitTold("Task_TellWhereToSend");
            played.fire("Event_TimeToSendPassed");
        }
    }

    void charged() {
        played.completes("lead", "Task_ChargeOrWriteOff", Map.of("decision", "CHARGE", "messageToCustomer", "请支付旧款"));
        Await.until(played.number + " charge", this::collections, c -> !c.isEmpty());
    }

    /** The old parcel is on its way; whether the case could use it. */
    boolean oldGoodsLeave(String tracking) {
        return played.happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF");
    }

    /** How often departments really did something under a topic. */
    long done(String topic) {
        return played.calls(topic).stream()
                .filter(c -> c.at("/effect").asBoolean())
                .count();
    }
}
