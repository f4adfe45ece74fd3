package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A parcel in trouble and the case about it. */
record Troubled(Shop shop, Sale sale, PlayedCase played) {
    static final String FOLLOW = "Task_FollowParcel";
    static final String DECIDE = "Task_DecideRemedy";
    static final String TRACE = "carrier.trace";
    static final String CLAIM = "carrier.file-claim";

    /** One line on its way since then, last scanned {@code seenAgo}; null: never. */
    static Sale onTheWay(Shop shop, String sku, long paid, Duration shippedAgo, Duration seenAgo) {
        var sale = shop.sold(shop.sale().line(sku, 1, paid).paid("ALIPAY", paid).onTheWay(shippedAgo));
        if (seenAgo != null) {
            scanned(shop, sale, "IN_TRANSIT", seenAgo);
        }
        return sale;
    }

    static void scanned(Shop shop, Sale sale, String kind, Duration ago) {
        shop.as("shop")
                .post(
                        "/api/v1/parcels/" + sale.tracking(1) + "/scans",
                        Map.of(
                                "at",
                                shop.now().minus(ago).toString(),
                                "kind",
                                kind,
                                "place",
                                "hub",
                                "scanId",
                                UUID.randomUUID().toString()))
                .is(200);
    }

    static Troubled reported(Shop shop, String account, Sale sale, String reason) {
        return reported(shop, account, sale, reason, Map.of());
    }

    static Troubled reported(Shop shop, String account, Sale sale, String reason, Map<String, Object> more) {
        var request = Shop.request(sale, "LOGISTICS", reason, "", "包裹怎么了？");
        request.putAll(more);
        return new Troubled(shop, sale, shop.opened(account, request));
    }

    /** A scan of trouble has opened the case by itself. */
    static Troubled opened(Shop shop, Sale sale, String scan) {
        scanned(shop, sale, scan, Duration.ofMinutes(5));
        var found = Await.until(
                "case of " + sale.orderNumber,
                () -> Shop.items(shop.as("manager")
                        .get("/api/v1/cases?q=" + sale.orderNumber)
                        .is(200)
                        .body()
                        .at("/items")),
                cases -> !cases.isEmpty());
        return new Troubled(
                shop, sale, new PlayedCase(shop, found.get(0).at("/caseNumber").asText()));
    }

    /** A parcel that the carrier calls lost at once. */
    static Troubled lost(Shop shop, String sku, long paid) {
        var sale = onTheWay(shop, sku, paid, Duration.ofDays(8), Duration.ofDays(6));
        shop.next(TRACE, "PENDING");
        var lost = reported(shop, "agent", sale, "DELIVERY_TOO_LATE");
        lost.answers(TRACE, "OK", Map.of("status", "LOST"));
        return lost;
    }

    void scan(String kind) {
        played.scan(sale.tracking(1), kind);
    }

    /** The department answers the latest request that it left open. */
    void answers(String topic, String answer, Map<String, Object> values) {
        var calls = Await.until(topic, () -> played.calls(topic), c -> !c.isEmpty());
        var id = calls.get(calls.size() - 1).at("/requestId").asText();
        Await.until(
                topic + " answered",
                () -> shop.as("agent")
                        .post("/api/v1/sandbox/requests/" + id, Map.of("answer", answer, "values", values)),
                r -> r.status() < 300);
    }

    /** Not while the carrier's answer is on its way: who meets it at that moment is asked to try again. */
    void follows(Object... fields) {
        played.await("carrier's word", c -> played.waits("CARRIER").isEmpty());
        played.completes("agent", FOLLOW, fields(fields));
    }

    void decides(String account, Object... fields) {
        played.completes(account, DECIDE, fields(fields));
    }

    static Map<String, Object> fields(Object... pairs) {
        var fields = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** Bookings as {@code "REFUND 33800 CARRIER"}. */
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

    List<String> gateway() {
        return shop.gateway(sale.payment(1));
    }

    void paysNothing() {
        assertThat(gateway()).isEmpty();
        assertThat(costs()).isEmpty();
    }

    JsonNode first(String decision) {
        return Shop.items(played.show().at("/verdicts")).stream()
                .filter(v -> v.at("/decision").asText().equals(decision))
                .findFirst()
                .orElseThrow();
    }
}
