package makegood.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An order as the stories write it: lines, payments, days since signing. Its number is new for every sale. */
final class Sale {
    final String store;
    final String orderNumber;
    private final Instant now;
    private final Map<String, Object> order = new LinkedHashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final List<Map<String, Object>> payments = new ArrayList<>();
    private final List<Map<String, Object>> parcels = new ArrayList<>();

    Sale(String store, Instant now) {
        this.store = store;
        this.now = now;
        this.orderNumber = "J" + UUID.randomUUID().toString().substring(0, 10).toUpperCase(Locale.ROOT);
        order.put(
                "customer",
                Map.of("reference", "C-" + orderNumber, "name", "测试客户", "phone", "13000000001", "tier", "REGULAR"));
        order.put("country", "CN");
        order.put("currency", "CNY");
        order.put("placedAt", now.minus(Duration.ofDays(30)).toString());
        order.put("freightPaid", 0);
    }

    /** The next line; {@code paid} in minor units for all pieces. */
    Sale line(String sku, int quantity, long paid) {
        return line(sku, quantity, paid, Map.of());
    }

    Sale line(String sku, int quantity, long paid, Map<String, Object> more) {
        var line = new HashMap<String, Object>(Map.of(
                "line",
                lines.size() + 1,
                "sku",
                sku,
                "product",
                sku,
                "quantity",
                quantity,
                "paid",
                paid,
                "listPrice",
                paid / quantity));
        line.putAll(more);
        lines.add(line);
        return this;
    }

    /** The next payment, P1 first; each a minute after the one before. */
    Sale paid(String method, long amount) {
        var at = now.minus(Duration.ofDays(30)).plusSeconds(60L * payments.size());
        payments.add(Map.of(
                "paymentNumber",
                payment(payments.size() + 1),
                "method",
                method,
                "amount",
                amount,
                "paidAt",
                at.toString()));
        return this;
    }

    /** The number of payment P1, P2 … */
    String payment(int number) {
        return orderNumber + "-P" + number;
    }

    Sale freight(long paid) {
        return with("freightPaid", paid);
    }

    /** One parcel with everything, signed so many days ago. */
    Sale signed(int daysAgo) {
        var at = now.minus(Duration.ofDays(daysAgo));
        return parcel(Map.of("deliveredAt", at.toString(), "signedBy", "customer"), daysAgo);
    }

    /** Delivered as the order says, but no carrier recorded it. */
    Sale deliveredWithoutRecord() {
        return parcel(Map.of(), 3).with("state", "DELIVERED");
    }

    private Sale parcel(Map<String, Object> more, int daysAgo) {
        var parcel = new HashMap<String, Object>(more);
        parcel.put("trackingNumber", orderNumber + "-S" + (parcels.size() + 1));
        parcel.put("carrier", "SF");
        parcel.putIfAbsent("shippedAt", now.minus(Duration.ofDays(daysAgo + 3L)).toString());
        parcel.put("lines", lines.stream().map(l -> l.get("line")).toList());
        parcels.add(parcel);
        return this;
    }

    /** A parcel as the import names it: trackingNumber, carrier, shippedAt, promisedBy … */
    Sale sent(Map<String, Object> parcel) {
        parcels.add(parcel);
        return this;
    }

    /** One parcel with everything, shipped so long ago and not delivered. */
    Sale onTheWay(Duration ago) {
        return parcel(Map.of("shippedAt", now.minus(ago).toString()), 0);
    }

    /** The number of the parcel S1, S2 … */
    String tracking(int number) {
        return orderNumber + "-S" + number;
    }

    Sale with(String field, Object value) {
        order.put(field, value);
        return this;
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<>(order);
        body.put("lines", lines);
        body.put("payments", payments);
        body.put("parcels", parcels);
        return body;
    }
}
