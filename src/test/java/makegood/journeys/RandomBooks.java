package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money and stock at the end of an order that was played by chance: what left and what came is what the books say. */
final class RandomBooks {
    private final Shop shop;
    private final JdbcClient db;
    private final List<String> skus;
    private final Map<String, Long> before = new HashMap<>();

    RandomBooks(Shop shop, JdbcClient db, List<String> skus) {
        this.shop = shop;
        this.db = db;
        this.skus = List.copyOf(skus);
        this.skus.forEach(sku -> before.put(sku, pieces(sku)));
    }

    List<String> skus() {
        return skus;
    }

    void addUp(List<PlayedCase> cases, Sale sale) {
        long ours = one(
                "select coalesce(sum(amount), 0) from refund where order_number = ? and state = 'SETTLED'",
                sale.orderNumber);
        long gateway = one(
                "select coalesce(sum(g.amount), 0) from sandbox_refund g join refund r on r.refund_number = g.refund_number"
                        + " where r.order_number = ? and g.refund_state = 'SETTLED'",
                sale.orderNumber);
        assertThat(gateway).as("the gateway paid what we say").isEqualTo(ours);
        long more = one(
                "select count(*) from order_payment where order_number = ? and refunded > amount", sale.orderNumber);
        assertThat(more).as("payments that gave back more than they were").isZero();
        long held = one("select coalesce(sum(held), 0) from order_line where order_number = ?", sale.orderNumber)
                + one("select coalesce(sum(held), 0) from order_payment where order_number = ?", sale.orderNumber)
                + one("select coalesce(sum(freight_held), 0) from shop_order where order_number = ?", sale.orderNumber);
        assertThat(held).as("money still held").isZero();
        long onPayments =
                one("select coalesce(sum(refunded), 0) from order_payment where order_number = ?", sale.orderNumber);
        long onLines = one("select coalesce(sum(refunded), 0) from order_line where order_number = ?", sale.orderNumber)
                + one("select freight_refunded from shop_order where order_number = ?", sale.orderNumber);
        long undone = one(
                        "select coalesce(sum(amount), 0) from order_payment where order_number = ? and collected",
                        sale.orderNumber)
                - one("select coalesce(sum(collected), 0) from order_line where order_number = ?", sale.orderNumber);
        assertThat(onPayments)
                .as("refunded on payments and on lines, and collected sums that were given back")
                .isEqualTo(onLines + undone);
        long booked = one(
                "select coalesce(sum(amount), 0) from ledger_entry where order_number = ? and kind in ('REFUND', 'OUTBOUND_FREIGHT')"
                        + " and (booking_key like '%refund:%' or booking_key like '%reversed:%' or booking_key like '%again:%')",
                sale.orderNumber);
        assertThat(booked).as("refunds in the book").isEqualTo(onPayments);
        assertThat(one(
                        "select coalesce(sum(pending), 0) from after_sales_case where order_number = ?",
                        sale.orderNumber))
                .as("money under way")
                .isZero();
        for (var sku : skus) {
            assertThat(pieces(sku) - moved(cases, sku)).as("pieces of " + sku).isEqualTo(before.get(sku));
            assertThat(one("select count(*) from sandbox_reservation where sku = ?", sku))
                    .as("reservations left of " + sku)
                    .isZero();
        }
    }

    private long pieces(String sku) {
        return one(
                "select coalesce(sum(sellable + as_opened + refurbish + scrap + on_hold), 0) from sandbox_stock where sku = ?",
                sku);
    }

    /** What came in less what went out, by what the warehouse was asked and did. */
    private long moved(List<PlayedCase> cases, String sku) {
        long in = cases.stream()
                .flatMap(c -> c.calls("warehouse.book-returned-goods").stream())
                .filter(c -> c.at("/effect").asBoolean())
                .flatMap(c -> Shop.items(c.at("/payload/lines")).stream())
                .filter(l -> l.at("/sku").asText().equals(sku))
                .mapToLong(RandomBooks::added)
                .sum();
        long out = cases.stream()
                .flatMap(c -> c.calls("warehouse.ship").stream())
                .filter(c -> c.at("/effect").asBoolean()
                        && !c.at("/payload/purpose").asText().equals("SEND_BACK")
                        && shipped(c.at("/idempotencyKey").asText()))
                .flatMap(c -> Shop.items(c.at("/payload/lines")).stream())
                .filter(l -> l.at("/sku").asText().equals(sku))
                .mapToLong(l -> l.at("/quantity").asLong())
                .sum();
        return in - out;
    }

    /** At once, or when the warehouse answered what it had left open. */
    private boolean shipped(String key) {
        return one(
                        "select count(*) from sandbox_work where topic = 'warehouse.ship' and idempotency_key = ?"
                                + " and work_state = 'DONE' and answer like '%trackingNumber%'",
                        key)
                == 1;
    }

    /** Pieces that a booked line brings onto the shelves; less than none when it only takes them {@code from} one. */
    private static long added(JsonNode line) {
        var disposition = line.at("/disposition").asText();
        if (disposition.equals("SEND_BACK")) {
            return 0;
        }
        boolean moved = line.hasNonNull("from");
        long pieces = line.at("/quantity").asLong();
        return (moved ? -pieces : 0) + (moved && disposition.isEmpty() ? 0 : pieces);
    }

    private long one(String sql, String key) {
        return db.sql(sql).param(key).query(Long.class).single();
    }
}
