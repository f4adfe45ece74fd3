package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another way is offered, waited for and taken in the same case: evidence, remarks, clocks and money stay. */
class ChangedProcedureTests extends ShopJourney {
    private static final String REVIEW_RETURN = "Task_ReviewReturnRequest";
    private static final String REVIEW_REFUND = "Task_ReviewRefundRequest";

    @Autowired
    private DataSource database;

    private static Map<String, Object> offer(String procedure) {
        return Map.of(
                "decision", "OFFER_OTHER", "offerProcedure", procedure, "messageToCustomer", "我们建议换一种方式处理，您看可以吗？");
    }

    @Test
    void aCaseChangesTwiceAndLosesNothing() {
        var until = shop.now().plus(Duration.ofDays(20)).toString();
        var back = Returned.asked(
                shop,
                "RETURN_REFUND QUALITY_DEFECT",
                20000,
                false,
                Map.of("platformDeadline", Map.of("stage", "RETURN_DECIDE", "until", until)));
        var played = back.played();
        played.photo("agent", "PHOTO");
        var remark = Map.of("text", "客户着急", "flag", "YELLOW");
        shop.as("agent")
                .post("/api/v1/orders/north/" + back.sale().orderNumber + "/remarks", remark)
                .is(201);
        played.happens("PLATFORM_STEPPED_IN", "disputeNumber", "D-2");
        played.happens("PLATFORM_RULED", "ruling", "FOR_CUSTOMER", "amount", 5000, "paidBy", "SELLER");
        played.completes("lead", "Task_CarryOutRuling", Map.of("decision", "PAY", "disputeNote", "先行退款"));
        Await.until("paid", () -> back.refunded(), paid -> paid == 5000);

        played.completes("agent", REVIEW_RETURN, offer("REFUND_ONLY"));
        assertThat(played.told("Task_TellOffer")).contains("仅退款");
        played.fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        played.completes("agent", REVIEW_REFUND, offer("INQUIRY"));
        played.completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "ACCEPTED"));
        var other = Map.<String, Object>of("offerProcedure", "REFUND_ONLY");
        played.completes("agent", "Task_AnswerCustomer", other);
        var approve = Map.<String, Object>of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 20000);
        played.completes("agent", REVIEW_REFUND, approve);

        assertThat(played.ends()).startsWith("PLATFORM_FOR_CUSTOMER");
        assertThat(shop.gateway(back.payment())).containsExactlyInAnyOrder("SETTLED 5000", "SETTLED 15000");
        assertThat(back.refunded()).isEqualTo(20000);
        assertThat(played.timeline("PROCEDURE_CHANGED")).hasSize(3);
        assertThat(played.evidence()).hasSize(1);
        assertThat(shop.as("agent")
                        .get("/api/v1/orders/north/" + back.sale().orderNumber + "/remarks")
                        .body()
                        .toString())
                .contains("客户着急");
        assertThat(played.timeline("OFFERED")).hasSize(2);
        assertThat(roots(played.number)).isEqualTo(1);
    }

    @Test
    void silenceLeavesTheRequestAsItIs() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played().completes("agent", REVIEW_RETURN, offer("COMPENSATION"));
        back.played().awaitTold("Task_TellOffer");
        Await.until("answer waited for", () -> back.played().waits("CUSTOMER"), w -> w.equals(List.of("OFFER_ANSWER")));
        assertThat(back.played().told("Task_TellOffer")).containsAnyOf("保持不变", "stays as it is");
        back.played().fire("Event_OfferReminderDue");
        back.played().awaitTold("Task_RemindOfOffer");
        back.played().fire("Event_OfferTimePassed");
        back.played().task("agent", REVIEW_RETURN);
        assertThat(back.played().show().at("/procedure").asText()).isEqualTo("RETURN_REFUND");
        assertThat(back.played().timeline("DEFAULT_TAKEN")).hasSize(1);
        assertThat(back.played().happens("COUNTER_OFFER_ANSWERED", "accepted", true))
                .as("too late")
                .isFalse();
    }

    @Test
    void aRejectedOfferGoesBackToTheReview() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played().completes("agent", REVIEW_RETURN, offer("RESEND"));
        back.played().awaitTold("Task_TellOffer");
        back.played().fires("COUNTER_OFFER_ANSWERED", "accepted", false);
        back.played()
                .completes(
                        "agent", REVIEW_RETURN, Map.of("decision", "ASK_WITHDRAW", "messageToCustomer", "商品您可以继续使用"));
        back.played()
                .complete("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "SILENT"))
                .refused(422, "INVALID_INPUT");
        back.played().completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(back.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void anotherAmountIsPaidOnlyWhenTheCustomerAgrees() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 20000, false);
        var low = Map.<String, Object>of(
                "decision", "CHANGE_AMOUNT", "approvedAmount", 8000, "messageToCustomer", "建议您选择部分退款");
        back.played()
                .complete("agent", REVIEW_REFUND, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 20001))
                .refused(422, "INVALID_INPUT");
        back.played().completes("agent", REVIEW_REFUND, low);
        back.played()
                .complete("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "COUNTERED"))
                .refused(422, "INVALID_INPUT");
        back.played()
                .completes(
                        "agent",
                        "Task_RecordOfferAnswer",
                        Map.of("customerAnswer", "COUNTERED", "counterAmount", 12000));
        assertThat(shop.gateway(back.payment())).isEmpty();
        back.played().completes("agent", REVIEW_REFUND, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 10000));
        back.played().fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(back.played().ends()).isEqualTo("RESOLVED_PARTIAL REFUND_NO_RETURN");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 10000");
    }

    @Test
    void aRefundRequestMayBeTakenBackOnOurWord() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 20000, false);
        back.played().complete("agent", REVIEW_REFUND, offer("REPAIR")).refused(422, "INVALID_INPUT");
        back.played()
                .completes(
                        "agent", REVIEW_REFUND, Map.of("decision", "ASK_WITHDRAW", "messageToCustomer", "商品您可以继续使用"));
        back.played().fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(back.played().ends()).isEqualTo("WITHDRAWN");
    }

    @Test
    void amountsOfAReturnAreSettledAfterTheInspection() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played()
                .complete("agent", REVIEW_RETURN, Map.of("decision", "CHANGE_AMOUNT"))
                .refused(422, "INVALID_INPUT");
    }

    private long roots(String caseNumber) {
        return JdbcClient.create(database)
                .sql(
                        "select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }
}
