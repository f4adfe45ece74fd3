package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parcel that stands still or was signed for and not received: followed until it is there, or until it is not. */
class FollowedParcelTests extends ShopJourney {
    private static final String FOLLOW = Troubled.FOLLOW;
    private static final String DECIDE = Troubled.DECIDE;

    private Troubled standingStill(Duration seenAgo) {
        var sale = Troubled.onTheWay(shop, "CUR-28", 35800, Duration.ofDays(9), seenAgo);
        return Troubled.reported(shop, "agent", sale, "DELIVERY_TOO_LATE");
    }

    @Test
    void twoDaysWithoutAScanAreFollowedUntilTheParcelIsThere() {
        shop.next(Troubled.TRACE, "PENDING");
        var slow = standingStill(Duration.ofHours(49));
        var played = slow.played();
        played.task("agent", FOLLOW);
        assertThat(played.show().at("/procedure").asText()).isEqualTo("LOGISTICS");
        assertThat(slow.first("remedy").at("/outcome").asText()).isEqualTo("WAIT_AND_WATCH");
        assertThat(played.rules("remedy")).containsExactly("RM-02", "RM-99");
        assertThat(played.waits("CARRIER")).containsExactly("carrier.trace");
        slow.answers(Troubled.TRACE, "OK", Map.of("status", "DELAYED", "remark", "backlog, moving tomorrow"));
        played.await("carrier's word", c -> !played.timeline("CARRIER_ANSWERED").isEmpty());
        assertThat(played.timeline("CARRIER_ANSWERED").get(0)).contains("backlog");
        slow.scan("IN_TRANSIT");
        slow.scan("DELIVERED");
        assertThat(played.ends()).isEqualTo("SELF_RESOLVED WAIT_AND_WATCH");
        assertThat(played.told()).containsExactly("Task_TellTroubleSeen", "Task_TellOutcome");
        assertThat(played.rules("liability")).containsExactly("LI-06");
        assertThat(played.calls(Troubled.CLAIM)).isEmpty();
        slow.paysNothing();
    }

    @Test
    void aSignatureThatIsNotTheCustomersEndsOnlyByTheCustomersWord() {
        var sale = shop.sold(
                shop.sale().line("WATCH-S", 1, 79900).paid("ALIPAY", 79900).signed(1));
        shop.next(Troubled.TRACE, "PENDING", "PENDING");
        var signed = Troubled.reported(shop, "agent2", sale, "NOT_RECEIVED");
        var played = signed.played();
        signed.answers(Troubled.TRACE, "OK", Map.of("status", "DELIVERED"));
        played.await("carrier's word", c -> !played.timeline("CARRIER_ANSWERED").isEmpty());
        signed.scan("DELIVERED");
        assertThat(played.rules("remedy")).startsWith("RM-02");
        played.completes("agent2", FOLLOW, Map.of("decision", "ASK_CARRIER"));
        Await.until("second query", () -> played.calls(Troubled.TRACE), c -> c.size() == 2);
        assertThat(played.show().at("/clocks").toString()).contains("CARRIER_QUERY");
        signed.answers(Troubled.TRACE, "OK", Map.of("status", "DELIVERED", "place", "building 13"));
        played.await("carrier's word", c -> played.timeline("CARRIER_ANSWERED").size() == 2);
        played.complete("agent2", FOLLOW, Map.of("decision", "TELL_CUSTOMER")).refused(422, "INVALID_INPUT");
        played.completes(
                "agent2", FOLLOW, Map.of("decision", "TELL_CUSTOMER", "messageToCustomer", "快递放在了13栋，今天送到您手上。"));
        assertThat(played.told("Task_TellFinding")).contains("13栋");
        played.completes("agent2", FOLLOW, Map.of("decision", "FOUND", "fact", "PROOF_NOT_DESIGNATED"));
        assertThat(played.ends()).isEqualTo("SELF_RESOLVED WAIT_AND_WATCH");
        assertThat(played.told()).containsExactly("Task_TellTroubleSeen", "Task_TellFinding", "Task_TellOutcome");
        assertThat(played.rules("liability")).containsExactly("LI-14");
        assertThat(played.calls(Troubled.CLAIM)).isEmpty();
        signed.paysNothing();
    }

    @Test
    void aSilentCarrierIsAskedAgainThenChasedAndTheParcelIsLostByRule() {
        shop.next(Troubled.TRACE, "PENDING", "PENDING");
        var sale = Troubled.onTheWay(shop, "BOOT-6-38", 33800, Duration.ofDays(9), Duration.ofHours(116));
        var silent = Troubled.reported(shop, "agent", sale, "DELIVERY_TOO_LATE");
        var played = silent.played();
        Await.until("first query", () -> played.calls(Troubled.TRACE), c -> c.size() == 1);
        played.fire("Event_CarrierSilent");
        Await.until("second query", () -> played.calls(Troubled.TRACE), c -> c.size() == 2);
        played.fire("Event_CarrierSilentAgain");
        played.task("lead", "Task_ChaseCarrier");
        played.task("agent", FOLLOW);
        assertThat(played.timeline("CARRIER_SILENT")).hasSize(2);
        played.fire("Event_TimeToFollowPassed");
        played.task("agent", DECIDE);
        assertThat(played.tasks("lead", "Task_ChaseCarrier")).isEmpty();
        assertThat(played.firstOf("CARRIER_SILENT")).isNotNegative();
        assertThat(played.timeline("LOST_BY_RULE")).hasSize(1);
        assertThat(played.rules("liability")).containsExactly("LI-06");
        silent.decides("agent", "remedy", "REFUND_FULL", "agreed", true);
        played.completes("lead", "Task_ApproveRefund", Map.of("decision", "APPROVE"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");
        assertThat(silent.gateway()).containsExactly("SETTLED 33800");
        assertThat(played.rules("refund-approval")).containsExactly("RA-12");
        assertThat(played.waits("CARRIER")).containsExactly("carrier.file-claim");
        silent.answers(Troubled.CLAIM, "REFUSE:NOT_INSURED", Map.of());
        Await.until("refusal", () -> played.timeline("CLAIM"), t -> t.size() == 2);
        assertThat(silent.costs()).containsExactly("REFUND 33800 CARRIER");

        shop.stock("BOOT-6-38", 4);
        silent.scan("OUT_FOR_DELIVERY");
        silent.scan("IN_TRANSIT");
        played.complete("agent", "Task_CatchLostParcel", Map.of("decision", "LEAVE_WITH_CUSTOMER"))
                .refused(422, "INVALID_INPUT");
        played.completes("agent", "Task_CatchLostParcel", Map.of("decision", "CALL_BACK"));
        silent.scan("RETURNED_TO_SENDER");
        played.completes(
                "warehouse", "Task_InspectRefusedParcel", Map.of("receivedQuantity_1", 1, "goodsGrade_1", "A"));
        Await.until("stock", () -> shop.stock("BOOT-6-38"), s -> s.startsWith("sellable 5"));
        assertThat(silent.gateway()).hasSize(1);
    }

    @Test
    void aCarrierThatAnswersTheSecondTimeOrTheLeadIsHeard() {
        shop.next(Troubled.TRACE, "PENDING", "PENDING");
        var slow = standingStill(Duration.ofHours(60));
        Await.until("first query", () -> slow.played().calls(Troubled.TRACE), c -> c.size() == 1);
        slow.played().fire("Event_CarrierSilent");
        Await.until("second query", () -> slow.played().calls(Troubled.TRACE), c -> c.size() == 2);
        slow.answers(Troubled.TRACE, "OK", Map.of("status", "IN_TRANSIT"));
        slow.played()
                .await("word", c -> slow.played().timeline("CARRIER_ANSWERED").size() == 1);
        shop.next(Troubled.TRACE, "PENDING", "PENDING");
        slow.follows("decision", "ASK_CARRIER", "exceptionKind", "STUCK");
        Await.until("third query", () -> slow.played().calls(Troubled.TRACE), c -> c.size() == 3);
        slow.played().fire("Event_CarrierSilent");
        Await.until("fourth query", () -> slow.played().calls(Troubled.TRACE), c -> c.size() == 4);
        slow.played().fire("Event_CarrierSilentAgain");
        slow.played().complete("lead", "Task_ChaseCarrier", Map.of()).refused(422, "INVALID_INPUT");
        slow.played().completes("lead", "Task_ChaseCarrier", Map.of("carrierStatus", "DELAYED", "carrierRemark", "雨天"));
        slow.played()
                .await("word", c -> slow.played().timeline("CARRIER_ANSWERED").size() == 2);
        slow.played().task("agent", FOLLOW);
        slow.played().complete("agent", FOLLOW, Map.of()).refused(422, "INVALID_INPUT");
        slow.played()
                .complete("agent", FOLLOW, Map.of("decision", "DECIDE_REMEDY", "exceptionKind", "DAMAGED"))
                .refused(422, "INVALID_INPUT");
        assertThat(slow.played().happens("CUSTOMER_WITHDREW")).isTrue();
        assertThat(slow.played().ends()).isEqualTo("WITHDRAWN");
        slow.paysNothing();
    }

    @Test
    void aParcelSignedForAndNotReceivedIsFollowedForTwoDaysOnly() {
        var sale = shop.sold(
                shop.sale().line("WATCH-S", 1, 9900).paid("ALIPAY", 9900).signed(1));
        var signed = Troubled.reported(shop, "agent", sale, "NOT_RECEIVED");
        signed.played().fire("Event_TimeToFollowPassed");
        signed.decides("agent", "remedy", "WAIT_AND_WATCH", "agreed", true);
        signed.follows("decision", "DECIDE_REMEDY", "fact", "PROOF_NOT_DESIGNATED");
        signed.decides("agent", "remedy", "REFUND_FULL", "agreed", true);
        assertThat(signed.played().ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");
        assertThat(signed.gateway()).containsExactly("SETTLED 9900");
        Await.until("claim", () -> signed.played().calls(Troubled.CLAIM), c -> c.size() == 1);
        signed.answers(Troubled.CLAIM, "OK", Map.of("state", "PAID", "amount", 5000));
        Await.until("payback", signed::costs, c -> c.size() == 2);
        assertThat(signed.costs()).containsExactlyInAnyOrder("REFUND 9900 CARRIER", "CARRIER_PAYBACK -5000 CARRIER");
        signed.scan("DELIVERED");
        signed.played()
                .completes(
                        "agent",
                        "Task_CatchLostParcel",
                        Map.of("decision", "LEAVE_WITH_CUSTOMER", "catchNote", "客户愿意补款"));
        Await.until(
                "left",
                () -> signed.played().timeline("PARCEL"),
                t -> t.toString().contains("补款"));
    }

    @Test
    void damageSeenOnTheWayIsCheckedAndALostScanIsSettledAtOnce() {
        var slow = standingStill(Duration.ofHours(60));
        slow.played().task("agent", FOLLOW);
        slow.scan("DAMAGED");
        slow.played()
                .completes(
                        "agent",
                        "Task_CheckEvidence",
                        Map.of("decision", "ESTABLISHED", "fact", "OUTER_DAMAGED", "severity", "HEAVY"));
        slow.played().task("agent", DECIDE);
        assertThat(slow.played().rules("liability")).containsExactly("LI-08");
        assertThat(slow.played().calls(Troubled.CLAIM)).hasSize(1);

        var lost = standingStill(Duration.ofHours(60));
        lost.played().task("agent", FOLLOW);
        lost.scan("LOST");
        lost.played()
                .complete("agent", DECIDE, Map.of("remedy", "WAIT_AND_WATCH", "agreed", true))
                .refused(422, "INVALID_INPUT");
        lost.played()
                .complete("agent", DECIDE, Map.of("remedy", "CANCEL_ORDER", "agreed", true))
                .refused(422, "INVALID_INPUT");
        for (var back : new String[] {"RETURN_REFUND", "EXCHANGE"}) {
            lost.played()
                    .complete("agent", DECIDE, Map.of("remedy", back, "agreed", true))
                    .refused(422, "INVALID_INPUT");
        }
        assertThat(lost.played().rules("liability")).containsExactly("LI-06");
    }

    /** The carrier's answer and the agent's meet: both count, whoever is first, and nobody is asked to try again. */
    @Test
    void theCarriersAnswerAndTheAgentsMeetAndBothCount() throws Exception {
        for (int round = 0; round < 6; round++) {
            shop.next(Troubled.TRACE, "PENDING");
            var slow = standingStill(Duration.ofHours(60));
            var played = slow.played();
            var task = played.task("agent", FOLLOW);
            var query = Await.until("query", () -> played.calls(Troubled.TRACE), c -> !c.isEmpty())
                    .get(0)
                    .at("/requestId")
                    .asText();
            var answer = new Thread(() -> shop.as("agent")
                    .post(
                            "/api/v1/sandbox/requests/" + query,
                            Map.of("answer", "OK", "values", Map.of("status", "DELAYED"))));
            answer.start();
            Thread.sleep(round * 4L);
            var reply = played.complete("agent", task, FOLLOW, Map.of("decision", "DECIDE_REMEDY"));
            answer.join();
            assertThat(reply.status()).as("%s", reply.body()).isEqualTo(204);
            played.task("agent", DECIDE);
        }
    }

    @Test
    void anAnswerToATaskThatIsOverSaysSo() {
        var slow = standingStill(Duration.ofHours(60));
        var task = slow.played().task("agent", FOLLOW);
        slow.scan("DELIVERED");
        slow.played().ends();
        var late = slow.played().complete("agent", task, FOLLOW, Map.of("decision", "FOUND"));
        late.refused(409, "TASK_GONE");
        assertThat(late.text("/detail")).contains("moved on");
        slow.played().complete("agent", "no-such-task", FOLLOW, Map.of()).refused(404, "TASK_UNKNOWN");
    }
}
