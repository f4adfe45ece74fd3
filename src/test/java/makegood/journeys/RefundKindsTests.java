package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refunds of a kind of their own: a payment made twice, a price that fell, coupons of an undone order; and the desk that looks after them. */
class RefundKindsTests extends ShopJourney {
    private static final String TRIAGE = "Task_TriageCase";
    private static final String REVIEW = "Task_ReviewRefundRequest";
    private static final String APPROVE = "Task_ApproveRefund";
    private static final Map<String, Object> REFUND_ONLY = Map.of("procedure", "REFUND_ONLY");

    private PlayedCase asked(Sale sale, String reason, String words) {
        var played = shop.opened("agent", Shop.request(sale, "REFUND_ONLY", reason, "1:1", words));
        played.completes("agent", TRIAGE, REFUND_ONLY);
        played.task("agent", REVIEW);
        return played;
    }

    private static Map<String, Object> approved(long amount) {
        return Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", amount);
    }

    private JsonNode preview(PlayedCase played, String query) {
        return shop.as("agent")
                .get(played.path() + "/refund-preview" + query)
                .is(200)
                .body();
    }

    /** As {@code "payment amount"}. */
    private static List<String> routes(JsonNode preview) {
        return Shop.items(preview.at("/payments")).stream()
                .map(p -> p.at("/paymentNumber").asText() + " "
                        + p.at("/amount/amount").asLong())
                .toList();
    }

    /** S-016. */
    @Test
    void aPaymentMadeTwiceGoesBackOnItselfAndTheOrderGoesOn() {
        var sale = shop.sold(shop.sale()
                .line("SER-30ML", 1, 16800)
                .paid("WECHAT", 16800)
                .paid("WECHAT", 16800)
                .signed(2));
        var twice = asked(sale, "DUPLICATE_PAYMENT", "我卡里扣了两笔168!订单就一个");
        assertThat(routes(preview(twice, ""))).containsExactly(sale.payment(2) + " 16800");
        twice.complete("agent", REVIEW, approved(16801)).refused(422, "INVALID_INPUT");
        twice.completes("agent", REVIEW, approved(16800));
        twice.task("finance", APPROVE);
        var held = preview(twice, "");
        assertThat(held.at("/held").asBoolean()).isTrue();
        assertThat(held.at("/lines/0/what").asText()).isEqualTo("PAYMENT");
        assertThat(twice.rules("refund-approval")).containsExactly("RA-04");
        twice.completes("finance", APPROVE, Map.of("decision", "APPROVE"));
        twice.ends();
        assertThat(twice.refunds()).containsExactly(sale.payment(2) + " SETTLED 16800");
        assertThat(shop.gateway(sale.payment(1))).isEmpty();
        assertThat(shop.order(sale).at("/lines/0/refunded").asLong()).isZero();
        assertThat(twice.costs()).containsExactly("PAYMENT_RETURNED 16800 DUPLICATE_PAYMENT UNDETERMINED");

        var again = asked(sale, "DUPLICATE_PAYMENT", "再退一次");
        again.complete("agent", REVIEW, approved(16800)).refused(422, "INVALID_INPUT");
        again.happens("CUSTOMER_WITHDREW");
        again.ends();
        var back = shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "不要了"));
        back.goodsComeBack();
        back.inspected(1, 1, "A");
        back.ends();
        assertThat(back.refunds()).containsExactly(sale.payment(1) + " SETTLED 16800");
    }

    /** S-019. */
    @Test
    void aPriceThatFellIsGivenBackOnce() {
        var sku = "FAN-" + System.nanoTime();
        shop.as("shop")
                .put("/api/v1/products/" + Shop.STORE + "/" + sku, Map.of("listPrice", 24900))
                .is(200);
        var sale =
                shop.sold(shop.sale().line(sku, 1, 29900).paid("ALIPAY", 29900).signed(3));
        var fell = asked(sale, "PRICE_PROTECTION", "5天前299买的,今天249,退差价");
        assertThat(preview(fell, "").at("/amount/amount").asLong()).isEqualTo(5000);
        fell.complete("agent", REVIEW, approved(5001)).refused(422, "INVALID_INPUT");
        fell.completes("agent", REVIEW, approved(5000));
        fell.ends();
        assertThat(fell.refunds()).containsExactly(sale.payment(1) + " SETTLED 5000");
        var again = asked(sale, "PRICE_PROTECTION", "又便宜了吗");
        again.complete("agent", REVIEW, approved(5000)).refused(422, "INVALID_INPUT");
        again.happens("CUSTOMER_WITHDREW");
        again.ends();
        var back = shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "不要了"));
        back.goodsComeBack();
        back.inspected(1, 1, "A");
        back.ends();
        assertThat(back.refunds()).containsExactly(sale.payment(1) + " SETTLED 24900");
    }

    private PlayedCase returned(Sale sale, int line) {
        var back = shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", line + ":1", "不合适"));
        back.goodsComeBack();
        back.inspected(line, 1, "A");
        back.ends();
        return back;
    }

    /** R2. */
    @Test
    void couponsAndPointsComeBackWithTheLastLineOnly() {
        var sale = shop.sold(shop.sale()
                .line("BEN-1", 1, 20000)
                .line("BEN-2", 1, 12000)
                .paid("ALIPAY", 20000)
                .paid("GIFTCARD", 12000)
                .signed(2)
                .with(
                        "benefits",
                        List.of(
                                Map.of("reference", "CP-40", "kind", "COUPON", "value", 4000),
                                Map.of("reference", "PT-500", "kind", "POINTS", "value", 500))));
        var first = returned(sale, 1);
        assertThat(first.refunds()).containsExactly(sale.payment(1) + " SETTLED 20000");
        Await.aWhile();
        assertThat(first.calls("finance.issue-coupon")).isEmpty();

        shop.next("finance.issue-coupon", "OK", "REFUSE:ACCOUNT_GONE");
        var last = returned(sale, 2);
        assertThat(last.refunds()).containsExactly(sale.payment(2) + " SETTLED 12000");
        Await.until("both asked for", () -> last.calls("finance.issue-coupon"), c -> c.size() == 2);
        assertThat(last.calls("finance.issue-coupon"))
                .extracting(c -> c.at("/payload/type").asText() + " "
                        + c.at("/payload/amount").asLong())
                .containsExactlyInAnyOrder("COUPON 4000", "POINTS 500");
        last.complete("finance", "Task_GiveBenefitByHand", Map.of()).refused(422, "INVALID_INPUT");
        last.completes("finance", "Task_GiveBenefitByHand", Map.of("proofNumber", "NEW-1"));
        Await.until("both back", () -> last.timeline("BENEFIT_BACK"), t -> t.size() == 2);
    }

    @Test
    void thePreviewSaysWhichPaymentGetsWhatAndWhatIsLeft() {
        var sale = shop.sold(shop.sale()
                .line("PRE-1", 1, 59900)
                .paid("ALIPAY", 50000)
                .paid("GIFTCARD", 9900)
                .signed(2)
                .with("benefits", List.of(Map.of("reference", "CP-1", "kind", "COUPON", "value", 100))));
        var played = shop.opened("agent", Shop.request(sale, "REFUND_ONLY", "QUALITY_DEFECT", "1:1", "坏了"));
        played.task("agent", REVIEW);
        var whole = preview(played, "");
        assertThat(routes(whole)).containsExactly(sale.payment(1) + " 50000", sale.payment(2) + " 9900");
        assertThat(whole.at("/leftAfter/amount").asLong()).isZero();
        assertThat(whole.at("/givenBack/0/reference").asText()).isEqualTo("CP-1");
        var part = preview(played, "?amount=55000");
        assertThat(routes(part)).containsExactly(sale.payment(1) + " 50000", sale.payment(2) + " 5000");
        assertThat(part.at("/lines/0/amount/amount").asLong()).isEqualTo(55000);
        assertThat(part.at("/lines/0/leftAfter/amount").asLong()).isEqualTo(4900);
        assertThat(part.at("/givenBack")).isEmpty();
        shop.as("agent").get(played.path() + "/refund-preview?amount=0").refused(422, "INVALID_INPUT");
        var form = shop.as("agent").get("/api/v1/tasks/" + played.task("agent", REVIEW) + "/case");
        assertThat(form.is(200)
                        .body()
                        .at("/proposal/refundPreview/amount/amount")
                        .asLong())
                .isEqualTo(59900);
        assertThat(played.calls("finance.refund")).isEmpty();
    }

    private List<String> desk(String query) {
        return Shop.items(shop.as("finance")
                        .get("/api/v1/refunds?size=100" + query)
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .map(r -> r.at("/caseNumber").asText() + " " + r.at("/state").asText() + " "
                        + r.at("/overdue").asBoolean())
                .toList();
    }

    @Test
    void financeSeesWhatIsUnknownOverdueOrReversed() {
        shop.next("finance.refund", "PENDING", "OK");
        var silent = Returned.arrived(shop, 100).played();
        silent.inspected(1, 1, "A");
        Await.until("asked", () -> silent.calls("finance.refund"), c -> !c.isEmpty());
        silent.await("sent", c -> silent.refunds().toString().contains("SENT"));
        var settled = Returned.arrived(shop, 200).played();
        settled.inspected(1, 1, "A");
        settled.ends();
        var query = "&state=UNKNOWN,REVERSED&overdue=true&store=" + Shop.STORE;
        assertThat(desk(query)).noneMatch(r -> r.startsWith(silent.number) || r.startsWith(settled.number));
        shop.as("agent")
                .post(
                        "/api/v1/sandbox/gateway/refunds/"
                                + settled.refundRows()
                                        .get(0)
                                        .at("/refundNumber")
                                        .asText(),
                        Map.of("state", "REVERSED"))
                .is(200);
        shop.next("finance.query-refund", "PENDING", "PENDING", "PENDING", "PENDING");
        shop.later(Duration.ofDays(8));
        Await.until("reversed", () -> desk(query), d -> d.contains(settled.number + " REVERSED true"));
        assertThat(desk(query)).anyMatch(r -> r.startsWith(silent.number) && r.endsWith("true"));
        assertThat(desk("&state=REVERSED")).noneMatch(r -> r.startsWith(silent.number));
        shop.as("finance").get("/api/v1/refunds?state=LOST").refused(422, "INVALID_INPUT");
        shop.as("finance").get("/api/v1/refunds?size=101").refused(422, "INVALID_INPUT");
        shop.as("finance").get("/api/v1/refunds?store=nowhere").is(404);
        assertThat(shop.as("shop").get("/api/v1/refunds?store=" + Shop.STORE).status())
                .isEqualTo(200);

        shop.next("finance.query-refund", "OK");
        Await.until(
                "the gateway is asked until it knows",
                () -> {
                    shop.as("agent")
                            .post(
                                    "/api/v1/sandbox/timers/fire",
                                    Map.of("caseNumber", silent.number, "element", "Event_AskGatewayDue"));
                    return silent.open();
                },
                open -> !open);
        settled.completes(
                "finance",
                "Task_HandleReversedRefund",
                new HashMap<>(Map.of("decision", "CLOSE_WITH_REASON", "reasonCode", "CUSTOMER_PAID_OTHERWISE")));
        assertThat(desk(query)).noneMatch(r -> r.startsWith(settled.number));
    }
}
