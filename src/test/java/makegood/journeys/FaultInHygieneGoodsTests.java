package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-010: one of three briefs is unravelling; it is refunded without the goods, and the confirmed exception is no bar. */
class FaultInHygieneGoodsTests extends ShopJourney {
    private static final String REVIEW = "Task_ReviewRefundRequest";

    private Sale briefs() {
        return shop.sold(shop.sale()
                .line(
                        "UW-3PK",
                        3,
                        8700,
                        Map.of(
                                "hygiene",
                                true,
                                "exceptionConfirmedAt",
                                shop.now().minus(java.time.Duration.ofDays(30)).toString()))
                .paid("ALIPAY", 8700)
                .signed(8));
    }

    @Test
    void aJuniorRefundsTheFaultyPieceAndTheCustomerKeepsTheGoods() {
        shop.hire("xiaoyu", "JUNIOR");
        var sale = briefs();
        var pack = shop.opened(
                "shop", Shop.request(sale, "REFUND_ONLY", "QUALITY_DEFECT", "1:1", "三条装内裤有一条裆部脱线了,其他两条洗过穿了"));
        pack.photo("shop", "PHOTO");
        pack.completes("xiaoyu", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));

        assertThat(pack.ends()).isEqualTo("RESOLVED_PARTIAL REFUND_NO_RETURN");
        assertThat(pack.rules("triage")).containsExactly("TR-17");
        assertThat(pack.rules("refund-approval")).containsExactly("RA-08");
        assertThat(pack.refunds()).containsExactly(sale.payment(1) + " SETTLED 2900");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 2900");
        assertThat(pack.calls("warehouse.authorise-return")).isEmpty();
        assertThat(pack.told("Task_TellRefundPaid")).contains("29.00").contains("无需寄回");
        assertThat(pack.costs()).containsExactly("REFUND 2900 QUALITY_DEFECT PRODUCT");
    }

    @Test
    void aPartOfWhatWasAskedForIsResolvedInPart() {
        var sale = briefs();
        var pack = shop.opened("agent", Shop.request(sale, "REFUND_ONLY", "QUALITY_DEFECT", "", "有一条脱线"));
        pack.completes(
                "agent", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 2900));
        assertThat(pack.ends()).isEqualTo("RESOLVED_PARTIAL REFUND_NO_RETURN");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 2900");
    }

    @Test
    void everythingPaidForTheLineIsResolvedInFull() {
        var sale = briefs();
        var pack = shop.opened("agent", Shop.request(sale, "REFUND_ONLY", "QUALITY_DEFECT", "1:3", "三条都脱线"));
        pack.completes("agent", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        assertThat(pack.ends()).isEqualTo("RESOLVED_FULL REFUND_NO_RETURN");
    }
}
