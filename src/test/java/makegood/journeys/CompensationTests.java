package makegood.journeys;

import static makegood.journeys.Compensated.APPROVE;
import static makegood.journeys.Compensated.PREPARE;
import static makegood.journeys.Compensated.PROPOSE;
import static makegood.journeys.Compensated.YES;
import static makegood.journeys.Compensated.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What customers get beside refunds: the cash of S-030, and every other way, each given once. */
class CompensationTests extends ShopJourney {
    private static final String ACCOUNT = "6222000000009876";

    @Test
    void starsCannotBeBoughtButHalfAnEmptyBottleIsMadeGood() {
        shop.hire("xiaoyu", "JUNIOR");
        var bottle = Compensated.wanted(shop);
        bottle.played().complete("xiaoyu", PROPOSE, tied("亲,改成五星好评返您10元红包", "")).refused(422, "TIED_TO_REVIEW");
        var english = tied("leaked", "Change your review to 5 stars and get a coupon");
        bottle.played().complete("xiaoyu", PROPOSE, english).refused(422, "TEXT_REFUSED");
        var refusal = bottle.played()
                .complete("xiaoyu", PROPOSE, tied("for the review", ""))
                .refused(422, "TIED_TO_REVIEW");
        assertThat(refusal.text("/detail")).contains("CA-01");
        bottle.played().complete("xiaoyu", PROPOSE, tied("客户留了差评", "")).refused(422, "TIED_TO_REVIEW");
        assertThat(bottle.played().timeline("TEXT_REFUSED")).hasSize(4).anyMatch(t -> t.contains("10元红包"));
        bottle.proposes("xiaoyu", "CASH", 4000);
        var task = bottle.played().task("lead", APPROVE);
        assertThat(bottle.played().complete("xiaoyu", task, APPROVE, YES).status())
                .isEqualTo(403);
        assertThat(bottle.played().calls("finance.pay-out")).isEmpty();
        bottle.played().completes("lead", APPROVE, YES);

        assertThat(bottle.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(bottle.played().rules("compensation-authority")).containsExactly("CA-10");
        assertThat(bottle.done("finance.pay-out")).isEqualTo(1);
        assertThat(bottle.played()
                        .calls("finance.pay-out")
                        .get(0)
                        .at("/payload/amount")
                        .asLong())
                .isEqualTo(4000);
        assertThat(bottle.sum("compensated")).isEqualTo(4000);
        assertThat(bottle.sum("refunded")).isZero();
        assertThat(bottle.played().told("Task_TellCompensation")).contains("40.00");
        assertThat(bottle.played().calls("notification.send").toString()).doesNotContain("红包", "stars");
        assertThat(bottle.played().costs()).containsExactly("COMPENSATION 4000 QUALITY_DEFECT PRODUCT");
        aReturnStillPaysInFull(bottle);
    }

    private static Map<String, Object> tied(String reason, String message) {
        var fields = proposal("COUPON", 1000);
        fields.put("reasonText", reason);
        fields.put("messageToCustomer", message);
        return fields;
    }

    private void aReturnStillPaysInFull(Compensated bottle) {
        var request = Shop.request(bottle.sale(), "RETURN_REFUND", "NO_REASON_7D", "1:1", "还是想退");
        var back = shop.opened("agent", request);
        back.goodsComeBack();
        back.inspected(1, 1, "A");
        assertThat(back.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(bottle.sale().payment(1))).containsExactly("SETTLED 13900");
    }

    @Test
    void aCouponWhoseAnswerWasLostIsIssuedOnce() {
        shop.next("finance.issue-coupon", "LOSE_ANSWER");
        var coupon = Compensated.wanted(shop);
        coupon.proposes("agent", "COUPON", 5000);
        assertThat(coupon.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        assertThat(coupon.done("finance.issue-coupon")).isEqualTo(1);
        assertThat(coupon.played().rules("compensation-authority")).containsExactly("CA-06");
        assertThat(coupon.played().told("Task_TellCompensation"))
                .contains("50.00")
                .contains("CP");
        assertThat(coupon.played().told())
                .filteredOn("Task_TellCompensation"::equals)
                .hasSize(1);
    }

    @Test
    void aLostPayOutIsNotPaidTwice() {
        shop.next("finance.pay-out", "LOSE_ANSWER");
        var cash = Compensated.wanted(shop);
        cash.proposes("agent2", "CASH", 10000);
        assertThat(cash.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(cash.played().rules("compensation-authority")).containsExactly("CA-07");
        assertThat(cash.done("finance.pay-out")).isEqualTo(1);
        assertThat(cash.sum("compensated")).isEqualTo(10000);
    }

    @Test
    void aRefusedCouponBecomesPointsAndNothingIsCountedTwice() {
        shop.next("finance.issue-coupon", "REFUSE:CUSTOMER_BLOCKED");
        var points = Compensated.wanted(shop);
        points.proposes("agent", "COUPON", 1000);
        points.played()
                .await("refused", c -> points.played().timeline("COMPENSATION").size() == 2);
        points.proposes("agent", "POINTS", 500);
        assertThat(points.played().ends()).isEqualTo("RESOLVED_FULL POINTS");
        assertThat(points.sum("compensated")).isEqualTo(500);
        assertThat(points.played().costs()).containsExactly("COMPENSATION 500 QUALITY_DEFECT PRODUCT");
    }

    @Test
    void cashGoesToAnotherAccountWhenThePaymentAccountIsClosed() {
        shop.next("finance.pay-out", "REFUSE:ACCOUNT_CLOSED");
        var cash = Compensated.wanted(shop);
        cash.proposes("agent2", "CASH", 3000);
        cash.played()
                .complete("finance", PREPARE, Map.of("payOutMethod", "SHELLS"))
                .refused(422, "INVALID_INPUT");
        cash.played().completes("finance", PREPARE, account());
        assertThat(cash.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(cash.sum("compensated")).isEqualTo(3000);
        assertThat(cash.played().show()
                        + cash.played().timeline().toString()
                        + cash.played().calls("finance.pay-out"))
                .doesNotContain(ACCOUNT);
    }

    private static Map<String, Object> account() {
        return Map.of("payOutMethod", "BANK_TRANSFER", "accountName", "测试客户", "accountNumber", ACCOUNT);
    }

    @Test
    void whoPaidAtTheDoorNamesAnAccountOrGetsSomethingElse() {
        var door = shop.sale().line("FD-02", 1, 13900).paid("COD_CASH", 13900).signed(3);
        var cash = Compensated.wanted(shop, door);
        cash.proposes("agent2", "CASH", 3000);
        cash.played().completes("finance", PREPARE, Map.of("decision", "GIVE_BACK"));
        assertThat(cash.played().calls("finance.pay-out")).isEmpty();
        cash.proposes("agent2", "WAIVED_DIFFERENCE", 2000);
        assertThat(cash.played().ends()).isEqualTo("RESOLVED_FULL PRICE_DIFFERENCE");
        assertThat(cash.sum("compensated")).isEqualTo(2000);
        assertThat(cash.played().calls("finance.issue-coupon")).isEmpty();
    }

    @Test
    void aGiftLeavesTheShelf() {
        shop.stock("MASK-1", 5);
        var gift = Compensated.wanted(shop);
        gift.played().complete("agent", PROPOSE, proposal("GIFT", 1500)).refused(422, "INVALID_INPUT");
        var fields = proposal("GIFT", 1500);
        fields.put("giftSku", "MASK-1");
        gift.played().completes("agent", PROPOSE, fields);
        arrives(gift.played());
        assertThat(gift.played().ends()).isEqualTo("RESOLVED_FULL GIFT");
        assertThat(gift.sum("compensated")).isEqualTo(1500);
    }

    @Test
    void aGiftThatIsSoldOutBecomesACoupon() {
        shop.stock("MASK-2", 0);
        var gift = Compensated.wanted(shop);
        var fields = proposal("GIFT", 1500);
        fields.put("giftSku", "MASK-2");
        gift.played().completes("agent", PROPOSE, fields);
        gift.played()
                .await("not given", c -> gift.played().timeline("COMPENSATION").size() == 2);
        gift.proposes("agent", "COUPON", 1500);
        assertThat(gift.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        assertThat(gift.played().costs()).containsExactly("COMPENSATION 1500 QUALITY_DEFECT PRODUCT");
    }

    private void arrives(PlayedCase played) {
        played.awaitTold("Task_TellShipped");
        var parcels = Await.until(
                "gift on its way",
                () -> Shop.items(shop.as("agent")
                        .get(played.path() + "/parcels")
                        .is(200)
                        .body()
                        .at("/items")),
                p -> !p.isEmpty());
        played.scan(parcels.get(0).at("/trackingNumber").asText(), "DELIVERED");
    }
}
