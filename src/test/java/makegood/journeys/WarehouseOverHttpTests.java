package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import makegood.departments.ReferenceDepartment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The warehouse of one store is a service of its own, asked over HTTP by the contract. */
class WarehouseOverHttpTests extends ShopJourney {
    private OwnWarehouse warehouse;
    private ReferenceDepartment service;

    @BeforeEach
    void connect() throws IOException {
        warehouse = new OwnWarehouse(shop);
        service = new ReferenceDepartment(0, "wms-1", "secret-of-the-warehouse");
        warehouse.reachedAt(service.url(), "wms-1");
    }

    @AfterEach
    void disconnect() {
        warehouse.givesBack();
        service.close();
    }

    @Test
    void aWholeReturnIsServedOverHttpAndByWebhook() throws Exception {
        var body = new String[1];
        service.instead.put("warehouse.authorise-return", request -> {
            body[0] = request;
            return "{\"answer\":\"PENDING\"}";
        });
        var sale = warehouse.sale("HT-1", 12900);
        var back = warehouse.returned(sale);
        Await.until("asked", () -> service.worked, w -> w.contains("warehouse.authorise-return"));
        var asked = Http.JSON.readTree(body[0]);
        assertThat(asked.at("/payload/orderNumber").asText()).isEqualTo(sale.orderNumber);
        assertThat(body[0]).doesNotContain("示例路", "13000000001", "测试客户");
        Await.until(
                "webhook",
                () -> tell("late-" + back.number, asked.at("/requestId").asText()),
                status -> status == 202);
        assertThat(back.told("Task_TellWhereToSend")).contains("RMA-H1");
        assertThat(tell("late-" + back.number, asked.at("/requestId").asText())).isEqualTo(202);
        back.goodsComeBack();
        back.inspected(1, 1, "A");
        assertThat(back.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 12900");
        assertThat(service.worked).containsExactly("warehouse.authorise-return", "warehouse.book-returned-goods");
        assertThat(back.calls("warehouse.authorise-return")).isEmpty();
    }

    private int tell(String id, String reference) {
        try {
            return service.tell(
                    shop.root(),
                    "warehouse",
                    "{\"id\":\"" + id + "\",\"topic\":\"warehouse.authorise-return\",\"reference\":\"" + reference
                            + "\",\"answer\":\"DONE\",\"values\":{\"rma\":\"RMA-H1\",\"returnAddress\":\"Hall 7\"}}");
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aConnectionIsSetAndShownWithoutItsSecret() {
        var admin = shop.as("admin");
        var shown = admin.get(OwnWarehouse.CONNECTION).is(200).body();
        assertThat(shown.at("/keyId").asText()).isEqualTo("wms-1");
        assertThat(shown.at("/secretKnown").asBoolean()).isTrue();
        assertThat(shown.at("/setBy").asText()).isEqualTo("admin");
        assertThat(shown.at("/circuit").asText()).isIn("CLOSED", "OPEN", "HALF_OPEN");
        assertThat(shown.toString()).doesNotContain("secret-of-the-warehouse");
        int revision = shown.at("/revision").asInt();
        var same = Map.of("baseUrl", service.url(), "keyId", "wms-1");
        assertThat(admin.put(OwnWarehouse.CONNECTION, same)
                        .is(200)
                        .body()
                        .at("/revision")
                        .asInt())
                .isEqualTo(revision);
        var both = Map.of("baseUrl", service.url(), "keyId", "wms-2", "otherKeyId", "wms-1", "active", false);
        assertThat(admin.put(OwnWarehouse.CONNECTION, both)
                        .is(200)
                        .body()
                        .at("/revision")
                        .asInt())
                .isEqualTo(revision + 1);
        for (var wrong : new Object[] {
            Map.of("keyId", "wms-1"),
            Map.of("baseUrl", service.url()),
            Map.of("baseUrl", "http://169.254.169.254/", "keyId", "wms-1"),
            Map.of("baseUrl", "ftp://127.0.0.1/", "keyId", "wms-1"),
            Map.of("baseUrl", "http://user:pw@127.0.0.1/", "keyId", "wms-1"),
            Map.of("baseUrl", service.url(), "keyId", "nobodys"),
            Map.of("baseUrl", service.url(), "keyId", "wms-1", "secret", "x"),
        }) {
            admin.put(OwnWarehouse.CONNECTION, wrong).refused(422, "INVALID_INPUT");
        }
        admin.delete(OwnWarehouse.CONNECTION).is(204);
        admin.get(OwnWarehouse.CONNECTION).refused(404, "CONNECTION_UNKNOWN");
        for (var other : new String[] {"agent", "lead", "manager", "shop", "finance"}) {
            shop.as(other).get(OwnWarehouse.CONNECTION).is(403);
            shop.as(other).put(OwnWarehouse.CONNECTION, same).is(403);
            shop.as(other).delete(OwnWarehouse.CONNECTION).is(403);
        }
    }

    @Test
    void anAnswerToNothingIsSeenAndClosedByAManager() {
        assertThat(tell("lost-" + service.url(), "RQ-NOBODY")).isEqualTo(202);
        var open = "/api/v1/webhooks/unmatched?size=100";
        var entry = Shop.items(shop.as("manager").get(open).is(200).body().at("/items")).stream()
                .filter(e -> e.at("/reference").asText().equals("RQ-NOBODY"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.at("/body").asText()).contains("RMA-H1");
        var path = "/api/v1/webhooks/unmatched/" + entry.at("/entryId").asText();
        for (var other : new String[] {"agent", "lead", "shop", "admin"}) {
            shop.as(other).get(open).is(403);
            shop.as(other).put(path, Map.of("note", "x")).is(403);
        }
        shop.as("manager").put(path, Map.of()).refused(422, "INVALID_INPUT");
        shop.as("manager")
                .put(path, Map.of("note", "a request of the old system"))
                .is(200);
        assertThat(shop.as("manager").get(open).body().toString()).doesNotContain("RQ-NOBODY");
        assertThat(shop.as("manager").get(open + "&resolved=true").body().toString())
                .contains("a request of the old system");
    }
}
