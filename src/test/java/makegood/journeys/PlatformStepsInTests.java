package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-050: once the platform has stepped in nothing closes the case before it has ruled; its ruling is carried out once. */
class PlatformStepsInTests extends ShopJourney {
    private static final Map<String, Object> EVIDENCE = Map.of("decision", "SEND_EVIDENCE", "disputeNote", "聊天记录和质检照片");
    private static final Map<String, Object> PAY = Map.of("decision", "PAY", "disputeNote", "按裁决退款");
    private static final Map<String, Object> NOTE = Map.of("decision", "NOTE_ONLY", "disputeNote", "仅记录");

    private Returned refused(long paid) {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", paid, false);
        back.played()
                .completes(
                        "agent2",
                        "Task_ReviewReturnRequest",
                        Map.of("decision", "REFUSE", "refusalReason", "RESALE_IMPAIRED", "messageToCustomer", "很抱歉"));
        back.played().awaitTold("Task_TellRefusal");
        return back;
    }

    private static boolean stepsIn(Returned back, Instant evidenceUntil) {
        return back.played()
                .happens("PLATFORM_STEPPED_IN", "disputeNumber", "D-1", "evidenceUntil", evidenceUntil.toString());
    }

    private static boolean rules(Returned back, String ruling, long amount, String paidBy) {
        return back.played()
                .happens("PLATFORM_RULED", "ruling", ruling, "amount", amount, "paidBy", paidBy, "reference", "R-1");
    }

    @Test
    void aRefusedReturnWaitsForTheRulingAndIsPaidOnce() {
        var back = refused(20000);
        var until = shop.now().plus(Duration.ofDays(3));
        assertThat(stepsIn(back, until)).isTrue();
        assertThat(stepsIn(back, until)).as("one dispute at a time").isFalse();
        assertThat(back.played().waits("CUSTOMER"))
                .as("the customer has answered the refusal")
                .isEmpty();
        back.played().task("lead", "Task_AnswerPlatform");
        assertThat(back.played().due("Task_AnswerPlatform")).isBefore(until.minus(Duration.ofHours(2)));
        assertThat(back.played().clock("DISPUTE_EVIDENCE").at("/kind").asText()).isEqualTo("PLATFORM");
        var moved = until.plus(Duration.ofDays(1));
        assertThat(back.played()
                        .happens("PLATFORM_DEADLINE_MOVED", "stage", "DISPUTE_EVIDENCE", "until", moved.toString()))
                .isTrue();
        assertThat(back.played().clock("DISPUTE_EVIDENCE").at("/dueAt").asText())
                .startsWith(moved.toString().substring(0, 16));

        back.played().completes("lead", "Task_AnswerPlatform", EVIDENCE);
        Await.until("evidence", () -> back.played().calls("marketplace.submit-evidence"), c -> c.size() == 1);
        Await.aWhile();
        assertThat(back.played().open()).isTrue();

        assertThat(rules(back, "FOR_CUSTOMER", 20000, "SELLER")).isTrue();
        assertThat(rules(back, "PLATFORM_FOR_CUSTOMER", 20000, "SELLER"))
                .as("twice")
                .isFalse();
        var more = Map.<String, Object>of("decision", "PAY", "amount", 20001, "disputeNote", "多");
        back.played().complete("lead", "Task_CarryOutRuling", more).refused(422, "INVALID_INPUT");
        back.played().completes("lead", "Task_CarryOutRuling", PAY);
        assertThat(back.played().ends()).isEqualTo("PLATFORM_FOR_CUSTOMER REFUND_NO_RETURN");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 20000");
        assertThat(back.refunded()).isEqualTo(20000);
        assertThat(back.played().rules("refund-approval")).containsExactly("RA-02");
        assertThat(rules(back, "FOR_CUSTOMER", 20000, "SELLER")).isFalse();
    }

    @Test
    void aRulingBeforeOurEvidenceEndsTheTask() {
        var back = refused(20000);
        stepsIn(back, shop.now().plus(Duration.ofDays(3)));
        back.played().task("lead", "Task_AnswerPlatform");
        var nonsense = Map.of("type", "PLATFORM_RULED", "eventId", "E-1", "ruling", "NOBODY");
        shop.as("shop").post(back.played().path() + "/events", nonsense).refused(422, "INVALID_INPUT");
        assertThat(rules(back, "SPLIT", 8000, "SELLER")).isTrue();
        back.played().completes("lead", "Task_CarryOutRuling", PAY);
        assertThat(back.played().ends()).isEqualTo("PLATFORM_SPLIT REFUND_NO_RETURN");
        assertThat(back.played().calls("marketplace.submit-evidence")).isEmpty();
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 8000");
    }

    @Test
    void aRulingForTheSellerPaysNothing() {
        var back = refused(20000);
        stepsIn(back, shop.now().plus(Duration.ofDays(3)));
        back.played().task("lead", "Task_AnswerPlatform");
        assertThat(rules(back, "FOR_SELLER", 0, "SELLER")).isTrue();
        back.played().complete("lead", "Task_CarryOutRuling", PAY).refused(422, "INVALID_INPUT");
        assertThat(back.played().tasks("lead", "Task_AnswerPlatform")).isEmpty();
        back.played().completes("lead", "Task_CarryOutRuling", NOTE);
        assertThat(back.played().ends()).isEqualTo("PLATFORM_FOR_SELLER");
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void evidenceThatThePlatformDoesNotTakeComesBackToTheLead() {
        shop.next("marketplace.submit-evidence", "REFUSE:EVIDENCE_NOT_TAKEN");
        var back = refused(20000);
        stepsIn(back, shop.now().plus(Duration.ofDays(3)));
        back.played().completes("lead", "Task_AnswerPlatform", EVIDENCE);
        Await.until(
                "noted",
                () -> back.played().timeline("DISPUTE"),
                t -> t.toString().contains("did not take") || t.toString().contains("未接收"));
        back.played().completes("lead", "Task_AnswerPlatform", Map.of("decision", "GIVE_IN", "disputeNote", "客户有理"));
        assertThat(back.played().parts("marketplace.submit-evidence")).containsExactly("EVIDENCE_NOT_TAKEN");
        assertThat(rules(back, "SPLIT", 5000, "ALREADY_TAKEN")).isTrue();
        back.played().complete("lead", "Task_CarryOutRuling", PAY).refused(422, "INVALID_INPUT");
        back.played().completes("lead", "Task_CarryOutRuling", NOTE);
        assertThat(back.played().ends()).isEqualTo("PLATFORM_SPLIT");
        assertThat(shop.gateway(back.payment())).isEmpty();
        var costs =
                shop.as("manager").get(back.played().path() + "/costs").is(200).body();
        assertThat(costs.at("/items").toString()).contains("PLATFORM_TAKEN").contains("5000");
    }

    @Test
    void aRunningReturnDoesNotPayASecondTime() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        stepsIn(back, shop.now().plus(Duration.ofDays(3)));
        assertThat(rules(back, "FOR_CUSTOMER", 59900, "SELLER")).isTrue();
        back.played().completes("lead", "Task_CarryOutRuling", PAY);
        Await.until("paid", () -> shop.gateway(back.payment()), g -> g.equals(List.of("SETTLED 59900")));
        assertThat(back.played().open()).as("the goods are still on their way").isTrue();
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("PLATFORM_FOR_CUSTOMER RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
        assertThat(back.refunded()).isEqualTo(59900);
    }

    @Test
    void whatTheReturnHasPaidCountsForTheRuling() {
        var back = Returned.arrived(shop, 59900);
        back.played().task("warehouse", "Task_InspectReturnedGoods");
        stepsIn(back, shop.now().plus(Duration.ofDays(3)));
        back.played().inspected(1, 1, "A");
        Await.until("paid", () -> shop.gateway(back.payment()), g -> g.equals(List.of("SETTLED 59900")));
        Await.aWhile();
        assertThat(back.played().open()).as("the platform has not ruled").isTrue();
        rules(back, "FOR_CUSTOMER", 59900, "SELLER");
        back.played().completes("lead", "Task_CarryOutRuling", PAY);
        assertThat(back.played().ends()).isEqualTo("PLATFORM_FOR_CUSTOMER RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
    }

    @Test
    void thePlatformMayStepInWhileTheOutcomeIsTold() {
        shop.next("notification.send", "PENDING");
        var back = Returned.asked(shop, "INQUIRY OTHER", 20000, true);
        back.played().completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "您好"));
        Await.until("telling", () -> back.played().calls("notification.send"), c -> !c.isEmpty());
        assertThat(stepsIn(back, shop.now().plus(Duration.ofDays(3)))).isTrue();
        var asked =
                back.played().calls("notification.send").get(0).at("/requestId").asText();
        shop.as("agent")
                .post("/api/v1/sandbox/requests/" + asked, Map.of("answer", "OK", "values", Map.of()))
                .is(200);
        Await.aWhile();
        assertThat(back.played().open()).isTrue();
        rules(back, "FOR_SELLER", 0, "SELLER");
        back.played().completes("lead", "Task_CarryOutRuling", NOTE);
        assertThat(back.played().ends()).isEqualTo("PLATFORM_FOR_SELLER GUIDANCE");
    }

    /** Nothing is left to do in the root: it must not end inside the last step of its own branch. */
    @Test
    void theRulingEndsACaseWhoseCustomerIsToldNothing() {
        var review = new PublishedReview(shop, null, 1, "").comesIn();
        review.played.happens("PLATFORM_STEPPED_IN", "disputeNumber", "D-1");
        review.played.completes("lead", "Task_LookAtReview", Map.of("decision", "THANK_ONLY"));
        review.played.happens(
                "PLATFORM_RULED", "ruling", "FOR_SELLER", "amount", 0, "paidBy", "SELLER", "reference", "R-1");
        review.played.completes("lead", "Task_CarryOutRuling", NOTE);
        assertThat(review.played.ends()).isEqualTo("PLATFORM_FOR_SELLER");
    }
}
