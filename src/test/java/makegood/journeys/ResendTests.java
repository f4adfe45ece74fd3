package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The other ways of a resend: refused, withdrawn, out of stock, lost again, wrong goods. */
class ResendTests extends ShopJourney {
    private static final Map<String, Object> YES = Map.of("decision", "APPROVE");

    private final String sku = Resent.sku("LAMP-7");

    private void withdraws(Resent resent) {
        Await.until("withdrawal used", () -> resent.played().happens("CUSTOMER_WITHDREW"), used -> used);
        assertThat(resent.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(resent.parcels()).isEmpty();
        assertThat(shop.stock(sku)).startsWith("sellable 5 ");
    }

    @Test
    void whatIsNotApprovedGoesBackToTheAgentAndTheStockToTheShelf() {
        var resent = Resent.asked(shop, sku, 22900, 5, "WRONG_ADDRESS");
        var played = resent.played();
        resent.approved();
        played.task("lead", Resent.APPROVE);
        assertThat(shop.stock(sku)).startsWith("sellable 4 ");
        played.complete("agent2", Resent.APPROVE, YES).refused(422, "BEYOND_AUTHORITY");
        played.complete("lead", Resent.APPROVE, Map.of("decision", "REFUSE")).refused(422, "INVALID_INPUT");
        played.complete("lead", Resent.APPROVE, Map.of("decision", "CHANGE_AMOUNT"))
                .refused(422, "INVALID_INPUT");
        played.completes("lead", Resent.APPROVE, Resent.fields("REFUSE", "refusalReason", "REASON_MISMATCH"));
        Await.until("back on the shelf", () -> shop.stock(sku), s -> s.startsWith("sellable 5 "));

        var refuse = Resent.fields("REFUSE", "refusalReason", "REASON_MISMATCH", "messageToCustomer", "已超过期限");
        played.completes("agent", Resent.REVIEW, refuse);
        played.completes("lead", "Task_ConfirmRefusal", Map.of("decision", "RETURN_TO_AGENT"));
        played.completes("agent", Resent.REVIEW, refuse);
        played.completes("lead", "Task_ConfirmRefusal", Map.of("decision", "CONFIRM"));
        played.fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(played.ends()).isEqualTo("REFUSED_ACCEPTED");
        assertThat(resent.parcels()).isEmpty();
        assertThat(resent.costs()).isEmpty();
    }

    @Test
    void whatIsDearerThanALeadMayGiveIsApprovedByAManager() {
        var resent = Resent.asked(shop, sku, 122900, 5, "OTHER");
        resent.approved();
        resent.played().complete("lead", Resent.APPROVE, YES).refused(422, "BEYOND_AUTHORITY");
        resent.played().completes("manager", Resent.APPROVE, YES);
        resent.delivered();
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
    }

    @Test
    void withdrawnBeforeItIsReviewed() {
        var resent = Resent.asked(shop, sku, 22900, 5, "OTHER");
        resent.played().task("agent", Resent.REVIEW);
        withdraws(resent);
    }

    @Test
    void withdrawnWhileTheStockIsReserved() {
        var resent = Resent.asked(shop, sku, 22900, 5, "OTHER");
        resent.approved();
        resent.played().task("lead", Resent.APPROVE);
        assertThat(shop.stock(sku)).startsWith("sellable 4 ");
        withdraws(resent);
        assertThat(resent.played().calls("warehouse.release-stock")).hasSize(1);
    }

    @Test
    void whatHasLeftIsNotCalledBack() {
        var resent = Resent.asked(shop, sku, 4000, 5, "OTHER");
        resent.approved();
        var tracking = resent.shipped();
        assertThat(resent.played().happens("CUSTOMER_WITHDREW")).isFalse();
        assertThat(resent.played().timeline("WITHDRAWAL_TOO_LATE")).hasSize(1);
        resent.played().scan(tracking, "DELIVERED");
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
    }

    @Test
    void aParcelThatGetsLostIsSentOnceMoreAndBothAreBooked() {
        var resent = Resent.asked(shop, sku, 4000, 5, "MISSING_PARTS");
        var played = resent.played();
        resent.approved("fact", "WEIGHT_LOST_EN_ROUTE");
        played.scan(resent.shipped(), "LOST");
        played.completes("agent", "Task_LookForShipment", Map.of("decision", "LOST"));
        played.complete("agent", Resent.OTHER_WAY, Map.of("decision", "OPEN_NEW_SET"))
                .refused(422, "INVALID_INPUT");
        played.completes("agent", Resent.OTHER_WAY, Map.of("decision", "TRY_AGAIN"));
        Await.until("second parcel", resent::parcels, p -> p.size() == 2);
        resent.delivered();
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(played.rules("liability"))
                .containsExactlyInAnyOrder("LI-12", "LI-06"); // the weight, the lost parcel
        assertThat(resent.costs()).containsExactly("WRITE_OFF 4000 CARRIER", "RESEND 4000 CARRIER");
        assertThat(shop.stock(sku)).startsWith("sellable 3 ");
    }

    @Test
    void theWarehouseThatCannotShipWhatItReservedLeadsToAnotherWay() {
        shop.next("warehouse.ship", "REFUSE:STOCK_UNAVAILABLE");
        var resent = Resent.asked(shop, sku, 4000, 5, "OTHER");
        resent.approved();
        resent.played().completes("agent", Resent.OTHER_WAY, Map.of("decision", "TRY_AGAIN"));
        resent.delivered();
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
    }

    @Test
    void evidenceIsAskedForAndTheLostAnswersShipOnce() {
        shop.next("warehouse.reserve-stock", "LOSE_ANSWER");
        shop.next("warehouse.ship", "LOSE_ANSWER");
        var resent = Resent.asked(shop, sku, 4000, 5, "OTHER");
        resent.played().completes("agent", Resent.REVIEW, Resent.fields("ASK_EVIDENCE", "messageToCustomer", "请拍照"));
        resent.played().fires("EVIDENCE_ADDED");
        resent.approved();
        resent.delivered();
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(shop.stock(sku)).startsWith("sellable 4 ");
        assertThat(resent.parcels()).hasSize(1);
    }

    @Test
    void theShopAgreesBeforeThePlatformDoesAndALeadApproves() {
        shop.stock(sku, 5);
        var sale = shop.sale().line(sku, 2, 8000).paid("WECHAT", 8000).signed(1);
        var until = shop.now().plus(Duration.ofHours(48)).toString();
        var deadline = Map.of("stage", "RETURN_DECIDE", "until", until);
        var resent = Resent.asked(
                shop, sale, "OTHER", "1:2", Map.of("channel", "MARKETPLACE", "platformDeadline", deadline));
        resent.played().task("agent", Resent.REVIEW);
        assertThat(resent.played()
                        .happens(
                                "PLATFORM_DEADLINE_MOVED",
                                "stage",
                                "RETURN_DECIDE",
                                "until",
                                shop.now().plus(Duration.ofHours(72)).toString()))
                .isTrue();
        resent.played().fire("Event_PlatformAboutToAgreeResend");
        resent.played().completes("agent2", Resent.APPROVE, YES);
        resent.delivered();
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(resent.sent()).containsExactly(sku + " 2");
    }

    private Resent wrongGoods(long paid, String wrong) {
        shop.stock(wrong, 5);
        var resent = Resent.asked(shop, sku, paid, 5, "WRONG_GOODS");
        resent.approved("fact", "PICK_RECORD_WRONG", "receivedSku", wrong);
        if (paid > 5000) {
            resent.played().completes("lead", Resent.APPROVE, YES);
        }
        resent.delivered();
        return resent;
    }

    @Test
    void wrongGoodsOfLittleValueStayWithTheCustomer() {
        var wrong = Resent.sku("LAMP-8");
        var resent = wrongGoods(3000, wrong);
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(resent.played().rules("wrong-goods-return")).containsExactly("WG-02");
        assertThat(resent.played().told()).contains("Task_TellKeepWrongGoods");
        assertThat(resent.costs())
                .containsExactlyInAnyOrder("RESEND 3000 WAREHOUSE_PICK", "WRITE_OFF 3000 WAREHOUSE_PICK");
        assertThat(shop.stock(sku)).startsWith("sellable 5 ");
        assertThat(shop.stock(wrong)).startsWith("sellable 4 ");
    }

    @Test
    void dearWrongGoodsAreFetched() {
        var wrong = Resent.sku("LAMP-9");
        shop.as("shop")
                .put("/api/v1/products/north/" + wrong, Map.of("listPrice", 9900))
                .is(200);
        var resent = wrongGoods(3000, wrong);
        var played = resent.played();
        assertThat(played.told("Task_TellWrongGoodsPickUp")).contains("SBX");
        for (var bad : List.<Map<String, Object>>of(
                Map.of(), Map.of("found", true), Map.of("found", true, "disposition", "DONATE"))) {
            played.complete("warehouse", "Task_ReceiveWrongGoods", bad).refused(422, "INVALID_INPUT");
        }
        played.completes("warehouse", "Task_ReceiveWrongGoods", Map.of("found", true, "disposition", "RESTOCK"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(played.rules("wrong-goods-return")).containsExactly("WG-99");
        assertThat(shop.stock(wrong)).startsWith("sellable 5 ");
        assertThat(resent.costs()).containsExactly("RESEND 3000 WAREHOUSE_PICK");
    }

    @Test
    void wrongGoodsThatNeverComeAreWrittenOff() {
        var resent = wrongGoods(9900, Resent.sku("LAMP-1"));
        resent.played().completes("warehouse", "Task_ReceiveWrongGoods", Map.of("found", false));
        assertThat(resent.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        var other = wrongGoods(9900, Resent.sku("LAMP-2"));
        other.played().fire("Event_WrongGoodsOverdue");
        assertThat(other.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(other.costs())
                .containsExactlyInAnyOrder("RESEND 9900 WAREHOUSE_PICK", "WRITE_OFF 9900 WAREHOUSE_PICK");
    }
}
