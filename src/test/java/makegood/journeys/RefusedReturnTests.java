package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A refusal has a reason, a second person beyond authority, and time for the customer to contest it. */
class RefusedReturnTests extends ShopJourney {
    private static final String REVIEW = "Task_ReviewReturnRequest";
    private static final String NOT_INTACT = "RETURN_REFUND NO_REASON_7D";
    private static final Map<String, Object> REFUSE = Map.of(
            "decision",
            "REFUSE",
            "evidence",
            "CONTRADICTS",
            "refusalReason",
            "RESALE_IMPAIRED",
            "messageToCustomer",
            "很抱歉");

    @Test
    void aRefusalWithinAuthorityStandsWhenNobodyContestsIt() {
        var back = Returned.asked(shop, NOT_INTACT, 20000, false);
        back.played().complete("agent2", REVIEW, Map.of("decision", "REFUSE")).refused(422, "INVALID_INPUT");
        back.played().completes("agent2", REVIEW, REFUSE);
        back.played().fire("Event_ContestTimePassed");
        assertThat(back.played().ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(back.played().told()).contains("Task_TellRefusal").doesNotContain("Task_TellRefundPaid");
        assertThat(back.refunded()).isZero();
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void aRefusalBeyondAuthorityNeedsASecondPersonWithEnoughOfIt() {
        var back = Returned.asked(shop, NOT_INTACT, 59900, false);
        back.played().completes("agent", REVIEW, REFUSE);
        var confirm = Map.<String, Object>of("decision", "CONFIRM");
        back.played().complete("agent", "Task_ConfirmRefusal", confirm).refused(403, "OWN_REQUEST");
        back.played().complete("agent2", "Task_ConfirmRefusal", confirm).refused(422, "BEYOND_AUTHORITY");
        back.played().completes("lead", "Task_ConfirmRefusal", Map.of("decision", "RETURN_TO_AGENT"));
        back.played().completes("agent", REVIEW, REFUSE);
        back.played().completes("lead", "Task_ConfirmRefusal", confirm);
        back.played().awaitTold("Task_TellRefusal");
        back.played().fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(back.played().ends()).isEqualTo("REFUSED_ACCEPTED");
        assertThat(back.refunded()).isZero();
    }

    @Test
    void evidenceThatNeverComesIsRemindedOnceThenDecidedOnFile() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played().completes("agent", REVIEW, Map.of("decision", "ASK_EVIDENCE", "messageToCustomer", "请补充照片"));
        back.played().fire("Event_EvidenceReminderDue");
        back.played().fire("Event_EvidenceTimePassed");
        back.played().completes("agent2", REVIEW, REFUSE);
        back.played().fire("Event_ContestTimePassed");
        assertThat(back.played().ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(back.played().told())
                .filteredOn(t -> t.contains("Evidence"))
                .containsExactly("Task_AskForEvidence", "Task_RemindOfEvidence");
    }

    @Test
    void evidenceBeforeOrAfterTheReminderGoesToTheReview() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, false);
        back.played().completes("agent", REVIEW, Map.of("decision", "ASK_EVIDENCE"));
        back.played().awaitTold("Task_AskForEvidence");
        Await.until("evidence used", () -> back.played().happens("EVIDENCE_ADDED"), used -> used);
        back.played().completes("agent", REVIEW, Map.of("decision", "ASK_EVIDENCE"));
        back.played().fire("Event_EvidenceReminderDue");
        Await.until("evidence used", () -> back.played().happens("EVIDENCE_ADDED"), used -> used);
        back.played()
                .completes(
                        "agent2",
                        REVIEW,
                        Map.of("decision", "OFFER_OTHER", "offerProcedure", "REFUND_ONLY", "customerAgreed", true));
        back.played()
                .completes(
                        "agent2",
                        "Task_ReviewRefundRequest",
                        Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 10000));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_OTHER REFUND_NO_RETURN");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 10000");
    }

    @Test
    void aQuestionBehindTheRequestIsAnswered() {
        var back = Returned.asked(shop, "REFUND_ONLY QUALITY_DEFECT", 20000, false);
        back.played()
                .completes(
                        "agent",
                        "Task_ReviewRefundRequest",
                        Map.of("decision", "OFFER_OTHER", "offerProcedure", "RETURN_REFUND", "customerAgreed", true));
        back.played()
                .completes(
                        "agent2",
                        REVIEW,
                        Map.of("decision", "OFFER_OTHER", "offerProcedure", "INQUIRY", "customerAgreed", true));
        back.played().complete("agent", "Task_AnswerCustomer", Map.of()).refused(422, "INVALID_INPUT");
        back.played().completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "请这样使用"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_OTHER GUIDANCE");
    }

    @Test
    void aPersonSaysWhatTheRequestIsAndALeadLooksInMeanwhile() {
        var sale = shop.sold(
                shop.sale().line("DJ-1", 1, 20000).paid("ALIPAY", 20000).signed(3));
        var played = shop.opened("agent", Shop.request(sale, "", "OTHER", "", "有个问题"));
        played.complete("agent", "Task_TriageCase", Map.of("procedure", "REPAIR", "reason", "OTHER"))
                .is(422);
        assertThat(played.happens("CUSTOMER_REPLIED", "text", "在吗")).isTrue();
        assertThat(played.happens("ESCALATE", "reason", "ANGRY_CUSTOMER")).isTrue();
        played.completes("lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED"));
        played.completes("agent", "Task_TriageCase", Map.of("procedure", "INQUIRY", "reason", "OTHER"));
        played.completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "您好"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
    }

    @Test
    void beforeThePlatformDecidesWeAgree() {
        var until = shop.now().plus(java.time.Duration.ofDays(20));
        var deadline =
                Map.<String, Object>of("platformDeadline", Map.of("stage", "RETURN_DECIDE", "until", until.toString()));
        var back = Returned.asked(
                shop,
                "RETURN_REFUND QUALITY_DEFECT",
                shop.sale().line("DJ-1", 1, 20000).paid("ALIPAY", 20000).signed(3),
                false,
                deadline);
        back.played().task("agent", REVIEW);
        var moved = until.plus(java.time.Duration.ofDays(1)).toString();
        assertThat(back.played().happens("PLATFORM_DEADLINE_MOVED", "stage", "RETURN_DECIDE", "until", moved))
                .isTrue();
        assertThat(back.played().show().at("/clocks").toString()).contains(moved);
        back.played().fire("Event_PlatformAboutToDecide");
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).startsWith("RESOLVED_FULL");
        assertThat(back.refunded()).isEqualTo(20000);
    }

    @Test
    void aDeadlineMovedIntoThePastMakesTheDefaultHappenNow() {
        var until = shop.now().plus(java.time.Duration.ofDays(20)).toString();
        var back = Returned.asked(
                shop,
                "REFUND_ONLY QUALITY_DEFECT",
                20000,
                false,
                Map.of("platformDeadline", Map.of("stage", "REFUND_DECIDE", "until", until)));
        back.played().task("agent", "Task_ReviewRefundRequest");
        var now = shop.now().toString();
        assertThat(back.played().happens("PLATFORM_DEADLINE_MOVED", "stage", "REFUND_DECIDE", "until", now))
                .isTrue();
        assertThat(back.played().ends()).startsWith("RESOLVED_FULL");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 20000");
    }
}
