package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The customer takes the request back, whenever. Goods that are with us go back; money that left runs to its end. */
class CustomerWithdrawsTests extends ShopJourney {
    private void withdraws(Returned back) {
        Await.until("withdrawal used", () -> back.played().happens("CUSTOMER_WITHDREW"), used -> used);
    }

    private void endsWithoutMoney(Returned back, int parcelsBack) {
        assertThat(back.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(back.played().calls("warehouse.ship")).hasSize(parcelsBack);
        assertThat(shop.gateway(back.payment())).isEmpty();
        assertThat(back.pending()).isZero();
    }

    @Test
    void beforeAnybodyKnewWhatItIs() {
        var back = Returned.asked(shop, "REPAIR FUNCTION_FAULT", 20000, true);
        back.played().task("agent", "Task_TriageCase");
        withdraws(back);
        endsWithoutMoney(back, 0);
    }

    @Test
    void beforeAQuestionWasAnswered() {
        var back = Returned.asked(shop, "INQUIRY OTHER", 20000, true);
        back.played().task("agent", "Task_AnswerCustomer");
        withdraws(back);
        endsWithoutMoney(back, 0);
    }

    @Test
    void whileTheRequestIsReviewed() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played().task("agent", "Task_ReviewReturnRequest");
        withdraws(back);
        endsWithoutMoney(back, 0);
    }

    @Test
    void beforeShipping() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        withdraws(back);
        endsWithoutMoney(back, 0);
        assertThat(back.played().calls("warehouse.revoke-return")).hasSize(1);
    }

    @Test
    void afterShipping() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        var tracking = back.played().number + "-R";
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF");
        withdraws(back);
        Await.until("revoked", () -> back.played().calls("warehouse.revoke-return"), c -> !c.isEmpty());
        back.played().scan(tracking, "DELIVERED");
        endsWithoutMoney(back, 1);
    }

    @Test
    void withTheGoodsAtTheWarehouse() {
        var back = Returned.arrived(shop, 59900);
        back.played().task("warehouse", "Task_InspectReturnedGoods");
        withdraws(back);
        endsWithoutMoney(back, 1);
    }

    @Test
    void whileADeductionIsOffered() {
        var back = Returned.worn(shop, 20000);
        back.played().task("agent", "Task_AgreeDeduction");
        withdraws(back);
        endsWithoutMoney(back, 1);
    }

    @Test
    void whileTheRefundAwaitsApproval() {
        var back = Returned.arrived(shop, 300_000);
        back.played().inspected(1, 1, "A");
        back.played().task("finance", "Task_ApproveRefund");
        withdraws(back);
        endsWithoutMoney(back, 1);
    }

    @Test
    void whileARefundOnlyAwaitsApproval() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 59900, false);
        back.played()
                .completes(
                        "agent", "Task_ReviewRefundRequest", Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        back.played().task("lead", "Task_ApproveRefund");
        withdraws(back);
        endsWithoutMoney(back, 0);
    }

    @Test
    void afterTheRefundWasSentItIsTooLate() {
        shop.next("finance.refund", "PENDING");
        var back = Returned.arrived(shop, 59900);
        back.played().inspected(1, 1, "A");
        Await.until("sent", () -> shop.gateway(back.payment()), r -> !r.isEmpty());
        assertThat(back.played().happens("CUSTOMER_WITHDREW")).isFalse();
        shop.next("finance.query-refund", "OK");
        back.played().fire("Event_AskGatewayDue");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(59900);
        assertThat(back.played().happens("CUSTOMER_WITHDREW")).isFalse();
    }
}
