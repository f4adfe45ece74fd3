package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** S-008: the parcel was signed for, and there is nothing in it. */
class EmptyParcelCameBackTests extends ShopJourney {
    private static final String SKU = "CAM-X2";

    @Test
    void anEmptyParcelIsRefusedByALeadOnlyAndNothingIsPaid() {
        var sale = shop.sold(
                shop.sale().line(SKU, 1, 129900).paid("ALIPAY", 129900).signed(6));
        shop.stock(SKU, 10);
        var camera = shop.opened(
                "shop", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "货已经寄回,快递也签收了,什么时候退1299"));
        camera.goodsComeBack();
        camera.task("warehouse", "Task_InspectReturnedGoods");
        assertThat(camera.calls("finance.refund")).isEmpty();
        camera.photo("warehouse", "PHOTO");
        camera.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of(
                        "receivedQuantity_1",
                        0,
                        "goodsGrade_1",
                        "D",
                        "finding_1",
                        "EMPTY_PARCEL",
                        "inspectionNote",
                        "开箱录像：空盒"));

        camera.task("lead", "Task_DecideFinding");
        assertThat(camera.rules("inspection-disposition")).containsExactly("ID-18");
        camera.completes(
                "lead",
                "Task_DecideFinding",
                Map.of("decision", "ASK_EVIDENCE", "messageToCustomer", "回程重量 96 g，商品重 1450 g"));
        assertThat(camera.told("Task_AskForEvidence")).contains("96 g");
        camera.fire("Event_EvidenceReminderDue");
        camera.awaitTold("Task_RemindOfEvidence");
        camera.fire("Event_EvidenceTimePassed");
        camera.completes(
                "lead",
                "Task_DecideFinding",
                Map.of(
                        "decision",
                        "REFUSE",
                        "refusalReason",
                        "RETURN_INCOMPLETE",
                        "messageToCustomer",
                        "回程重量 96 g，商品重 1450 g"));
        assertThat(camera.told("Task_TellRefusal")).contains("96 g");
        assertThat(camera.open()).isTrue();
        camera.fire("Event_ContestTimePassed");

        assertThat(camera.ends()).isEqualTo("REFUSED_CONTESTED");
        assertThat(camera.calls("finance.refund")).isEmpty();
        assertThat(shop.gateway(sale.payment(1))).isEmpty();
        assertThat(shop.stock(SKU)).isEqualTo("sellable 10 asOpened 0 refurbish 0 scrap 0 hold 0");
        assertThat(camera.evidence()).hasSize(1);
    }

    /** RA-07: who has sent back two empty parcels is asked about by a lead, however small the sum; nobody is refused by it. */
    @Test
    void afterTwoEmptyParcelsALeadApprovesTheNextRefund() {
        var customer =
                Map.of("reference", "C-EMPTY-" + UUID.randomUUID().toString().substring(0, 8), "name", "测试客户");
        for (int parcel = 1; parcel <= 2; parcel++) {
            var sale = bought(customer, 20000);
            var empty = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", sale, true, Map.of());
            empty.played().goodsComeBack();
            empty.played().photo("warehouse", "PHOTO");
            empty.found(0, "D", "EMPTY_PARCEL");
            empty.played().task("lead", "Task_DecideFinding");
        }
        var third = Returned.asked(shop, "REFUND_ONLY MISSING_GOODS", bought(customer, 900), true, Map.of());
        var approve = Map.<String, Object>of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 900);
        third.played().completes("agent2", "Task_ReviewRefundRequest", approve);
        third.played().task("lead", "Task_ApproveRefund");
        assertThat(third.played().rules("customer-risk")).containsExactly("CR-03");
        assertThat(third.played().rules("refund-approval")).containsExactly("RA-07");
        third.played().completes("lead", "Task_ApproveRefund", Map.of("decision", "APPROVE"));
        assertThat(third.played().ends()).isEqualTo("RESOLVED_FULL REFUND_NO_RETURN");
        assertThat(third.refunded()).isEqualTo(900);
    }

    private Sale bought(Map<String, String> customer, long paid) {
        return shop.sale()
                .with("customer", customer)
                .line("CAM-BAG", 1, paid)
                .paid("ALIPAY", paid)
                .signed(3);
    }
}
