package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-017: the gateway pays, and its answer gets lost. */
class GatewayAnswerLostTests extends ShopJourney {
    @Test
    void aLostAnswerIsAskedForAndNothingIsPaidTwice() {
        var sale = shop.sold(
                shop.sale().line("KB-87", 1, 24900).paid("UNIONPAY", 24900).signed(5));
        shop.stock("KB-87", 10);
        var keyboard = shop.opened("shop", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "键盘已退回签收,请尽快退款"));
        keyboard.goodsComeBack();
        shop.next("finance.refund", "LOSE_ANSWER");
        keyboard.inspected(1, 1, "A");
        Await.until("money at the gateway", () -> shop.gateway(sale.payment(1)), r -> r.contains("SETTLED 24900"));
        keyboard.await(
                "the answer is lost", c -> !keyboard.timeline("REFUND_UNKNOWN").isEmpty());
        assertThat(keyboard.open()).isTrue();

        keyboard.fire("Event_AskGatewayDue");

        assertThat(keyboard.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        theWebhookComesThreeTimes(keyboard);
        assertThat(keyboard.refunds()).containsExactly(sale.payment(1) + " SETTLED 24900");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 24900");
        assertThat(keyboard.calls("finance.refund"))
                .extracting(c -> c.at("/idempotencyKey").asText())
                .containsOnly(keyboard.refundRows().get(0).at("/refundNumber").asText());
        assertThat(keyboard.calls("finance.query-refund")).hasSize(1);
        assertThat(keyboard.timeline("REFUND_UNKNOWN")).hasSize(1);
        assertThat(keyboard.timeline("REFUND_SETTLED")).hasSize(1);
        assertThat(keyboard.told()).containsOnlyOnce("Task_TellRefundPaid");
        assertThat(keyboard.show().at("/money/refunded/amount").asLong()).isEqualTo(24900);
    }

    private void theWebhookComesThreeTimes(PlayedCase keyboard) {
        var refund = keyboard.refundRows().get(0).at("/refundNumber").asText();
        for (int time = 0; time < 3; time++) {
            shop.as("agent")
                    .post("/api/v1/sandbox/gateway/refunds/" + refund, Map.of("state", "SETTLED"))
                    .is(200);
        }
    }
}
