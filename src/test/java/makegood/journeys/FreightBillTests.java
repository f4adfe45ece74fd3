package makegood.journeys;

import static makegood.journeys.Compensated.PROPOSE;
import static makegood.journeys.Compensated.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The customer has paid for a way back that is ours: the bill is paid once, up to the shop's limit. */
class FreightBillTests extends ShopJourney {
    /** A shirt with a fault has come back, on the customer's own label. */
    private PlayedCase returned(Sale sale) {
        shop.next("warehouse.authorise-return", "PENDING");
        var request = Shop.request(sale, "RETURN_REFUND", "QUALITY_DEFECT", "1:1", "开线了");
        request.put("goodsIntact", true);
        var back = shop.opened("agent", request);
        var call = Await.until("asked", () -> back.calls("warehouse.authorise-return"), c -> !c.isEmpty());
        Await.until(
                "authorised",
                () -> shop.as("agent")
                        .post(
                                "/api/v1/sandbox/requests/"
                                        + call.get(0).at("/requestId").asText(),
                                Map.of(
                                        "answer",
                                        "OK",
                                        "values",
                                        Map.of("rma", "RMA-" + back.number, "labelNumber", ""))),
                r -> r.status() < 300);
        back.goodsComeBack();
        back.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", 1, "goodsGrade_1", "B", "finding_1", "DEFECT_CONFIRMED"));
        back.ends();
        return back;
    }

    private Sale shirt() {
        return shop.sold(
                shop.sale().line("SH-1", 2, 20000).paid("ALIPAY", 20000).signed(2));
    }

    private Compensated asks(Sale sale) {
        return Compensated.again(shop, sale, "agent");
    }

    private static String why(Reply refused) {
        return refused.refused(422, "INVALID_INPUT").body().toString();
    }

    @Test
    void theBillIsPaidOnceWithItsPaper() {
        var sale = shirt();
        var back = returned(sale);
        var bill = asks(sale);
        var fields = proposal("FREIGHT_BILL", 1800);
        assertThat(why(bill.played().complete("agent", PROPOSE, fields))).contains("BILL_MISSING");
        bill.played().photo("agent", "PAYMENT_RECORD");
        assertThat(why(bill.played().complete("agent", PROPOSE, proposal("FREIGHT_BILL", 2501))))
                .contains("OUT_OF_RANGE");
        var more = proposal("FREIGHT_BILL", 1800);
        more.put("type_2", "COUPON");
        more.put("amount_2", 500);
        assertThat(why(bill.played().complete("agent", PROPOSE, more))).contains("NOT_TOGETHER");
        shop.next("finance.pay-out", "LOSE_ANSWER");
        bill.played().completes("agent", PROPOSE, fields);
        assertThat(bill.played().ends()).startsWith("RESOLVED_FULL");
        assertThat(bill.played().rules("compensation-authority")).containsExactly("CA-11");
        assertThat(bill.done("finance.pay-out")).isEqualTo(1);
        assertThat(bill.sum("compensated")).isZero();
        assertThat(bill.played().costs()).containsExactly("RETURN_FREIGHT 1800 " + causeOf(back));

        var again = asks(sale);
        again.played().photo("agent", "PAYMENT_RECORD");
        assertThat(why(again.played().complete("agent", PROPOSE, fields))).contains("ALREADY_PAID");
    }

    private static String causeOf(PlayedCase back) {
        return back.costs().stream()
                .filter(c -> c.startsWith("REFUND "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("REFUND \\d+ ", "");
    }

    @Test
    void aWayBackThatIsTheCustomersOrHadOurLabelIsNotPaid() {
        var none = asks(shirt());
        none.played().photo("agent", "PAYMENT_RECORD");
        assertThat(why(none.played().complete("agent", PROPOSE, proposal("FREIGHT_BILL", 1000))))
                .contains("FREIGHT_NOT_OURS");
        var sale = shirt();
        var back = Shop.request(sale, "RETURN_REFUND", "SAFETY_HAZARD", "1:1", "漏电");
        var labelled = shop.opened("agent", back);
        labelled.goodsComeBack();
        labelled.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", 1, "goodsGrade_1", "B", "finding_1", "HAZARD"));
        labelled.ends();
        var bill = asks(sale);
        bill.played().photo("agent", "PAYMENT_RECORD");
        assertThat(why(bill.played().complete("agent", PROPOSE, proposal("FREIGHT_BILL", 1000))))
                .contains("LABEL_GIVEN");
    }
}
