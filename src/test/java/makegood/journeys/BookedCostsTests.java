package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import makegood.cases.Cases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that a case costs is booked once, and corrected by counter-entries. */
class BookedCostsTests extends ShopJourney {
    @Autowired
    private Cases cases;

    private void takenBack(Returned back) {
        var number = back.played().refundRows().get(0).at("/refundNumber").asText();
        shop.as("agent")
                .post("/api/v1/sandbox/gateway/refunds/" + number, Map.of("state", "REVERSED"))
                .is(200);
        back.played().task("finance", "Task_HandleReversedRefund");
    }

    private Returned refunded(long paid) {
        var back = Returned.arrived(shop, paid);
        back.played().inspected(1, 1, "A");
        back.played().ends();
        return back;
    }

    @Test
    void aRefundThatCameBackIsTakenBackAndBookedAgainWhenItIsPaidAgain() {
        var back = refunded(59900);
        takenBack(back);
        assertThat(back.played().costs())
                .containsExactlyInAnyOrder("REFUND 59900 NO_REASON_7D CUSTOMER", "REFUND -59900 NO_REASON_7D CUSTOMER");
        back.played().completes("finance", "Task_HandleReversedRefund", Map.of("decision", "PAY_AGAIN"));
        back.played()
                .completes(
                        "finance",
                        "Task_PayOutAnotherWay",
                        Map.of("payOutMethod", "ALIPAY", "accountName", "测试客户", "accountNumber", "13000000001"));
        back.played().completes("lead", "Task_ConfirmPayOut", Map.of("decision", "CONFIRM"));
        Await.until("paid again", () -> back.played().refunds(), r -> r.contains(back.payment() + " PAID_OUT 59900"));
        assertThat(back.played().costs())
                .hasSize(3)
                .filteredOn("REFUND 59900 NO_REASON_7D CUSTOMER"::equals)
                .hasSize(2);
    }

    @Test
    void aRefundThatCameBackAndIsClosedCostsNothing() {
        var back = refunded(59900);
        takenBack(back);
        back.played()
                .completes(
                        "finance",
                        "Task_HandleReversedRefund",
                        Map.of("decision", "CLOSE_WITH_REASON", "reasonCode", "CUSTOMER_PAID_ELSEWHERE"));
        assertThat(back.played().costs()).hasSize(2);
    }

    @Test
    void aFaultFoundLaterMovesTheBookings() {
        var back = refunded(20000);
        cases.fault(back.played().number, "DAMAGED", "PACKAGING");
        assertThat(back.played().costs())
                .containsExactlyInAnyOrder(
                        "REFUND 20000 NO_REASON_7D CUSTOMER",
                        "REFUND -20000 NO_REASON_7D CUSTOMER",
                        "REFUND 20000 DAMAGED PACKAGING");
        var shown =
                shop.as("manager").get(back.played().path() + "/costs").is(200).body();
        assertThat(shown.at("/items").findValuesAsText("corrects")).containsOnlyOnce("true");
    }

    @Test
    void scrappedGoodsAndOurLabelCostTheShop() {
        shop.next("warehouse.authorise-return", "PENDING");
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 20000, true);
        var request = Await.until("asked", () -> back.played().calls("warehouse.authorise-return"), c -> !c.isEmpty())
                .get(0)
                .at("/requestId")
                .asText();
        shop.as("agent")
                .post(
                        "/api/v1/sandbox/requests/" + request,
                        Map.of("answer", "OK", "values", Map.of("labelCost", 1200)))
                .is(200);
        back.played().goodsComeBack();
        back.found(1, "D", "DEFECT_CONFIRMED");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played().costs())
                .containsExactlyInAnyOrder(
                        "RETURN_FREIGHT 1200 QUALITY_DEFECT PRODUCT",
                        "WRITE_OFF 20000 QUALITY_DEFECT PRODUCT",
                        "REFUND 20000 QUALITY_DEFECT PRODUCT");
    }
}
