package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is decided, and in how many cases: no piece of an order is owed twice. What a case sends for a line, and what
 * was paid back for it in this case and in those before, is together never more than was bought; at no moment.
 */
final class RandomObligations {
    private final JdbcClient db;
    private final String order;
    private final Set<String> lost = new HashSet<>();

    RandomObligations(JdbcClient db, String order) {
        this.db = db;
        this.order = order;
    }

    /** {@code paid} is for the whole line, in minor units. */
    private record Line(int number, String sku, int bought, long paid) {}

    /** A parcel's pieces of one line. */
    private record Sent(String caseNumber, String tracking, boolean replacement, int line, String sku, long pieces) {}

    void look() {
        assertThat(
                        one(
                                "select count(*) from (select l.line_number from case_line l join after_sales_case a"
                                        + " on a.case_number = l.case_number join order_line b on b.order_number = a.order_number"
                                        + " and b.line_number = l.line_number where a.order_number = ? and a.lines_held"
                                        + " and a.closed_at is null group by l.line_number, b.quantity, b.collected_pieces having sum(l.quantity) > b.quantity + b.collected_pieces) twice"))
                .as("lines of which more pieces are in open cases than were bought")
                .isZero();
        assertThat(one("select count(*) from order_payment where order_number = ? and refunded + held > amount"))
                .as("payments of which more is taken than was paid")
                .isZero();
        if (one("select count(*) from case_dispute d join after_sales_case a on a.case_number = d.case_number"
                        + " where a.order_number = ? and d.ruled_at is not null")
                > 0) {
            return; // the platform's word comes on top of what was agreed
        }
        assertThat(one(
                        "select coalesce(max(n), 0) from (select count(*) as n from refund_request where order_number = ?"
                                + " and state in ('OPEN', 'APPROVED') group by case_number) under_way"))
                .as("refunds under way of one case")
                .isLessThanOrEqualTo(1);
        nothingTwice();
    }

    private void nothingTwice() {
        var sent = sent();
        if (sent.isEmpty()) {
            return;
        }
        var lines = db.sql(
                        "select line_number, sku, quantity + collected_pieces, paid + collected from order_line where order_number = ?")
                .param(order)
                .query((row, n) -> new Line(row.getInt(1), row.getString(2), row.getInt(3), row.getLong(4)))
                .list();
        for (var line : lines) {
            sent.stream().map(Sent::caseNumber).distinct().forEach(c -> {
                long again = sent.stream()
                        .filter(s -> s.caseNumber().equals(c) && s.line() == line.number())
                        .filter(s -> s.replacement() || s.sku().equals(line.sku())) // parts and gifts are no pieces
                        .mapToLong(Sent::pieces)
                        .sum();
                long paidBack = paidBack(line, c);
                assertThat(again == 0 ? 0 : again + paidBack)
                        .as("pieces that %s sent (%s) and that were paid back (%s) of %s", c, again, paidBack, line)
                        .isLessThanOrEqualTo(line.bought() + swapped(line, c));
            });
        }
    }

    /** Pieces for which all money was given back or is held, in this case and before, beside what an exchange gives back. */
    private long paidBack(Line line, String caseNumber) {
        long given = one(
                "select coalesce(sum(s.amount), 0) from refund_share s join refund_request r on r.id = s.request_id"
                        + " where r.order_number = ? and r.case_number <= ? and s.line_number = ?"
                        + " and r.state in ('OPEN', 'APPROVED', 'PAID')",
                caseNumber,
                line.number());
        long cheaper = one(
                "select coalesce(sum(-difference), 0) from goods_exchange where order_number = ? and difference < 0");
        long collected = one("select coalesce(sum(c.amount), 0) from exchange_collection c join after_sales_case a"
                + " on a.case_number = c.case_number where a.order_number = ? and c.paid_at is not null");
        return Math.max(0, given - cheaper - collected) / Math.max(1, line.paid() / line.bought());
    }

    /** Pieces that came back in a later case: what it sends may be for those. */
    private long swapped(Line line, String caseNumber) {
        return one(
                "select coalesce(sum(r.received), 0) from return_line r where r.case_number >"
                        + " (select min(case_number) from after_sales_case where order_number = ?)"
                        + " and r.case_number = ? and r.line_number = ?",
                caseNumber,
                line.number());
    }

    /** What the warehouse sent to the customer and was never given up as lost. */
    private List<Sent> sent() {
        lost.addAll(db.sql("select s.tracking_number from shipment s join after_sales_case a"
                        + " on a.case_number = s.case_number where a.order_number = ? and s.lost_at is not null")
                .param(order)
                .query(String.class)
                .list());
        return db
                .sql("select s.case_number, s.payload, s.answer_values from sandbox_call s join after_sales_case a"
                        + " on a.case_number = s.case_number where a.order_number = ? and s.topic = 'warehouse.ship'"
                        + " and s.effect")
                .param(order)
                .query((row, n) -> sent(row.getString(1), read(row.getString(2)), read(row.getString(3))))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(s -> !s.tracking().isEmpty() && !lost.contains(s.tracking()))
                .toList();
    }

    private static List<Sent> sent(String caseNumber, JsonNode asked, JsonNode answer) {
        var purpose = asked.at("/purpose").asText();
        if (purpose.equals("SEND_BACK")) {
            return List.of();
        }
        return Shop.items(asked.at("/lines")).stream()
                .map(l -> new Sent(
                        caseNumber,
                        answer.at("/trackingNumber").asText(),
                        purpose.equals("REPLACEMENT"),
                        l.at("/line").asInt(),
                        l.at("/sku").asText(),
                        l.at("/quantity").asLong()))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return Http.JSON.readTree(json == null ? "{}" : json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long one(String sql, Object... more) {
        var question = db.sql(sql).param(order);
        for (var one : more) {
            question = question.param(one);
        }
        return question.query(Long.class).single();
    }
}
