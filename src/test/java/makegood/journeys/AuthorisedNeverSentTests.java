package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S-007: the return is agreed, and the customer never sends anything. */
class AuthorisedNeverSentTests extends ShopJourney {
    private static final String SKU = "SD-15-38";

    @Test
    void twoRemindersAndOneClosingMessageEndAReturnThatIsNeverSent() {
        var sale =
                shop.sold(shop.sale().line(SKU, 1, 11900).paid("WECHAT", 11900).signed(1));
        shop.stock(SKU, 10);
        var sandals = shop.opened("shop", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "先帮我申请退货吧,有空再寄"));
        sandals.awaitTold("Task_TellWhereToSend");
        sandals.await("waits for the parcel", c -> sandals.waits("CUSTOMER").contains("SEND_BACK"));

        shop.later(Duration.ofDays(3).plusMinutes(1));
        sandals.awaitTold("Task_RemindCustomer");
        shop.later(Duration.ofDays(3));
        Await.until("the second reminder", sandals::told, told -> told.size() == 3);
        assertThat(sandals.open()).isTrue();
        shop.later(Duration.ofDays(1));

        assertThat(sandals.ends()).isEqualTo("NOT_RETURNED");
        assertThat(sandals.told())
                .containsExactly(
                        "Task_TellWhereToSend", "Task_RemindCustomer", "Task_RemindCustomer", "Task_TellOutcome");
        assertThat(sandals.told("Task_TellOutcome")).contains("重新发起申请");
        assertThat(sandals.calls("warehouse.revoke-return")).hasSize(1);
        assertThat(sandals.calls("warehouse.book-returned-goods")).isEmpty();
        assertThat(sandals.refunds()).isEmpty();
        assertThat(shop.gateway(sale.payment(1))).isEmpty();
        aParcelAfterwardsRefundsNothing(sandals, sale);
    }

    private void aParcelAfterwardsRefundsNothing(PlayedCase sandals, Sale sale) {
        assertThat(sandals.happens("RETURN_PARCEL_SENT", "trackingNumber", sandals.number + "-R", "carrier", "SF"))
                .isFalse();
        sandals.scan(sandals.number + "-R", "DELIVERED");
        Await.aWhile();
        assertThat(sandals.open()).isFalse();
        assertThat(sandals.refunds()).isEmpty();
        assertThat(shop.gateway(sale.payment(1))).isEmpty();
        assertThat(shop.stock(SKU)).isEqualTo("sellable 10 asOpened 0 refurbish 0 scrap 0 hold 0");
    }
}
