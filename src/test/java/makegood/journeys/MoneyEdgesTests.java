package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The gateway refuses, keeps silent, forgets or takes back; large sums need people. */
class MoneyEdgesTests extends ShopJourney {
    private static final String PAY_OUT = "Task_PayOutAnotherWay";
    private static final String CONFIRM = "Task_ConfirmPayOut";
    private static final String APPROVE = "Task_ApproveRefund";
    private static final String REVIEW = "Task_ReviewRefundRequest";
    private static final Map<String, Object> ACCOUNT = Map.of(
            "payOutMethod",
            "BANK_TRANSFER",
            "accountName",
            "测试客户",
            "accountNumber",
            "6222000000001111",
            "proofNumber",
            "B-1");
    private static final Map<String, Object> YES = Map.of("decision", "APPROVE");

    private Returned inspected(long paid) {
        var back = Returned.arrived(shop, paid);
        back.played().inspected(1, 1, "A");
        return back;
    }

    private void gatewayHas(Returned back, String refund) {
        Await.until("gateway " + refund, () -> shop.gateway(back.payment()), r -> r.contains(refund));
    }

    /** Each step of the first refund: where to, by whom, why; of a pay-out with its number's end. */
    private List<String> history(Returned back) {
        var refund = back.played().refundRows().get(0);
        var number = refund.at("/refundNumber").asText();
        return StreamSupport.stream(refund.at("/history").spliterator(), false)
                .map(s -> (s.at("/payOutNumber").asText().replace(number, "") + " "
                                + s.at("/to").asText() + " " + s.at("/by").asText() + " "
                                + s.at("/cause").asText())
                        .strip())
                .toList();
    }

    private String refundNumber(Returned back) {
        return back.played().refundRows().get(0).at("/refundNumber").asText();
    }

    private void gatewayDecides(Returned back, String state) {
        shop.as("agent")
                .post("/api/v1/sandbox/gateway/refunds/" + refundNumber(back), Map.of("state", state))
                .is(200);
    }

    @Test
    void whatTheGatewayRefusesIsPaidOutByTwoPeople() {
        shop.next("finance.refund", "REFUSE:ACCOUNT_CLOSED");
        var back = inspected(59900);
        back.played()
                .complete("finance", PAY_OUT, Map.of("payOutMethod", "SHELLS"))
                .refused(422, "INVALID_INPUT");
        back.played().completes("finance", PAY_OUT, ACCOUNT);
        back.played().completes("lead", CONFIRM, Map.of("decision", "REFUSE"));
        back.played().completes("finance", PAY_OUT, ACCOUNT);
        shop.next("finance.pay-out", "REFUSE:ACCOUNT_WRONG");
        back.played().completes("lead", CONFIRM, Map.of("decision", "CONFIRM"));
        back.played().completes("finance", PAY_OUT, ACCOUNT);
        back.played().completes("lead", CONFIRM, Map.of("decision", "CONFIRM"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played().refunds()).containsExactly(back.payment() + " PAID_OUT 59900");
        assertThat(back.refunded()).isEqualTo(59900);
        assertThat(back.pending()).isZero();
        assertThat(back.played().calls("finance.pay-out").toString()).doesNotContain("6222000000001111");
        assertThat(history(back))
                .containsExactly(
                        "RESERVED system DUE",
                        "APPROVED system APPROVAL:NONE",
                        "SENT system SENDING",
                        "FAILED_FINAL system GATEWAY:ACCOUNT_CLOSED",
                        "-P1 PREPARED finance BANK_TRANSFER",
                        "-P1 RETURNED lead REFUSE",
                        "-P2 PREPARED finance BANK_TRANSFER",
                        "-P2 CONFIRMED lead CONFIRM",
                        "-P2 FAILED system FINANCE:ACCOUNT_WRONG",
                        "-P3 PREPARED finance BANK_TRANSFER",
                        "-P3 CONFIRMED lead CONFIRM",
                        "-P3 PAID system FINANCE:PAID",
                        "PAID_OUT system BANK_TRANSFER");
    }

    @Test
    void aLostAnswerIsAskedForAndPaysOnce() {
        shop.next("finance.refund", "LOSE_ANSWER");
        var back = inspected(59900);
        gatewayHas(back, "SETTLED 59900");
        back.played().fire("Event_AskGatewayDue");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
        assertThat(back.refunded()).isEqualTo(59900);
    }

    @Test
    void aSilentGatewayIsAskedAgainUntilItKnows() {
        shop.next("finance.refund", "PENDING");
        var back = inspected(59900);
        gatewayHas(back, "PENDING 59900");
        shop.next("finance.query-refund", "PENDING", "OK");
        back.played().fire("Event_AskGatewayDue");
        back.played().fire("Event_AskGatewayDue");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
    }

    @Test
    void aSilentGatewayMayStillRefuse() {
        shop.next("finance.refund", "PENDING");
        var back = inspected(59900);
        gatewayHas(back, "PENDING 59900");
        shop.next("finance.query-refund", "REFUSE:CLOSED");
        back.played().fire("Event_AskGatewayDue");
        back.played().completes("finance", PAY_OUT, ACCOUNT);
        back.played().completes("lead", CONFIRM, Map.of("decision", "CONFIRM"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played().refunds()).containsExactly(back.payment() + " PAID_OUT 59900");
    }

    @Test
    void aRefundThatComesBackIsPaidAgainByTwoPeople() {
        shop.next("finance.refund", "PENDING");
        var back = inspected(59900);
        gatewayHas(back, "PENDING 59900");
        back.played().await("sent", c -> back.played().refunds().get(0).contains("SENT"));
        gatewayDecides(back, "SETTLED");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        gatewayDecides(back, "REVERSED");
        back.played()
                .complete("finance", "Task_HandleReversedRefund", Map.of("decision", "CLOSE_WITH_REASON"))
                .refused(422, "INVALID_INPUT");
        back.played().completes("finance", "Task_HandleReversedRefund", Map.of("decision", "PAY_AGAIN"));
        back.played().completes("finance", PAY_OUT, ACCOUNT);
        back.played().completes("lead", CONFIRM, Map.of("decision", "CONFIRM"));
        Await.until(
                "paid out", () -> back.played().refunds(), r -> r.equals(List.of(back.payment() + " PAID_OUT 59900")));
        assertThat(back.refunded()).isEqualTo(59900);
    }

    @Test
    void aRefundThatComesBackMayBeClosedWithAReason() {
        var back = inspected(59900);
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        gatewayDecides(back, "REVERSED");
        back.played()
                .completes(
                        "finance",
                        "Task_HandleReversedRefund",
                        Map.of("decision", "CLOSE_WITH_REASON", "reasonCode", "GAVE_UP"));
        assertThat(back.played().refunds()).containsExactly(back.payment() + " REVERSED 59900");
        assertThat(back.refunded()).as("the money is with the shop").isZero();
        assertThat(history(back))
                .endsWith(
                        "SETTLED system GATEWAY:SETTLED", "REVERSED system GATEWAY:REVERSED", "CLOSED finance GAVE_UP");
        assertThat(shop.order(back.sale()).at("/payments/0/refunded").asLong()).isZero();
        assertThat(shop.order(back.sale()).at("/lines/0/refunded").asLong()).isZero();
    }

    @Test
    void aRefundOnlyIsReviewedAndApprovedBySomebodyElse() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 59900, false);
        back.played()
                .complete("agent", REVIEW, Map.of("decision", "APPROVE", "approvedAmount", 59901))
                .refused(422, "INVALID_INPUT");
        back.played()
                .completes(
                        "agent",
                        REVIEW,
                        Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 55000));
        assertThat(back.played().complete("agent", APPROVE, YES).status()).isEqualTo(403);
        back.played()
                .complete("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 55001))
                .refused(422, "INVALID_INPUT");
        back.played().completes("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 45000));
        assertThat(back.played().ends()).endsWith("REFUND_NO_RETURN");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 45000");
        assertThat(shop.order(back.sale()).at("/payments/0/held").toString()).doesNotContain("5500");
    }

    @Test
    void aRefundThatIsNotApprovedGivesTheHoldBack() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 59900, false);
        back.played().completes("agent", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        back.played().complete("lead", APPROVE, Map.of("decision", "REFUSE")).refused(422, "INVALID_INPUT");
        back.played().completes("lead", APPROVE, Map.of("decision", "REFUSE", "refusalReason", "NO_DEFECT_FOUND"));
        assertThat(back.played().ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(back.refunded()).isZero();
        assertThat(back.pending()).isZero();
    }

    @Test
    void aRefundOnlyMayBeRefusedAfterEvidenceWasAskedFor() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 20000, false);
        var refuse = Map.<String, Object>of("decision", "REFUSE", "refusalReason", "NO_DEFECT_FOUND");
        back.played().completes("agent", REVIEW, Map.of("decision", "ASK_EVIDENCE"));
        back.played().fire("Event_EvidenceReminderDue");
        back.played().fire("Event_EvidenceTimePassed");
        back.played().completes("agent", REVIEW, refuse);
        back.played().completes("agent2", "Task_ConfirmRefusal", Map.of("decision", "RETURN_TO_AGENT"));
        back.played().completes("agent2", REVIEW, refuse);
        back.played().fire("Event_ContestTimePassed");
        assertThat(back.played().ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void nothingIsPaidTwiceForOnePiece() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 20000, false);
        back.played().completes("agent2", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL REFUND_NO_RETURN");
        var again = new PlayedCase(
                shop,
                shop.ask("agent", Shop.request(back.sale(), "RETURN_REFUND", "NO_REASON_7D", "1:1", "再退一次"))
                        .is(201)
                        .text("/caseNumber"));
        again.goodsComeBack();
        again.inspected(1, 1, "A");
        again.completes("lead", "Task_DecideFinding", Map.of("decision", "SEND_BACK"));
        assertThat(again.ends()).isEqualTo("SENT_BACK");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 20000");
    }

    @Test
    void moreThanTenThousandYuanNeedTwoPeople() {
        var back = inspected(1_200_000);
        assertThat(back.played().complete("agent", APPROVE, YES).status()).isIn(403, 404);
        back.played().completes("finance", APPROVE, YES);
        Await.until("leads asked", () -> back.played().tasks("lead", APPROVE), t -> !t.isEmpty());
        assertThat(back.played().refunds()).containsExactly(back.payment() + " RESERVED 1200000");
        back.played().completes("lead", APPROVE, YES);
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 1200000");
    }

    @Test
    void goodsWhoseRefundIsRefusedGoBack() {
        var back = inspected(300_000);
        back.played().completes("finance", APPROVE, Map.of("decision", "REFUSE", "refusalReason", "NO_DEFECT_FOUND"));
        back.played().completes("lead", "Task_DecideFinding", Map.of("decision", "SEND_BACK"));
        assertThat(back.played().ends()).isEqualTo("SENT_BACK");
        assertThat(back.refunded()).isZero();
        assertThat(back.pending()).isZero();
    }
}
