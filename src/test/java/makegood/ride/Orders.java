package makegood.ride;

import java.time.Instant;

/** What was sold and what is asked for. */
final class Orders {
    /** Of each order, in minor units. */
    static final long PAID = 2_900;

    private static final long DAY = 86_400;

    private Orders() {}

    static String request(String order, boolean goodsComeBack) {
        return """
                {"store": "north", "orderNumber": "%s", "procedure": "%s", "reason": "%s", "channel": "CHAT",
                 "lines": [{"line": 1, "quantity": 1}], "statement": "少了一件"%s}""".formatted(
                        order,
                        goodsComeBack ? "RETURN_REFUND" : "REFUND_ONLY",
                        goodsComeBack ? "NO_REASON_7D" : "MISSING_GOODS",
                        goodsComeBack ? ", \"goodsIntact\": true" : "");
    }

    static String order(String order) {
        var now = Instant.now();
        return """
                {"customer": {"reference": "c-%1$s", "name": "测试客户", "phone": "13000000001", "address": "Example Road 1"},
                 "country": "CN", "placedAt": "%2$s", "currency": "CNY", "freightPaid": 0,
                 "lines": [{"line": 1, "sku": "TEE-WH-M", "product": "T恤", "quantity": 1, "paid": %3$d}],
                 "payments": [{"paymentNumber": "P-%1$s", "method": "ALIPAY", "amount": %3$d, "paidAt": "%2$s"}],
                 "parcels": [{"trackingNumber": "S-%1$s", "carrier": "SF", "lines": [1], "shippedAt": "%4$s",
                   "deliveredAt": "%5$s"}]}""".formatted(
                        order, now.minusSeconds(6 * DAY), PAID, now.minusSeconds(5 * DAY), now.minusSeconds(3 * DAY));
    }
}
