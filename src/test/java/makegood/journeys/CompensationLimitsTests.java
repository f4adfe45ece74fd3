package makegood.journeys;

import static makegood.journeys.Compensated.APPROVE;
import static makegood.journeys.Compensated.PROPOSE;
import static makegood.journeys.Compensated.YES;
import static makegood.journeys.Compensated.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who may give how much, the month's budget, and a no. */
class CompensationLimitsTests extends ShopJourney {
    private static final Map<String, Object> REFUSE =
            Map.of("decision", "REFUSE", "refusalReason", "ALREADY_COMPENSATED", "messageToCustomer", "已补偿过");

    @Test
    void aLeadLowersTheAmountAndThenHasAskedForIt() {
        var cash = Compensated.wanted(shop);
        cash.proposes("agent", "CASH", 4000);
        cash.played()
                .complete("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT"))
                .refused(422, "INVALID_INPUT");
        cash.played()
                .complete("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 4001))
                .refused(422, "INVALID_INPUT");
        cash.played().completes("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 3000));
        assertThat(cash.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(cash.played().rules("compensation-authority")).containsExactly("CA-10", "CA-08");
        assertThat(cash.sum("compensated")).isEqualTo(3000);
    }

    @Test
    void whatIsAboveALeadGoesToTheManager() {
        var cash = Compensated.wanted(shop);
        cash.proposes("agent2", "CASH", 60000);
        var task = cash.played().task("manager", APPROVE);
        assertThat(cash.played().complete("lead", task, APPROVE, YES).status()).isEqualTo(403);
        cash.played().completes("manager", APPROVE, YES);
        assertThat(cash.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(cash.sum("compensated")).isEqualTo(60000);
        var above = Compensated.wanted(shop);
        above.proposes("agent2", "CASH", 200001);
        above.played().complete("manager", APPROVE, YES).refused(422, "BEYOND_AUTHORITY");
        above.played().completes("manager", APPROVE, REFUSE);
        above.played().awaitTold("Task_TellRefusal");
        above.played().fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(above.played().ends()).isEqualTo("REFUSED_ACCEPTED");
        assertThat(above.sum("compensated")).isZero();
    }

    @Test
    void damagesByLawNeedTheLawyersAndTheManager() {
        var damages = Compensated.wanted(shop);
        damages.proposes("agent", "STATUTORY_DAMAGES", 41700);
        damages.played().complete("manager", APPROVE, YES).refused(422, "INVALID_INPUT");
        damages.played().completes("manager", APPROVE, Map.of("decision", "APPROVE", "legalReference", "L-2026-7"));
        assertThat(damages.played().ends()).isEqualTo("RESOLVED_FULL STATUTORY_DAMAGES");
        assertThat(damages.played().rules("compensation-authority")).containsExactly("CA-02");
    }

    @Test
    void aRefusalThatNobodyContestsStandsAndOneThatIsNotConfirmedComesBack() {
        var none = Compensated.wanted(shop);
        none.played().complete("agent", PROPOSE, Map.of("decision", "REFUSE")).refused(422, "INVALID_INPUT");
        none.played().completes("agent", PROPOSE, REFUSE);
        none.played().completes("lead", "Task_ConfirmRefusal", Map.of("decision", "RETURN_TO_AGENT"));
        none.played().completes("agent2", PROPOSE, REFUSE);
        none.played().fire("Event_ContestTimePassed");
        assertThat(none.played().ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(none.played().calls("finance.issue-coupon")).isEmpty();
    }

    @Test
    void theFourthTimeInNinetyDaysALeadLooks() {
        var first = Compensated.wanted(shop);
        first.proposes("agent", "COUPON", 500);
        first.played().ends();
        for (int more = 0; more < 2; more++) {
            var next = Compensated.again(shop, first.sale(), "agent");
            next.proposes("agent", "COUPON", 500);
            next.played().ends();
        }
        var fourth = Compensated.again(shop, first.sale(), "agent");
        var task = fourth.played().task("agent", PROPOSE);
        assertThat(shop.as("agent")
                        .get("/api/v1/tasks/" + task + "/case")
                        .is(200)
                        .body()
                        .at("/proposal/compensatedBefore")
                        .asLong())
                .isEqualTo(1500);
        fourth.proposes("agent", "COUPON", 500);
        fourth.played().completes("lead", APPROVE, YES);
        fourth.played().ends();
        assertThat(fourth.played().rules("compensation-authority")).containsExactly("CA-04");
    }

    @Test
    void withdrawnBeforeItLeftNothingIsGiven() {
        var cash = Compensated.wanted(shop);
        cash.proposes("agent", "CASH", 4000);
        cash.played().task("lead", APPROVE);
        assertThat(cash.played().happens("CUSTOMER_WITHDREW")).isTrue();
        assertThat(cash.played().ends()).startsWith("WITHDRAWN");
        assertThat(cash.played().calls("finance.pay-out")).isEmpty();
    }

    @Test
    void aCouponUnderWayIsNotTakenBack() {
        shop.next("finance.issue-coupon", "PENDING");
        var coupon = Compensated.wanted(shop);
        coupon.proposes("agent", "COUPON", 1000);
        var request = Await.until("asked", () -> coupon.played().calls("finance.issue-coupon"), c -> !c.isEmpty())
                .get(0)
                .at("/requestId")
                .asText();
        assertThat(coupon.played().happens("CUSTOMER_WITHDREW")).isFalse();
        assertThat(coupon.played().timeline("WITHDRAWAL_TOO_LATE")).hasSize(1);
        shop.as("agent").post("/api/v1/sandbox/requests/" + request, Map.of("answer", "OK", "values", Map.of()));
        assertThat(coupon.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        assertThat(coupon.sum("compensated")).isEqualTo(1000);
    }

    @Test
    void nonsenseIsRefusedAndTheTaskStaysOpen() {
        var played = Compensated.wanted(shop).played();
        for (var wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("type", "SHELLS", "amount", 1, "reasonText", "x"),
                Map.of("type", "COUPON", "amount", 0, "reasonText", "x"),
                Map.of("type", "COUPON", "amount", "-5", "reasonText", "x"),
                Map.of("type", "COUPON", "amount", 1),
                Map.of("type", "COUPON", "amount", 1, "reasonText", "x", "giftSku", "MASK-1"))) {
            played.complete("agent", PROPOSE, wrong).refused(422, "INVALID_INPUT");
        }
        assertThat(played.tasks("agent", PROPOSE)).hasSize(1);
    }

    @Test
    void twoProposalsCannotBothTakeTheLastOfTheMonth() {
        budgetOfSouth(1500);
        var one = south();
        var other = south();
        var wish = proposal("COUPON", 1000);
        var both = List.of(one, other).stream()
                .map(c -> {
                    var task = c.played().task("agent-south", PROPOSE);
                    return CompletableFuture.runAsync(() -> c.played()
                            .complete("agent-south", task, PROPOSE, wish)
                            .is(204));
                })
                .toList();
        both.forEach(CompletableFuture::join);
        Await.until("one given", () -> one.played().open() ^ other.played().open(), only -> only);
        var loser = one.played().open() ? one : other;
        assertThat(loser.played().calls("finance.issue-coupon")).isEmpty();
        loser.played().completes("manager", APPROVE, YES);
        assertThat(loser.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        assertThat(loser.played().rules("compensation-authority")).endsWith("CA-03");
        whatWasFreeWhenALeadWasAskedMayBeGoneWhenTheLeadSaysYes();
        budgetOfSouth(500000);
    }

    /** After the two proposals above 2000 of the month are spent. */
    private void whatWasFreeWhenALeadWasAskedMayBeGoneWhenTheLeadSaysYes() {
        budgetOfSouth(2000 + 2500);
        var waiting = south();
        waiting.played().completes("agent-south", PROPOSE, proposal("CASH", 2000));
        waiting.played().task("lead", APPROVE);
        var faster = south();
        faster.played().completes("agent-south", PROPOSE, proposal("COUPON", 1500));
        assertThat(faster.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        waiting.played().completes("lead", APPROVE, YES);
        waiting.played().completes("manager", APPROVE, YES);
        assertThat(waiting.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(waiting.played().rules("compensation-authority")).containsExactly("CA-10", "CA-03");
    }

    private void budgetOfSouth(long budget) {
        shop.as("manager").put("/api/v1/stores/south/settings", Map.of("limits", Map.of("compensationBudget", budget)));
    }

    private Compensated south() {
        var sale = new Sale("south", shop.now())
                .line("FD-02", 1, 13900)
                .paid("WECHAT", 13900)
                .signed(3);
        shop.sold(sale);
        return Compensated.again(shop, sale, "agent-south");
    }
}
