package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Goods on their way back: the carrier is asked and held to account, the customer waits for neither. */
class LostReturnTests extends ShopJourney {
    private static final String FIND = "Task_FindReturnParcel";

    private Returned onTheWay(String wish) {
        var back = Returned.asked(shop, wish, 59900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", back.played().number + "-R", "carrier", "SF");
        return back;
    }

    @Test
    void theCarrierIsAskedForAnOverdueParcelAndItsLossIsRefundedAtOnce() {
        var back = onTheWay("RETURN_REFUND NO_REASON_7D");
        shop.next(Troubled.TRACE, "PENDING");
        back.played().fire("Event_ParcelOverdue");
        back.played().task("agent", FIND);
        var trouble = new Troubled(shop, back.sale(), back.played());
        trouble.answers(Troubled.TRACE, "OK", Map.of("status", "LOST"));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played()
                        .calls(Troubled.TRACE)
                        .get(0)
                        .at("/payload/trackingNumber")
                        .asText())
                .isEqualTo(back.played().number + "-R");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
        assertThat(back.played().rules("liability")).containsExactly("LI-99");
        assertThat(back.played().calls(Troubled.CLAIM)).isEmpty(); // the customer's own label
    }

    @Test
    void underOurLabelTheLossIsClaimed() {
        var back = onTheWay("RETURN_REFUND SAFETY_HAZARD");
        back.played().scan(back.played().number + "-R", "LOST");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played().rules("liability")).containsExactly("LI-07");
        Await.until("claim", () -> back.played().calls(Troubled.CLAIM), c -> c.size() == 1);
        assertThat(back.played()
                        .calls(Troubled.CLAIM)
                        .get(0)
                        .at("/payload/amount")
                        .asLong())
                .isEqualTo(59900);
    }

    @Test
    void aWithdrawnParcelThatNeverComesIsNotWaitedForForEver() {
        var back = onTheWay("RETURN_REFUND NO_REASON_7D");
        back.played().fires("CUSTOMER_WITHDREW");
        back.played().fire("Event_WithdrawnParcelOverdue");
        assertThat(back.played().told("Task_TellWithdrawnParcelMissing")).contains("寄件凭证");
        assertThat(back.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void aTrackingNumberLooksLikeOne() {
        var back = onTheWay("RETURN_REFUND NO_REASON_7D");
        back.played().fire("Event_ParcelOverdue");
        for (var odd : new String[] {"不知道", "SF 1", "SF123", "SF_123456", "1".repeat(41), "<b>12345</b>"}) {
            var refused = back.played().complete("agent", FIND, Map.of("found", true, "trackingNumber", odd));
            refused.refused(422, "INVALID_INPUT");
            assertThat(refused.body().toString()).contains("NOT_A_TRACKING_NUMBER");
            assertThat(shop.as("shop")
                            .post(
                                    back.played().path() + "/events",
                                    Map.of("type", "RETURN_PARCEL_SENT", "trackingNumber", odd))
                            .status())
                    .isEqualTo(422);
            var request = Shop.request(back.sale(), "LOGISTICS", "NOT_RECEIVED", "", "在哪");
            request.put("trackingNumber", odd);
            assertThat(shop.ask("agent", request).status()).isEqualTo(422);
        }
        back.played().completes("agent", FIND, Map.of("found", true, "trackingNumber", "SF-1234567"));
    }
}
