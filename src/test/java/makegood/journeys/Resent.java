package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A case about something that is to be sent again, and the parcel that brings it. */
record Resent(Shop shop, Sale sale, PlayedCase played) {
    static final String REVIEW = "Task_ReviewResendRequest";
    static final String APPROVE = "Task_ApproveResend";
    static final String OTHER_WAY = "Task_FindAnotherWay";

    /** SKUs of a test's own: shelves are shared. */
    static String sku(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 6);
    }

    static Resent asked(Shop shop, Sale sale, String reason, String lines, Map<String, Object> more) {
        shop.sold(sale);
        var request = Shop.request(sale, "RESEND", reason, lines, "少发了，请补发");
        request.putAll(more);
        return new Resent(shop, sale, shop.opened("agent", request));
    }

    /** One line of one piece, signed a day ago, with so many on the shelf. */
    static Resent asked(Shop shop, String sku, long paid, int stock, String reason) {
        shop.stock(sku, stock);
        return asked(shop, shop.sale().line(sku, 1, paid).paid("ALIPAY", paid).signed(1), reason, "1:1", Map.of());
    }

    void approved(Object... more) {
        played.completes("agent", REVIEW, fields("APPROVE", more));
    }

    static Map<String, Object> fields(String decision, Object... more) {
        var fields = new HashMap<String, Object>(Map.of("decision", decision));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return fields;
    }

    /** The tracking number of the parcel that brings it, as soon as it has left. */
    String shipped() {
        played.awaitTold("Task_TellShipped");
        var tracking = parcels().get(parcels().size() - 1);
        assertThat(played.calls("notification.send"))
                .anyMatch(c -> c.at("/payload/text").asText().contains(tracking));
        return tracking;
    }

    List<String> parcels() {
        return Shop.items(shop.as("manager")
                        .get(played.path() + "/parcels")
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .filter(p -> p.at("/purpose").asText().equals("RESEND"))
                .map(p -> p.at("/trackingNumber").asText())
                .toList();
    }

    void delivered() {
        played.scan(shipped(), "DELIVERED");
    }

    /** What was booked, as {@code "RESEND 12800 WAREHOUSE_PICK"}. */
    List<String> costs() {
        return Shop.items(shop.as("manager")
                        .get(played.path() + "/costs")
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .map(c -> c.at("/kind").asText() + " " + c.at("/amount/amount").asLong() + " "
                        + c.at("/unitAtFault").asText())
                .toList();
    }

    /** What left the warehouse, as {@code "SW-220-M 1"}. */
    List<String> sent() {
        return played.calls("warehouse.ship").stream()
                .flatMap(c -> Shop.items(c.at("/payload/lines")).stream())
                .map(l -> l.at("/sku").asText() + " " + l.at("/quantity").asInt())
                .toList();
    }

    void noMoneyMoved() {
        assertThat(shop.gateway(sale.payment(1))).isEmpty();
    }
}
