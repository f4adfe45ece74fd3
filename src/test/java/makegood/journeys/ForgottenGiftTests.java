package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-035: primer and glue were promised and noted, and are not in the box. */
class ForgottenGiftTests extends ShopJourney {
    @Test
    void aNotedGiftIsSentAndTheWarehouseAnswersForIt() {
        var mural = Resent.sku("MURAL");
        var gift = Resent.sku("PRIMER-GLUE");
        shop.stock(gift, 9);
        var sale = shop.sale()
                .line(mural, 1, 86400, Map.of("madeToOrder", true))
                .paid("ALIPAY", 86400)
                .signed(0);
        shop.sold(sale);
        var remark = "2.8×2.1，图案已确认，周五发，送辅料一套";
        var remarks = "/api/v1/orders/north/" + sale.orderNumber + "/remarks";
        shop.as("agent2").post(remarks, Map.of("text", remark, "flag", "BLUE"));
        var before = shop.as("agent").get(remarks).is(200).body().toString();
        var missing = Resent.asked(shop, sale, "MISSING_PARTS", "1:1", Map.of());

        missing.approved("giftSku", gift, "giftValue", 2600, "fact", "REMARK_NOT_FOLLOWED");
        missing.delivered();

        assertThat(missing.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(missing.played().rules("liability")).containsExactly("LI-19");
        assertThat(missing.costs()).containsExactly("RESEND 2600 WAREHOUSE_PICK");
        assertThat(missing.sent()).containsExactly(gift + " 1");
        assertThat(shop.stock(gift)).startsWith("sellable 8 ");
        assertThat(missing.played().calls("warehouse.book-returned-goods")).isEmpty();
        assertThat(shop.as("agent").get(remarks).is(200).body().toString())
                .isEqualTo(before)
                .contains(remark);
        missing.noMoneyMoved();
    }
}
