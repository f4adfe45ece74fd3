package makegood.journeys;

import java.util.List;
import java.util.Map;

/** The store south as a warehouse meets it that is not simulated: reached over HTTP, or with a worker of its own. */
final class OwnWarehouse {
    static final String STORE = "south";
    static final String ACCOUNT = "wms-south";
    private static final String TAKEN_OVER = "/api/v1/departments/warehouse/taken-over?store=" + STORE;
    static final String CONNECTION = "/api/v1/departments/warehouse/connection?store=" + STORE;
    static final List<String> TOPICS = List.of(
            "warehouse.check-stock",
            "warehouse.reserve-stock",
            "warehouse.release-stock",
            "warehouse.authorise-return",
            "warehouse.revoke-return",
            "warehouse.ship",
            "warehouse.book-returned-goods");

    private final Shop shop;

    OwnWarehouse(Shop shop) {
        this.shop = shop;
    }

    /** An account of a department's own worker; the password is its name. */
    Http account(String name, String department, String... stores) {
        shop.as("admin")
                .put(
                        "/api/v1/people/" + name,
                        Map.of(
                                "password",
                                name,
                                "teams",
                                List.of("department-" + department),
                                "stores",
                                List.of(stores)));
        return shop.as(name);
    }

    void takesOver(List<String> topics) {
        shop.as("admin").put(TAKEN_OVER, Map.of("topics", topics)).is(200);
    }

    void reachedAt(String url, String key) {
        shop.as("admin").put(CONNECTION, Map.of("baseUrl", url, "keyId", key)).is(200);
    }

    /** Everything is simulated again. */
    void givesBack() {
        takesOver(List.of());
        shop.as("admin").delete(CONNECTION).is(204);
    }

    Sale sale(String sku, long paid) {
        return new Sale(STORE, shop.now())
                .line(sku, 1, paid)
                .paid("ALIPAY", paid)
                .with(
                        "customer",
                        Map.of(
                                "reference",
                                "C-SOUTH",
                                "name",
                                "测试客户",
                                "phone",
                                "13000000001",
                                "address",
                                "示例省示例市示例路1号",
                                "tier",
                                "REGULAR"))
                .signed(1);
    }

    /** An ordinary return, asked for in time. */
    PlayedCase returned(Sale sale) {
        shop.sold(sale);
        var request = Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "", "does not fit");
        request.put("goodsIntact", true);
        return shop.opened("agent-south", request);
    }

    /** Something that is missing and sent again; the agent agrees. */
    PlayedCase resent(Sale sale) {
        shop.sold(sale);
        var played = shop.opened("agent-south", Shop.request(sale, "RESEND", "MISSING_GOODS", "1:1", "it is missing"));
        played.completes("agent-south", Resent.REVIEW, Resent.fields("APPROVE"));
        return played;
    }
}
