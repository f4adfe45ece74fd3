package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-004: shoes come back with dirty soles; the customer agrees to a deduction of 15 %. */
class ShoesWornOutsideTests extends ShopJourney {
    private static final String SKU = "RN-77-42";

    @Test
    void nothingIsPaidBeforeTheCustomerAgreedToTheDeduction() {
        var sale =
                shop.sold(shop.sale().line(SKU, 1, 39900).paid("WECHAT", 39900).signed(6));
        shop.stock(SKU, 10);
        var shoes = shop.opened("shop", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "鞋子穿了一次有点磨脚,退货可以吧"));
        shoes.goodsComeBack();
        for (int photo = 0; photo < 3; photo++) {
            shoes.photo("warehouse", "PHOTO");
        }
        shoes.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", 1, "goodsGrade_1", "B", "finding_1", "SOILED"));

        assertThat(shoes.told("Task_TellDeduction"))
                .contains("339.15")
                .contains("59.85")
                .contains("污损");
        shoes.task("agent", "Task_AgreeDeduction");
        assertThat(shoes.waits("CUSTOMER")).containsExactly("ANSWER_DEDUCTION");
        shop.later(Duration.ofHours(5));
        Await.aWhile();
        assertThat(shoes.calls("finance.refund")).isEmpty();
        shoes.fires("COUNTER_OFFER_ANSWERED", "accepted", true);

        assertThat(shoes.ends()).isEqualTo("RESOLVED_PARTIAL RETURN_REFUND");
        assertThat(shoes.waits("CUSTOMER")).isEmpty();
        assertThat(shoes.rules("return-eligibility")).containsExactly("RE-16");
        assertThat(shoes.rules("inspection-disposition")).containsExactly("ID-11");
        assertThat(shoes.refunds()).containsExactly(sale.payment(1) + " SETTLED 33915");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 33915");
        assertThat(shop.stock(SKU)).isEqualTo("sellable 10 asOpened 0 refurbish 1 scrap 0 hold 0");
        theDeductionStays(sale);
    }

    private void theDeductionStays(Sale sale) {
        var again = Shop.request(sale, "REFUND_ONLY", "AGREED_BY_BOTH", "1:1", "把扣的钱也退给我");
        again.put("requestedAmount", 5985);
        shop.ask("shop", again).refused(422, "QUANTITY_EXCEEDS_ORDER");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 33915");
    }
}
