package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Goods come back as people pack them: two cases in one parcel, one case in two. */
class SeveralParcelsTests extends ShopJourney {
    private static final String INSPECT = "Task_InspectReturnedGoods";

    @Test
    void oneParcelServesTwoCasesAndEachCountsItsOwnLines() {
        var sale = shop.sold(shop.sale()
                .line("DJ-1", 1, 20000)
                .line("DJ-2", 2, 30000)
                .paid("ALIPAY", 50000)
                .signed(3));
        var first = shop.opened("agent", asked(sale, "1:1"));
        var second = shop.opened("agent", asked(sale, "2:2"));
        var tracking = sale.orderNumber + "-R";
        for (var played : new PlayedCase[] {first, second}) {
            played.awaitTold("Task_TellWhereToSend");
            played.happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF");
        }
        first.scan(tracking, "DELIVERED");
        first.inspected(1, 1, "A");
        second.complete(
                        "warehouse",
                        INSPECT,
                        Map.of("receivedQuantity_1", 1, "goodsGrade_1", "A", "finding_1", "AS_ANNOUNCED"))
                .refused(422, "INVALID_INPUT");
        second.inspected(2, 2, "A");
        assertThat(first.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(second.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(first.refunds()).containsExactly(sale.payment(1) + " SETTLED 20000");
        assertThat(second.refunds()).containsExactly(sale.payment(1) + " SETTLED 30000");
    }

    private static Map<String, Object> asked(Sale sale, String lines) {
        var request = Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", lines, "不合适");
        request.put("goodsIntact", true);
        return request;
    }

    /** Three pieces of one line and one of another, sent in two parcels. */
    private Returned sentInTwo() {
        var sale = shop.sale()
                .line("DJ-1", 3, 30000)
                .line("DJ-2", 1, 20000)
                .paid("ALIPAY", 50000)
                .signed(3);
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", sale, true, Map.of());
        back.played().awaitTold("Task_TellWhereToSend");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", number(back, "A"), "carrier", "SF");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", number(back, "B"), "carrier", "SF");
        back.played().scan(number(back, "A"), "DELIVERED");
        return back;
    }

    private static String number(Returned back, String which) {
        return back.played().number + "-" + which;
    }

    private static Map<String, Object> two(String finding) {
        return Map.of("receivedQuantity_1", 2, "goodsGrade_1", "A", "finding_1", finding, "receivedQuantity_2", 0);
    }

    @Test
    void theSecondParcelIsWaitedForAndWhatCameIsAddedUp() {
        var back = sentInTwo();
        back.played().completes("warehouse", INSPECT, two("AS_ANNOUNCED"));
        Await.aWhile();
        assertThat(back.played().tasks("warehouse", INSPECT)).isEmpty();
        assertThat(shop.gateway(back.payment())).isEmpty();
        back.played().scan(number(back, "B"), "DELIVERED");
        back.played().complete("warehouse", INSPECT, two("AS_ANNOUNCED")).refused(422, "INVALID_INPUT");
        back.played().inspected(1, 1, "B", 2, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(50000);
        assertThat(shop.order(back.sale()).at("/lines/0/returnedQuantity").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatTheCarrierLostOfItIsRefundedWithTheRest() {
        var back = sentInTwo();
        back.played().completes("warehouse", INSPECT, two("AS_ANNOUNCED"));
        back.played().scan(number(back, "B"), "LOST");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(50000);
        assertThat(back.played().timeline("PARCEL_LOST")).hasSize(1);
        assertThat(back.played()
                        .calls("warehouse.book-returned-goods")
                        .get(0)
                        .at("/payload/lines")
                        .toString())
                .contains("DJ-1")
                .doesNotContain("DJ-2");
    }

    @Test
    void theLostPartIsClaimedUnderOurLabelAndNoMoreThanThat() {
        var sale = shop.sale()
                .line("DJ-1", 3, 30000)
                .line("DJ-2", 1, 20000)
                .paid("ALIPAY", 50000)
                .signed(3);
        var back = Returned.asked(shop, "RETURN_REFUND SAFETY_HAZARD", sale, true, Map.of());
        back.played().awaitTold("Task_TellWhereToSend");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", number(back, "A"), "carrier", "SF");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", number(back, "B"), "carrier", "SF");
        back.played().scan(number(back, "A"), "DELIVERED");
        back.played().completes("warehouse", INSPECT, two("HAZARD"));
        back.played().scan(number(back, "B"), "LOST");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(50000);
        Await.until("claim", () -> back.played().calls(Troubled.CLAIM), c -> c.size() == 1);
        var claim = back.played().calls(Troubled.CLAIM).get(0).at("/payload");
        assertThat(claim.at("/amount").asLong()).isEqualTo(10000 + 20000);
        assertThat(claim.at("/trackingNumber").asText()).isEqualTo(number(back, "B"));
        assertThat(back.played().rules("liability")).containsExactly("LI-07");
    }

    @Test
    void aSecondParcelThatNeverComesIsGivenUpAfterItsLimit() {
        var back = sentInTwo();
        back.played().completes("warehouse", INSPECT, two("AS_ANNOUNCED"));
        back.played().fire("Event_ParcelOverdue");
        back.played().completes("agent", "Task_FindReturnParcel", Map.of("found", false));
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(50000);
    }

    @Test
    void oneOfTwoIsLostWhileTheOtherIsStillOnItsWay() {
        var sale = shop.sale()
                .line("DJ-1", 1, 30000)
                .line("DJ-2", 1, 20000)
                .paid("ALIPAY", 50000)
                .signed(3);
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", sale, true, Map.of());
        back.played().awaitTold("Task_TellWhereToSend");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", number(back, "A"), "carrier", "SF");
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", number(back, "B"), "carrier", "SF");
        back.played().scan(number(back, "A"), "LOST");
        Await.aWhile();
        assertThat(back.played().open()).isTrue();
        back.played().scan(number(back, "B"), "DELIVERED");
        back.played()
                .completes(
                        "warehouse",
                        INSPECT,
                        Map.of(
                                "receivedQuantity_1",
                                1,
                                "goodsGrade_1",
                                "C",
                                "finding_1",
                                "SOILED",
                                "receivedQuantity_2",
                                0));
        back.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "ACCEPTED"));
        assertThat(back.played().ends()).startsWith("RESOLVED_PARTIAL");
        assertThat(back.refunded()).isBetween(20001L, 49999L);
    }

    @Test
    void everythingInTheFirstParcelWaitsForNoOther() {
        var back = sentInTwo();
        back.played().inspected(1, 3, "A", 2, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunded()).isEqualTo(50000);
    }
}
