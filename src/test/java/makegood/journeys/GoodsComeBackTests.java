package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes back, or does not, decides what is paid. */
class GoodsComeBackTests extends ShopJourney {
    private static final String INSPECT = "Task_InspectReturnedGoods";
    private static final String SETTLE = "Task_SettleDisputedDeduction";

    @Test
    void goodsThatAreNeverSentAreRemindedTwiceAndNotRefunded() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        back.played().fire("Event_TimeToSendPassed");
        back.played().fire("Event_TimeToSendPassed");
        back.played().fire("Event_TimeToSendPassed");
        assertThat(back.played().ends()).isEqualTo("NOT_RETURNED");
        assertThat(back.played().told())
                .containsSubsequence("Task_TellWhereToSend", "Task_RemindCustomer", "Task_RemindCustomer");
        assertThat(back.played().calls("warehouse.revoke-return")).hasSize(1);
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void forAShortParcelALeadPaysWhatCame() {
        var sale = shop.sale().line("DJ-1", 3, 30000).paid("ALIPAY", 30000).signed(3);
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", sale, true, Map.of());
        back.played().goodsComeBack();
        back.played()
                .complete(
                        "warehouse",
                        INSPECT,
                        Map.of("receivedQuantity_1", 2, "goodsGrade_1", "A", "finding_1", "AS_ANNOUNCED"))
                .refused(422, "INVALID_INPUT");
        back.found(2, "A", "SHORT_QUANTITY");
        back.played().completes("lead", "Task_DecideFinding", Map.of("decision", "PAY_IN_FULL"));
        assertThat(back.played().ends()).endsWith("RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 20000");
        assertThat(shop.order(sale).at("/lines/0/returnedQuantity").asInt()).isEqualTo(2);
    }

    @Test
    void anEmptyParcelIsRefusedByALeadAfterAskingForEvidence() {
        var back = Returned.arrived(shop, 59900);
        back.found(0, "D", "EMPTY_PARCEL");
        back.played()
                .complete("lead", "Task_DecideFinding", Map.of("decision", "SEND_BACK"))
                .refused(422, "INVALID_INPUT");
        back.played().completes("lead", "Task_DecideFinding", Map.of("decision", "ASK_EVIDENCE"));
        back.played().fire("Event_EvidenceReminderDue");
        back.played().fire("Event_EvidenceTimePassed");
        back.played()
                .completes(
                        "lead",
                        "Task_DecideFinding",
                        Map.of("decision", "REFUSE", "refusalReason", "RETURN_INCOMPLETE"));
        back.played().fire("Event_ContestTimePassed");
        assertThat(back.played().ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void anAcceptedDeductionIsPaidAsOffered() {
        var back = Returned.worn(shop, 20000);
        back.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 10000");
    }

    @Test
    void theCustomerMayAcceptWithoutAnAgent() {
        var back = Returned.worn(shop, 20000);
        back.played().awaitTold("Task_TellDeduction");
        Await.until("answer", () -> back.played().happens("COUNTER_OFFER_ANSWERED", "accepted", true), used -> used);
        assertThat(back.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(10000);
    }

    @Test
    void aCounteredDeductionIsPaidAsAgreedAndNeverBelowTheRules() {
        var back = Returned.worn(shop, 20000);
        for (long wrong : new long[] {9999, 20001}) {
            back.played()
                    .complete(
                            "agent",
                            "Task_AgreeDeduction",
                            Map.of("customerAnswer", "COUNTERED", "agreedAmount", wrong))
                    .refused(422, "INVALID_INPUT");
        }
        back.played()
                .completes(
                        "agent", "Task_AgreeDeduction", Map.of("customerAnswer", "COUNTERED", "agreedAmount", 15000));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 15000");
    }

    @Test
    void aDisputedDeductionIsSettledByALead() {
        var back = Returned.worn(shop, 20000);
        back.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "DISPUTED"));
        back.played().completes("lead", SETTLE, Map.of("decision", "PAY_PART", "agreedAmount", 17000));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 17000");
    }

    @Test
    void aCustomerWhoSaysNoCanHaveTheGoodsBack() {
        var back = Returned.worn(shop, 20000);
        Await.until("answer", () -> back.played().happens("COUNTER_OFFER_ANSWERED", "accepted", false), used -> used);
        back.played().completes("lead", SETTLE, Map.of("decision", "SEND_BACK"));
        assertThat(back.played().ends()).isEqualTo("SENT_BACK");
        assertThat(back.played().calls("warehouse.ship")).hasSize(1);
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void silenceAboutADeductionGoesToALead() {
        var back = Returned.worn(shop, 20000);
        back.played().fire("Event_DeductionSilence");
        back.played().completes("lead", SETTLE, Map.of("decision", "PAY_IN_FULL"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(20000);
    }

    @Test
    void aParcelThatTheCarrierLostIsRefunded() {
        var back = onTheWay();
        back.played().scan(back.played().number + "-R", "LOST");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
    }

    /** Nobody has inspected anything, and yet a person must decide what the customer gets. */
    @Test
    void aRefundForALostParcelThatIsRefusedIsDecidedByALead() {
        var back = onTheWay(250000);
        back.played().scan(back.played().number + "-R", "LOST");
        back.played()
                .completes(
                        "finance",
                        "Task_ApproveRefund",
                        Map.of("decision", "REFUSE", "refusalReason", "NO_DEFECT_FOUND"));
        back.played().completes("lead", "Task_DecideFinding", Map.of("decision", "PAY_IN_FULL"));
        back.played().completes("finance", "Task_ApproveRefund", Map.of("decision", "APPROVE"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 250000");
    }

    @Test
    void anOverdueParcelThatNobodyFindsIsRefunded() {
        var back = onTheWay();
        back.played().fire("Event_ParcelOverdue");
        back.played().complete("agent", "Task_FindReturnParcel", Map.of()).refused(422, "INVALID_INPUT");
        carrierAnswers(back, 1);
        back.played().completes("agent", "Task_FindReturnParcel", Map.of("found", false));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(59900);
    }

    @Test
    void anOverdueParcelThatIsFoundOrComesLateIsInspected() {
        var back = onTheWay();
        back.played().fire("Event_ParcelOverdue");
        carrierAnswers(back, 1);
        back.played().completes("agent", "Task_FindReturnParcel", Map.of("found", true));
        back.played().fire("Event_ParcelOverdue");
        carrierAnswers(back, 2);
        back.played().task("agent", "Task_FindReturnParcel");
        back.played().scan(back.played().number + "-R", "DELIVERED");
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(59900);
    }

    /** It is asked whenever an agent begins to look. */
    private static void carrierAnswers(Returned back, int times) {
        back.played()
                .await(
                        "carrier's word",
                        c -> back.played().timeline("CARRIER_ANSWERED").size() == times);
    }

    private Returned onTheWay() {
        return onTheWay(59900);
    }

    private Returned onTheWay(long paid) {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", paid, true);
        back.played().awaitTold("Task_TellWhereToSend");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", back.played().number + "-R", "carrier", "SF");
        return back;
    }

    @Test
    void aHazardIsTakenBackLongAfterEveryWindow() {
        var sale = shop.sale().line("DJ-1", 1, 59900).paid("ALIPAY", 59900).signed(29);
        var back = Returned.asked(shop, "RETURN_REFUND SAFETY_HAZARD", sale, false, Map.of());
        back.played().goodsComeBack();
        back.found(1, "D", "HAZARD");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played().rules("return-eligibility")).containsExactly("RE-01");
        assertThat(back.refunded()).isEqualTo(59900);
    }

    @Test
    void ofTwoLinesTheSoundOneIsPaidAndTheMisusedOneGoesBack() {
        var sale = shop.sale()
                .line("DJ-1", 1, 20000)
                .line("DJ-2", 1, 30000)
                .paid("ALIPAY", 50000)
                .signed(3);
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", sale, true, Map.of());
        back.played().goodsComeBack();
        back.played()
                .completes(
                        "warehouse",
                        INSPECT,
                        Map.of(
                                "receivedQuantity_1",
                                1,
                                "goodsGrade_1",
                                "A",
                                "finding_1",
                                "AS_ANNOUNCED",
                                "receivedQuantity_2",
                                1,
                                "goodsGrade_2",
                                "C",
                                "finding_2",
                                "MISUSE"));
        back.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 20000");
        assertThat(back.played()
                        .calls("warehouse.ship")
                        .get(0)
                        .at("/payload/lines")
                        .toString())
                .contains("DJ-2")
                .doesNotContain("DJ-1");
    }

    @Test
    void aWrongArticleGoesBackAsWhatItIs() {
        var back = Returned.arrived(shop, 59900);
        back.played()
                .completes(
                        "warehouse",
                        INSPECT,
                        Map.of(
                                "receivedQuantity_1",
                                1,
                                "goodsGrade_1",
                                "D",
                                "finding_1",
                                "WRONG_ITEM_RETURNED",
                                "receivedSku_1",
                                "OTHER-9"));
        back.played().completes("lead", "Task_DecideFinding", Map.of("decision", "SEND_BACK"));
        assertThat(back.played().ends()).isEqualTo("SENT_BACK");
        assertThat(back.played()
                        .calls("warehouse.ship")
                        .get(0)
                        .at("/payload/lines/0/sku")
                        .asText())
                .isEqualTo("OTHER-9");
    }

    @Test
    void goodsMayArriveBeforeTheirTrackingNumber() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        var tracking = back.played().number + "-R";
        back.played().scan(tracking, "DELIVERED");
        assertThat(back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF"))
                .isTrue();
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(59900);
    }

    /** The ordered article never left, another one did unbooked: once the warehouse names it, both shelves are right. */
    @Test
    void wrongGoodsThatComeBackPutBothShelvesRight() {
        var white = "TEE-W-" + UUID.randomUUID().toString().substring(0, 6);
        var grey = white.replace('W', 'G');
        shop.stock(white, 5);
        shop.stock(grey, 5);
        var sale = shop.sale().line(white, 1, 9900).paid("ALIPAY", 9900).signed(2);
        var back = Returned.asked(shop, "RETURN_REFUND WRONG_GOODS", sale, true, Map.of());
        back.played().goodsComeBack();
        back.played().inspectedAs(grey);
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(9900);
        assertThat(shop.stock(white)).as("never left").startsWith("sellable 6 ");
        assertThat(shop.stock(grey)).as("left unbooked and came back").startsWith("sellable 5 ");
    }
}
