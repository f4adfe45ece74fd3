package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parcels that nobody took in: cash on delivery or paid before, back at the warehouse, lost, or wanted after all. */
class RefusedParcelTests extends ShopJourney {
    private static final String CALL = "Task_CallRefusingCustomer";
    private static final String INSPECT = "Task_InspectRefusedParcel";

    private Troubled cashOnDelivery() {
        shop.stock("RUG-2", 3);
        var sale = shop.sold(
                shop.sale().line("RUG-2", 1, 15900).with("codDue", 17400).onTheWay(Duration.ofDays(3)));
        return Troubled.opened(shop, sale, "REFUSED");
    }

    private Troubled prepaid() {
        var sale = shop.sold(shop.sale()
                .line("RUG-3", 1, 15900)
                .freight(1000)
                .paid("ALIPAY", 16900)
                .onTheWay(Duration.ofDays(3)));
        return Troubled.opened(shop, sale, "REFUSED");
    }

    @Test
    void aRefusedCashOrderIsCancelledAndBothWaysAreBookedToWhoDidNotExplain() {
        var rug = cashOnDelivery();
        var played = rug.played();
        played.complete("agent", CALL, Map.of("fact", "NO_FAULT_FOUND")).refused(422, "INVALID_INPUT");
        played.completes("agent", CALL, Map.of("fact", "NOT_CONFIRMED_BEFORE_SHIPPING", "wantsIt", false));
        assertThat(played.happens("CUSTOMER_WITHDREW")).isFalse();
        rug.scan("IN_TRANSIT");
        rug.scan("RETURNED_TO_SENDER");
        played.complete("warehouse", INSPECT, Map.of("receivedQuantity_1", 2, "goodsGrade_1", "A"))
                .refused(422, "INVALID_INPUT");
        played.complete("warehouse", INSPECT, Map.of("receivedQuantity_1", 1)).refused(422, "INVALID_INPUT");
        played.completes(
                "warehouse", INSPECT, Map.of("receivedQuantity_1", 1, "goodsGrade_1", "A", "returnFreight", 1200));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL CANCEL_ORDER");
        assertThat(played.rules("liability")).containsExactly("LI-15");
        assertThat(rug.costs()).containsExactlyInAnyOrder("OUTBOUND_FREIGHT 1500 AGENT", "RETURN_FREIGHT 1200 AGENT");
        assertThat(shop.stock("RUG-2")).startsWith("sellable 4");
        assertThat(played.refunds()).isEmpty();
    }

    @Test
    void aPaidParcelRefusedWithoutFaultIsRefundedWithoutItsFreightWhenItIsBack() {
        var rug = prepaid();
        rug.played().completes("agent", CALL, Map.of("fact", "NO_FAULT_FOUND", "wantsIt", false));
        rug.scan("DELIVERED");
        rug.played().completes("warehouse", INSPECT, Map.of("receivedQuantity_1", 1, "goodsGrade_1", "B"));
        assertThat(rug.played().ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");
        assertThat(rug.gateway()).containsExactly("SETTLED 15900");
        assertThat(rug.played().rules("refund-approval")).containsExactly("RA-06");
    }

    @Test
    void aPaidParcelThatIsLostOnItsWayBackIsRefundedAndClaimed() {
        var rug = prepaid();
        rug.played().completes("agent", CALL, Map.of("fact", "NONE", "wantsIt", false));
        rug.scan("LOST");
        assertThat(rug.played().ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");
        assertThat(rug.played().rules("liability")).containsExactly("LI-99", "LI-07");
        assertThat(rug.gateway()).containsExactly("SETTLED 16900");
        assertThat(rug.played().calls(Troubled.CLAIM)).hasSize(1);
        rug.played().fire("Event_ClaimOverdue");
        rug.played()
                .complete("lead", "Task_ComplainToPostalAuthority", Map.of())
                .refused(422, "INVALID_INPUT");
        rug.played().completes("lead", "Task_ComplainToPostalAuthority", Map.of("complaintReference", "YZ-1"));
        rug.answers(Troubled.CLAIM, "OK", Map.of("state", "PAID", "amount", 0));
        Await.until("end of the claim", () -> rug.played().timeline("CLAIM"), t -> t.size() == 3);
    }

    @Test
    void aParcelThatIsNotBackInTimeIsLookedFor() {
        var gone = prepaid();
        gone.played().completes("agent", CALL, Map.of("fact", "NO_FAULT_FOUND", "wantsIt", false));
        gone.played().fire("Event_ParcelBackOverdue");
        gone.played().complete("agent", "Task_FindReturningParcel", Map.of()).refused(422, "INVALID_INPUT");
        gone.played().completes("agent", "Task_FindReturningParcel", Map.of("found", false));
        assertThat(gone.played().ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");

        var found = cashOnDelivery();
        found.played().completes("agent", CALL, Map.of("fact", "NO_FAULT_FOUND", "wantsIt", false));
        found.played().fire("Event_ParcelBackOverdue");
        found.played().task("agent", "Task_FindReturningParcel");
        found.scan("IN_TRANSIT");
        found.played().fire("Event_ParcelBackOverdue");
        found.played().completes("agent", "Task_FindReturningParcel", Map.of("found", true));
        found.played().completes("warehouse", INSPECT, Map.of("receivedQuantity_1", 0, "outboundFreight", 0));
        assertThat(found.played().ends()).isEqualTo("RESOLVED_FULL CANCEL_ORDER");
        assertThat(found.costs()).containsExactly("RETURN_FREIGHT 1500 CUSTOMER");
    }

    @Test
    void aRefusedParcelThatIsWantedAfterAllIsFollowedToItsEnd() {
        var rug = cashOnDelivery();
        rug.played().completes("agent", CALL, Map.of("fact", "NO_FAULT_FOUND", "wantsIt", true));
        rug.played().task("agent", Troubled.FOLLOW);
        rug.scan("DELIVERED");
        assertThat(rug.played().ends()).isEqualTo("SELF_RESOLVED WAIT_AND_WATCH");
    }

    @Test
    void aParcelRefusedWhileItIsFollowedIsARefusedParcel() {
        var sale = Troubled.onTheWay(shop, "RUG-4", 300000, Duration.ofDays(4), Duration.ofHours(60));
        var rug = Troubled.reported(shop, "agent", sale, "NOT_RECEIVED");
        rug.played().task("agent", Troubled.FOLLOW);
        rug.scan("REFUSED");
        rug.played().completes("agent", CALL, Map.of("fact", "NO_FAULT_FOUND", "wantsIt", false));
        rug.scan("RETURNED_TO_SENDER");
        rug.played().completes("warehouse", INSPECT, Map.of("receivedQuantity_1", 1, "goodsGrade_1", "D"));
        rug.played()
                .completes(
                        "finance",
                        "Task_ApproveRefund",
                        Map.of("decision", "REFUSE", "refusalReason", "RESALE_IMPAIRED"));
        rug.decides("agent", "remedy", "APOLOGY", "agreed", true);
        assertThat(rug.played().ends()).isEqualTo("RESOLVED_OTHER APOLOGY");
    }
}
