package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exchanges that end another way, change on the way, or meet departments that say no. */
class ExchangeEdgesTests extends ShopJourney {
    private static final String REVIEW = "Task_ReviewExchangeRequest";
    private static final String UNPAID = "Task_SettleUnpaidDifference";
    private static final String FINDING = "Task_DecideExchangeFinding";

    private String old;
    private String other;

    @BeforeEach
    void shelves() {
        var unique = UUID.randomUUID().toString().substring(0, 6);
        old = "OLD-" + unique;
        other = "NEW-" + unique;
        shop.stock(old, 5);
        shop.stock(other, 5);
    }

    private Sale sold(long paid) {
        return shop.sale().line(old, 1, paid).paid("ALIPAY", paid).signed(3);
    }

    private Swap plain() {
        return Swap.asked(shop, sold(20000), "SIZE_TOO_SMALL", other);
    }

    private Swap dearer() {
        shop.priced(other, 24000);
        return plain();
    }

    private void free(String sku, int pieces) {
        Await.until(sku + " free again", () -> shop.stock(sku), s -> s.startsWith("sellable " + pieces + " "));
    }

    @Test
    void aRefusalIsAPersonsAndNeedsASecondOne() {
        var late = Swap.asked(
                shop, shop.sale().line(old, 1, 9900).paid("ALIPAY", 9900).signed(40), "SIZE_TOO_SMALL", other);
        var task = late.played().task("agent", REVIEW);
        late.played()
                .complete("agent", task, REVIEW, Map.of("decision", "REFUSE"))
                .is(422);
        late.played()
                .complete("agent", task, REVIEW, Map.of("decision", "APPROVE", "exchangeQuantity_1", 0))
                .is(422);
        late.played().completes("agent", REVIEW, Map.of("decision", "ASK_EVIDENCE", "messageToCustomer", "请拍照"));
        late.played().fires("EVIDENCE_ADDED");
        var no = Map.<String, Object>of(
                "decision", "REFUSE", "refusalReason", "WINDOW_ENDED", "messageToCustomer", "已超过期限");
        late.played().completes("agent", REVIEW, no);
        late.played().completes("lead", "Task_ConfirmRefusal", Map.of("decision", "RETURN_TO_AGENT"));
        late.played().completes("agent", REVIEW, no);
        late.played().completes("lead", "Task_ConfirmRefusal", Map.of("decision", "CONFIRM"));
        late.played().fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(late.played().ends()).isEqualTo("REFUSED_ACCEPTED");
        assertThat(late.played().calls("warehouse.reserve-stock")).isEmpty();
    }

    @Test
    void anotherProcedureIsOfferedInTheSameCase() {
        var swap = Swap.asked(shop, sold(9900), "QUALITY_DEFECT", null);
        swap.played()
                .completes(
                        "agent",
                        REVIEW,
                        Map.of(
                                "decision",
                                "OFFER_OTHER",
                                "offerProcedure",
                                "RETURN_REFUND",
                                "evidence",
                                "SUFFICIENT",
                                "messageToCustomer",
                                "可以直接退货退款"));
        swap.played().goodsComeBack();
        swap.found(1, "C", "DEFECT_CONFIRMED");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_OTHER RETURN_REFUND");
    }

    @Test
    void weAgreeBeforeThePlatformDecidesAndTheCustomerWithdrawsOnTheWay() {
        var swap = Swap.asked(shop, sold(9900), "QUALITY_DEFECT", other);
        swap.played().task("agent", REVIEW);
        swap.played().fire("Event_PlatformAboutToDecideExchange");
        swap.played().awaitTold("Task_TellShipped"); // our fault and below 500 yuan: the new one goes first
        assertThat(swap.played().happens("CUSTOMER_WITHDREW")).isFalse();
        assertThat(swap.played().timeline("WITHDRAWAL_TOO_LATE")).hasSize(1);
        swap.arrives();
        swap.played().goodsComeBack();
        swap.found(1, "B", "DEFECT_CONFIRMED");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
    }

    @Test
    void withdrawnBeforeAnythingIsHeld() {
        var swap = Swap.asked(shop, sold(9900), "QUALITY_DEFECT", null);
        swap.played().task("agent", REVIEW);
        swap.played().fires("CUSTOMER_WITHDREW");
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(swap.played().calls("warehouse.release-stock")).isEmpty();
    }

    @Test
    void withdrawnWhileTheDifferenceIsOpen() {
        var swap = dearer();
        swap.played().awaitTold("Task_TellPayLink");
        Await.until("asked", swap::collections, c -> !c.isEmpty());
        swap.played().fires("CUSTOMER_WITHDREW");
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        free(other, 5);
        assertThat(swap.played().refunds()).isEmpty();
    }

    @Test
    void withdrawnAfterThePaymentGivesItBackOnItself() {
        var swap = dearer();
        swap.answers("OK");
        swap.played().awaitTold("Task_TellWhereToSend");
        swap.played().fires("CUSTOMER_WITHDREW");
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(swap.played().refunds())
                .containsExactly("CO" + swap.played().number.substring(2) + "-1 SETTLED 4000");
        assertThat(swap.paidFor(1)).isEqualTo(20000);
        free(other, 5);
    }

    @Test
    void stockIsWaitedForAndTheGoodsAreNeverSent() {
        shop.stock(other, 0);
        var swap = plain();
        var task = swap.played().task("agent", "Task_OfferAlternatives");
        swap.played()
                .complete("agent", task, "Task_OfferAlternatives", Map.of("decision", "WAIT", "waitUntil", "soon"))
                .is(422);
        swap.played()
                .complete("agent", task, "Task_OfferAlternatives", Map.of("decision", "OTHER_SKU"))
                .is(422);
        var day = shop.now().plus(Duration.ofDays(4)).toString().substring(0, 10);
        swap.played().completes("agent", "Task_OfferAlternatives", Map.of("decision", "WAIT", "waitUntil", day));
        swap.played().completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "ACCEPTED"));
        Await.until("waits for stock", () -> swap.played().waits("WAREHOUSE"), w -> w.contains("STOCK_EXPECTED"));
        shop.stock(other, 3);
        swap.played().fire("Event_ReplacementExpected");
        for (int i = 0; i < 3; i++) {
            swap.played().awaitTold("Task_TellWhereToSend");
            swap.played().fire("Event_TimeToSendPassed");
        }
        assertThat(swap.played().ends()).isEqualTo("NOT_RETURNED");
        free(other, 3);
        assertThat(swap.played().calls("warehouse.revoke-return")).isNotEmpty();
    }

    @Test
    void aRefusedPaymentIsWaivedWithinAuthority() {
        var swap = dearer();
        swap.answers("REFUSE:CARD_DECLINED");
        swap.played().complete("agent", UNPAID, Map.of("decision", "WAIVE")).refused(422, "BEYOND_AUTHORITY");
        swap.played().complete("agent", UNPAID, Map.of("decision", "GIFT")).is(422);
        swap.played().completes("agent2", UNPAID, Map.of("decision", "WAIVE"));
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().costs()).isEmpty();
        assertThat(swap.paidFor(1)).isEqualTo(20000);
    }

    @Test
    void anUnpaidDifferenceIsAskedForAgainAndCancelled() {
        var swap = dearer();
        swap.played().fire("Event_DifferenceNotPaid");
        swap.played().completes("agent", UNPAID, Map.of("decision", "ASK_AGAIN"));
        swap.played().fire("Event_DifferenceNotPaid");
        swap.played().completes("agent", UNPAID, Map.of("decision", "CANCEL"));
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        free(other, 5);
        assertThat(swap.collections())
                .extracting(c -> c.at("/idempotencyKey").asText())
                .containsOnly("CO" + swap.played().number.substring(2) + "-1");
    }

    @Test
    void aLatePaymentGoesOn() {
        var swap = dearer();
        Await.until("asked", swap::collections, c -> !c.isEmpty());
        swap.played().fire("Event_DifferenceNotPaid");
        swap.played().task("agent", UNPAID);
        swap.answers("OK");
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.paidFor(1)).isEqualTo(24000);
    }

    @Test
    void insteadOfPayingTheCustomerWantsTheMoneyBack() {
        var swap = dearer();
        swap.played().fire("Event_DifferenceNotPaid");
        swap.played().completes("agent", UNPAID, Map.of("decision", "REFUND"));
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_OTHER RETURN_REFUND");
        assertThat(swap.played().refunds()).containsExactly(swap.sale().payment(1) + " SETTLED 20000");
        free(other, 5);
    }

    private Swap checked(int pieces, String grade, String finding) {
        var swap = plain();
        swap.played().goodsComeBack();
        swap.found(pieces, grade, finding);
        swap.played().task("lead", FINDING);
        return swap;
    }

    @Test
    void wornGoodsAreRefundedInsteadWithoutSecondInspection() {
        var swap = checked(1, "C", "USED_BEYOND_INSPECTION");
        swap.played().complete("lead", FINDING, Map.of("decision", "CHARGE")).is(422);
        swap.played()
                .complete("lead", FINDING, Map.of("decision", "REFUSE", "refusalReason", "RESALE_IMPAIRED"))
                .is(422);
        swap.played().completes("lead", FINDING, Map.of("decision", "REFUND"));
        swap.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(swap.played().refunds()).containsExactly(swap.sale().payment(1) + " SETTLED 10000");
        assertThat(swap.stock(old)).isEqualTo("sellable 5 asOpened 0 refurbish 1 scrap 0 hold 0");
        free(other, 5);
    }

    @Test
    void wornGoodsAreSentBack() {
        var swap = checked(1, "C", "SOILED");
        swap.played().completes("lead", FINDING, Map.of("decision", "SEND_BACK", "messageToCustomer", "寄回"));
        assertThat(swap.played().ends()).isEqualTo("SENT_BACK");
        assertThat(swap.played().calls("warehouse.ship")).hasSize(1);
        free(other, 5);
    }

    @Test
    void anEmptyParcelIsRefused() {
        var swap = checked(0, "D", "EMPTY_PARCEL");
        swap.played().complete("lead", FINDING, Map.of("decision", "SEND_BACK")).is(422);
        swap.played().complete("lead", FINDING, Map.of("decision", "REFUSE")).is(422);
        swap.played()
                .completes(
                        "lead",
                        FINDING,
                        Map.of("decision", "REFUSE", "refusalReason", "RETURN_INCOMPLETE", "messageToCustomer", "空包"));
        swap.played().fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(swap.played().ends()).isEqualTo("REFUSED_ACCEPTED");
        free(other, 5);
    }

    @Test
    void withdrawnAtTheCheckSendsTheGoodsBack() {
        var swap = checked(1, "C", "SOILED");
        swap.played().fires("CUSTOMER_WITHDREW");
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(swap.played().calls("warehouse.ship")).hasSize(1);
        free(other, 5);
    }

    @Test
    void aReplacementThatNeverArrivesEndsInARefund() {
        shop.next("warehouse.ship", "REFUSE:STOCK_UNAVAILABLE");
        var swap = checked(1, "B", "TAG_REMOVED");
        swap.played().completes("lead", FINDING, Map.of("decision", "ACCEPT"));
        var trouble = "Task_SolveReplacementTrouble";
        swap.played().complete("agent", trouble, Map.of("decision", "WAIT")).is(422);
        shop.next("warehouse.reserve-stock", "REFUSE:STOCK_UNAVAILABLE");
        swap.played().completes("agent", trouble, Map.of("decision", "SEND_ANOTHER"));
        Await.until("no again", () -> swap.played().calls("warehouse.reserve-stock"), c -> c.size() == 2);
        swap.played().completes("agent", trouble, Map.of("decision", "SEND_ANOTHER"));
        var sent = Await.until("sent", swap::replacements, r -> r.size() == 1).get(0);
        swap.played().scan(sent, "LOST");
        swap.played().completes("agent", "Task_LookForShipment", Map.of("decision", "LOST"));
        swap.played().completes("agent", trouble, Map.of("decision", "REFUND"));
        swap.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(swap.stock(old)).isEqualTo("sellable 5 asOpened 0 refurbish 1 scrap 0 hold 0");
    }

    @Test
    void ofTwoCheapFaultyPiecesOneIsExchangedOneRefundedAndBothAreKept() {
        var swap = Swap.asked(
                shop,
                "shop",
                shop.sale().line(old, 3, 9000).paid("ALIPAY", 9000).signed(3),
                "QUALITY_DEFECT",
                "1:2",
                null);
        swap.approved("exchangeQuantity_1", 1);
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().rules("exchange-order")).containsExactly("EO-05");
        assertThat(swap.played().refunds()).containsExactly(swap.sale().payment(1) + " SETTLED 3000");
        assertThat(swap.played().costs())
                .containsExactly("RESEND 3000 QUALITY_DEFECT PRODUCT", "REFUND 3000 QUALITY_DEFECT PRODUCT");
        assertThat(swap.stock(old)).startsWith("sellable 4 ");
        assertThat(swap.played().calls("warehouse.authorise-return")).isEmpty();
    }

    @Test
    void ofTwoPiecesOneIsExchangedAndOneRefundedAfterTheCheck() {
        var sale = shop.sale().line(old, 3, 60001).paid("ALIPAY", 60001).signed(3);
        shop.sold(sale);
        var request = Shop.request(sale, "EXCHANGE", "SIZE_TOO_SMALL", "1:2", "一件换码，一件退");
        request.put("goodsIntact", false);
        request.put("wantedSku", other);
        var swap = new Swap(shop, sale, shop.opened("shop", request));
        swap.played().completes("agent2", REVIEW, Map.of("decision", "APPROVE", "exchangeQuantity_1", 1));
        swap.played().goodsComeBack();
        swap.played().inspected(1, 2, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().refunds()).containsExactly(sale.payment(1) + " SETTLED 20000");
        assertThat(swap.stock(old)).startsWith("sellable 7 ");
        assertThat(swap.stock(other)).startsWith("sellable 4 ");
    }

    @Test
    void twoLinesAreExchangedForTheSameArticle() {
        var sale = shop.sale()
                .line(old, 1, 9900)
                .line(old + "-B", 1, 9900)
                .paid("ALIPAY", 19800)
                .signed(3);
        shop.stock(other, 2);
        var swap = Swap.asked(shop, "shop", sale, "QUALITY_DEFECT", "1:1,2:1", other);
        swap.approved();
        swap.arrives();
        assertThat(swap.stock(other)).startsWith("sellable 0 ");
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A", 2, 1, "A");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
    }

    private Swap replacedFirst(long paid) {
        var swap = Swap.asked(shop, sold(paid), "QUALITY_DEFECT", null);
        swap.approved();
        swap.arrives();
        return swap;
    }

    @Test
    void anEmptyParcelAfterTheReplacementIsChargedAndPaidLate() {
        var swap = replacedFirst(15000);
        swap.played().goodsComeBack();
        swap.found(0, "D", "EMPTY_PARCEL");
        swap.played().complete("lead", FINDING, Map.of("decision", "REFUND")).is(422);
        swap.played().completes("lead", FINDING, Map.of("decision", "CHARGE", "messageToCustomer", "空包"));
        var charge = Map.<String, Object>of("decision", "CHARGE", "messageToCustomer", "请支付旧款");
        swap.played().completes("lead", "Task_ChargeOrWriteOff", charge);
        swap.played().fire("Event_ChargeReminderDue");
        swap.played().awaitTold("Task_RemindOfCharge");
        swap.answers("REFUSE:CARD_DECLINED");
        swap.played().completes("lead", "Task_ChargeOrWriteOff", charge);
        Await.until("asked again", swap::collections, c -> c.size() == 2);
        swap.played().fire("Event_ChargeNotPaid");
        swap.played().task("lead", "Task_ChargeOrWriteOff");
        swap.answers("OK");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().costs()).containsExactly("COLLECTED -15000 QUALITY_DEFECT PRODUCT");
    }

    @Test
    void aWriteOffNeedsASecondPerson() {
        var swap = replacedFirst(15000);
        swap.neverSent();
        swap.played().completes("lead", "Task_ChargeOrWriteOff", Map.of("decision", "WRITE_OFF"));
        var confirm = "Task_ConfirmWriteOff";
        swap.played().complete("lead", confirm, Map.of("decision", "CONFIRM")).refused(403, "OWN_REQUEST");
        swap.played().completes("finance", confirm, Map.of("decision", "RETURN_TO_LEAD"));
        swap.played().completes("lead", "Task_ChargeOrWriteOff", Map.of("decision", "WRITE_OFF"));
        swap.played().completes("finance", confirm, Map.of("decision", "CONFIRM"));
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().costs()).containsExactly("WRITE_OFF 15000 QUALITY_DEFECT PRODUCT");
    }

    @Test
    void goodsSentAfterAllAreNotCharged() {
        var swap = replacedFirst(15000);
        swap.neverSent();
        swap.played().task("lead", "Task_ChargeOrWriteOff");
        var tracking = swap.played().number + "-R";
        swap.played().happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF");
        swap.played().scan(tracking, "DELIVERED");
        swap.found(1, "B", "DEFECT_CONFIRMED");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.collections()).isEmpty();
    }

    @Test
    void aLostReplacementIsRefundedWhenTheOldOneIsBack() {
        var swap = Swap.asked(shop, sold(15000), "QUALITY_DEFECT", null);
        swap.approved();
        var sent = Await.until("sent", swap::replacements, r -> r.size() == 1).get(0);
        swap.played().scan(sent, "LOST");
        swap.played().completes("agent", "Task_LookForShipment", Map.of("decision", "LOST"));
        swap.played().completes("agent", "Task_SolveReplacementTrouble", Map.of("decision", "REFUND"));
        swap.played().goodsComeBack();
        swap.found(1, "C", "DEFECT_CONFIRMED");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_OTHER RETURN_REFUND");
        assertThat(swap.played().refunds()).containsExactly(swap.sale().payment(1) + " SETTLED 15000");
        assertThat(swap.stock(old)).isEqualTo("sellable 4 asOpened 0 refurbish 0 scrap 0 hold 1");
    }

    @Test
    void lostAnswersHaveOneEffect() {
        shop.next("warehouse.reserve-stock", "LOSE_ANSWER");
        shop.next("finance.collect", "LOSE_ANSWER");
        shop.next("warehouse.ship", "LOSE_ANSWER");
        var swap = dearer();
        swap.played().awaitTold("Task_TellPayLink"); // each lost answer costs a pause of its own
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.stock(other)).startsWith("sellable 4 ");
        assertThat(swap.paidFor(1)).isEqualTo(24000);
        assertThat(swap.replacements()).hasSize(1);
    }
}
