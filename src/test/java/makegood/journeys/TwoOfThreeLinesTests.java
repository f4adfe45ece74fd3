package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-002: two of three lines go back, the third and the freight stay. */
class TwoOfThreeLinesTests extends ShopJourney {
    private static final String SHIRT = "TS-110-M";
    private static final String SOCKS = "SK-009";

    @Test
    void onlyTheLinesThatCameBackAreRefundedAndOnlyOnTheFirstPayment() {
        var sale = shop.sold(shop.sale()
                .line(SHIRT, 1, 12900)
                .line("TR-044-30", 1, 8900)
                .line(SOCKS, 1, 5900)
                .freight(1000)
                .paid("WECHAT", 20000)
                .paid("ALIPAY", 8700)
                .signed(2));
        shop.stock(SHIRT, 10);
        shop.stock(SOCKS, 10);
        var remark = Map.of("text", "退 T 恤和袜子，裤子留着", "flag", "RED");
        assertThat(shop.as("agent")
                        .post("/api/v1/orders/" + sale.store + "/" + sale.orderNumber + "/remarks", remark)
                        .status())
                .isLessThan(300);
        var wrongSizes = shop.opened(
                "agent",
                Shop.request(sale, "RETURN_REFUND", "ORDERED_BY_MISTAKE", "1:1,3:1", "帮同事买的,T恤和袜子尺码拍错了,裤子留着,这两样退"));

        wrongSizes.goodsComeBack();
        wrongSizes.inspected(1, 1, "A", 3, 1, "B");

        assertThat(wrongSizes.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(wrongSizes.rules("freight-payer")).containsOnly("FP-10");
        assertThat(wrongSizes.refunds()).containsExactly(sale.payment(1) + " SETTLED 18800");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 18800");
        assertThat(shop.gateway(sale.payment(2))).isEmpty();
        assertThat(wrongSizes.show().at("/money/refunded/amount").asLong()).isEqualTo(18800);
        assertThat(shop.stock(SHIRT)).isEqualTo("sellable 11 asOpened 0 refurbish 0 scrap 0 hold 0");
        assertThat(shop.stock(SOCKS)).isEqualTo("sellable 10 asOpened 1 refurbish 0 scrap 0 hold 0");
    }

    @Test
    void theLineThatStaysIsNoPartOfTheCase() {
        var sale = shop.sold(shop.sale()
                .line(SHIRT, 1, 12900)
                .line("TR-044-30", 1, 8900)
                .paid("WECHAT", 21800)
                .signed(2));
        var first = shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "ORDERED_BY_MISTAKE", "1:1", "拍错了"));
        assertThat(first.show().at("/lines")).hasSize(1);

        var second = shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "ORDERED_BY_MISTAKE", "2:1", "裤子也退"));

        assertThat(second.number).isNotEqualTo(first.number);
        assertThat(first.open()).isTrue();
    }
}
