package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** S-001: tried on, does not like it, paid two ways. Nobody in the office has to lift a finger. */
class TriedOnAndSentBackTests extends ShopJourney {
    private static final String SKU = "DJ-2201-BK-L";

    @Test
    void anUnwornCoatIsRefundedOnBothPaymentsWithoutAnAgent() {
        var sale = shop.sold(shop.sale()
                .line(SKU, 1, 59900)
                .paid("ALIPAY", 50000)
                .paid("GIFTCARD", 9900)
                .signed(3));
        shop.stock(SKU, 10);
        var request = Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "羽绒服收到了,上身有点臃肿,吊牌没拆,想七天无理由退掉");
        request.put("goodsIntact", true);
        var coat = shop.opened("shop", request);

        coat.goodsComeBack();
        coat.inspected(1, 1, "A");

        assertThat(coat.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(coat.refunds())
                .containsExactly(sale.payment(1) + " SETTLED 50000", sale.payment(2) + " SETTLED 9900");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 50000");
        assertThat(shop.gateway(sale.payment(2))).containsExactly("SETTLED 9900");
        assertThat(shop.stock(SKU)).isEqualTo("sellable 11 asOpened 0 refurbish 0 scrap 0 hold 0");
        assertThat(coat.told())
                .containsExactly(
                        "Task_TellWhereToSend",
                        "Task_TellParcelReceived",
                        "Task_TellRefundApproved",
                        "Task_TellRefundPaid",
                        "Task_TellOutcome");
        assertThat(coat.rules("return-eligibility")).containsExactly("RE-15");
        assertThat(coat.rules("refund-approval")).containsExactly("RA-06");
        assertThat(coat.show().at("/statement").asText()).contains("臃肿");
    }
}
