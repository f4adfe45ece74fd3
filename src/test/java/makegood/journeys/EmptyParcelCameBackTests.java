package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
}
