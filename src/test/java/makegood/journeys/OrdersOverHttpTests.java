package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop's other systems tell us, and what comes back of it. */
class OrdersOverHttpTests extends ShopJourney {

    @Test
    void anOrderCanBeToldTwiceAndIsReadBackMasked() {
        var sale = shop.sale().line("TEE", 2, 5000).paid("ALIPAY", 5000).signed(2);
        shop.as("shop").put(path(sale), sale.body()).is(201);
        var first = shop.order(sale);
        shop.as("shop").put(path(sale), sale.body()).is(200);
        assertThat(shop.order(sale)).isEqualTo(first);
        assertThat(first.at("/state").asText()).isEqualTo("DELIVERED");
        assertThat(first.at("/customer/phone").asText()).isEqualTo("130****0001");
        assertThat(first.at("/customer/name").asText()).isEqualTo("测**");
        assertThat(first.toString()).doesNotContain("13000000001");
    }

    @Test
    void namesInAnyScriptAreKept() {
        var sale = shop.sale().line("TEE", 1, 100).with("customer", Map.of("name", "😡𠮷", "phone", "13000000001"));
        sale.with("remarks", List.of(Map.of("text", "😡 𠮷 已联系", "flag", "RED")));
        shop.sold(sale);
        assertThat(shop.order(sale).at("/customer/name").asText()).isEqualTo("😡**");
        assertThat(shop.as("agent").get(path(sale) + "/remarks").is(200).text("/items/0/text"))
                .isEqualTo("😡 𠮷 已联系");
    }

    @Test
    void anotherStoresOrderIsNotThere() {
        var sale = shop.sold(shop.sale().line("TEE", 1, 100));
        shop.as("agent-south").get(path(sale)).refused(404, "ORDER_UNKNOWN");
        shop.as("agent-south").get(path(sale) + "/remarks").refused(404, "ORDER_UNKNOWN");
        shop.as("agent-south")
                .post(path(sale) + "/remarks", Map.of("text", "x"))
                .refused(404, "ORDER_UNKNOWN");
        shop.as("agent-south").get("/api/v1/stores/north/settings").refused(404, "STORE_UNKNOWN");
        shop.as("shop").put("/api/v1/orders/nowhere/N-1", sale.body()).refused(404, "STORE_UNKNOWN");
        shop.as("agent").put(path(sale), sale.body()).is(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"lines\":[{\"sku\":\"A\",\"paid\":-1}]}",
                "{\"lines\":[{\"sku\":\"A\",\"paid\":1.5}]}",
                "{\"lines\":[{\"sku\":\"A\",\"paid\":99999999999999999999999}]}",
                "{\"lines\":[{\"sku\":\"A\",\"paid\":1}],\"state\":\"LOST\"}",
                "{\"lines\":[{\"sku\":\"A\",\"paid\":1}],\"placedAt\":\"yesterday\"}",
                "{\"lines\":{}}",
                "[]",
                "null",
                "7"
            })
    void whatIsNoOrderChangesNothing(String body) {
        shop.as("shop").put("/api/v1/orders/north/NO-ORDER", body).refused(422, "INVALID_INPUT");
        shop.as("shop").get("/api/v1/orders/north/NO-ORDER").refused(404, "ORDER_UNKNOWN");
    }

    @Test
    void brokenJsonIsMalformed() {
        shop.as("shop").put("/api/v1/orders/north/NO-ORDER", "{\"lines\":[").refused(400, "MALFORMED_REQUEST");
        shop.as("shop").put("/api/v1/orders/north/NO-ORDER", "").refused(400, "MALFORMED_REQUEST");
        shop.as("shop")
                .put("/api/v1/orders/north/" + "N".repeat(65), "{\"lines\":[{\"sku\":\"A\",\"paid\":1}]}")
                .refused(422, "INVALID_INPUT");
    }

    @Test
    void aScanCountsOnceAndEarlyScansAreKept() {
        var sale = shop.sale().line("TEE", 1, 100).paid("ALIPAY", 100);
        sale.with("parcels", List.of());
        var tracking = sale.orderNumber + "-S1";
        var scan = Map.of("at", shop.now().toString(), "kind", "DELIVERED", "place", "门口", "scanId", "s1");
        assertThat(scanned(tracking, scan)).isTrue();
        assertThat(scanned(tracking, scan)).isFalse();
        var body = new HashMap<>(sale.body());
        body.put("parcels", List.of(Map.of("trackingNumber", tracking, "carrier", "SF")));
        shop.as("shop").put(path(sale), body).is(201);
        assertThat(shop.order(sale).at("/state").asText()).isEqualTo("DELIVERED");
        shop.as("shop")
                .post("/api/v1/parcels/" + tracking + "/scans", Map.of("kind", "FLOWN"))
                .refused(422, "INVALID_INPUT");
        shop.as("agent").post("/api/v1/parcels/" + tracking + "/scans", scan).is(403);
    }

    @Test
    void remarksTellWhatTheyWereBefore() {
        var sale = shop.sold(shop.sale().line("TEE", 1, 100));
        shop.as("agent")
                .post(path(sale) + "/remarks", Map.of("text", "改地址", "flag", "RED"))
                .is(201);
        shop.as("agent")
                .post(path(sale) + "/remarks", Map.of("text", "已改", "flag", "GREEN"))
                .is(201);
        var last = shop.as("shop").get(path(sale) + "/remarks").is(200).body().at("/items/1");
        assertThat(last.at("/text").asText()).isEqualTo("已改");
        assertThat(last.at("/oldText").asText()).isEqualTo("改地址");
        assertThat(last.at("/oldFlag").asText()).isEqualTo("RED");
        assertThat(last.at("/by").asText()).isEqualTo("agent");
        shop.as("agent")
                .post(path(sale) + "/remarks", Map.of("text", "x".repeat(1001)))
                .refused(422, "INVALID_INPUT");
    }

    @Test
    void aLineInAnOpenCaseCannotVanish() {
        var sale = shop.sold(shop.sale()
                .line("TEE", 1, 100)
                .line("SOCKS", 1, 100)
                .paid("ALIPAY", 200)
                .signed(2));
        shop.opened("agent", Shop.request(sale, "INQUIRY", "OTHER", "2:1", "尺码怎么选"));
        var body = new HashMap<>(sale.body());
        body.put("lines", List.of(Map.of("line", 1, "sku", "TEE", "quantity", 1, "paid", 100)));
        body.put("parcels", List.of());
        shop.as("shop").put(path(sale), body).refused(409, "LINE_HAS_RETURNS");
    }

    @Test
    void settingsBelowTheLawAreRefusedAndANewStoreMayOpen() {
        var low = Map.of("jurisdiction", "CN", "promises", Map.of("noReasonDays", 6));
        var refused = shop.as("manager").put("/api/v1/stores/harbour/settings", low);
        refused.refused(422, "BELOW_STATUTORY_FLOOR");
        assertThat(refused.text("/detail")).contains("Consumer Protection Law art. 25");
        shop.as("admin")
                .put("/api/v1/stores/harbour/settings", Map.of("platform", "JD"))
                .is(200);
        assertThat(shop.as("manager").get("/api/v1/stores/harbour/settings").text("/platform"))
                .isEqualTo("JD");
        shop.as("agent").get("/api/v1/stores/harbour/settings").refused(404, "STORE_UNKNOWN");
        shop.as("agent").put("/api/v1/stores/north/settings", low).is(403);
    }

    @Test
    void productsHaveParts() {
        var lamp = Map.of(
                "product",
                "Lamp",
                "listPrice",
                13900,
                "parts",
                List.of(Map.of("part", "shade", "value", 3900)),
                "warrantyMonths",
                24);
        shop.as("shop").put("/api/v1/products/north/LAMP-1", lamp).is(200);
        assertThat(shop.as("agent")
                        .get("/api/v1/products/north/LAMP-1")
                        .is(200)
                        .body()
                        .at("/parts/0/value")
                        .asLong())
                .isEqualTo(3900);
        shop.as("agent-south").get("/api/v1/products/north/LAMP-1").refused(404, "STORE_UNKNOWN");
    }

    @Test
    void whatAnOrderLooksLikeIsDescribed() {
        var described = shop.as("admin").get("/v3/api-docs").is(200).body();
        var body = "/requestBody/content/application~1json/schema/$ref";
        var order = described.at("/paths/~1api~1v1~1orders~1{store}~1{orderNumber}/put" + body);
        assertThat(order.asText()).isEqualTo("#/components/schemas/OrderRequest");
        assertThat(described
                        .at("/components/schemas/OrderRequest/properties/lines/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/LineRequest");
        var scan = described.at("/paths/~1api~1v1~1parcels~1{trackingNumber}~1scans/post" + body);
        assertThat(scan.asText()).isEqualTo("#/components/schemas/ScanRequest");
    }

    private boolean scanned(String tracking, Map<String, String> scan) {
        return shop.as("shop")
                .post("/api/v1/parcels/" + tracking + "/scans", scan)
                .is(200)
                .body()
                .at("/recorded")
                .asBoolean();
    }

    private static String path(Sale sale) {
        return "/api/v1/orders/" + sale.store + "/" + sale.orderNumber;
    }
}
