package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-011 to S-015 and S-023: exchanges as shops live them. */
class ExchangeStoriesTests extends ShopJourney {
    private void shelves(int pieces, String... skus) {
        for (var sku : skus) {
            shop.stock(sku, pieces);
        }
    }

    private static Map<String, Object> vip(String reference) {
        return Map.of("reference", reference, "name", "测试客户", "phone", "13000000001", "tier", "VIP");
    }

    /** S-011 */
    @Test
    void oneSizeUpCostsNothingAndLeavesAfterTheOldPairIsSeen() {
        shop.stock("RN-80-41", 10);
        shop.stock("RN-80-42", 4);
        var shoes = Swap.asked(
                shop,
                shop.sale().line("RN-80-41", 1, 32900).paid("WECHAT", 32900).signed(3),
                "SIZE_TOO_SMALL",
                "RN-80-42");
        assertThat(shoes.played().told("Task_TellWhereToSend")).contains("RN-80-42");
        assertThat(shoes.stock("RN-80-42")).startsWith("sellable 3 ");
        shoes.played().goodsComeBack();
        shoes.played().task("warehouse", "Task_InspectReturnedGoods");
        assertThat(shoes.played().calls("warehouse.ship")).isEmpty();
        shoes.played().inspected(1, 1, "A");
        shoes.arrives();

        assertThat(shoes.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(shoes.played().rules("exchange-order")).containsExactly("EO-99");
        assertThat(shoes.played().rules("freight-payer")).containsExactly("FP-10");
        assertThat(shoes.stock("RN-80-41")).startsWith("sellable 11 ");
        assertThat(shoes.stock("RN-80-42")).startsWith("sellable 3 ");
        assertThat(shoes.played().told())
                .containsExactly(
                        "Task_TellWhereToSend", "Task_TellParcelReceived", "Task_TellShipped", "Task_TellOutcome");
        assertThat(shoes.played().refunds()).isEmpty();
        assertThat(shoes.played().calls("warehouse.release-stock")).isEmpty();
        assertThat(shoes.played().calls("warehouse.reserve-stock")).hasSize(1);
        assertThat(shoes.played()
                        .calls("warehouse.ship")
                        .get(0)
                        .at("/payload/reservation")
                        .asText())
                .startsWith("RS");
    }

    /** S-012 */
    @Test
    void theDearerOneWaitsForTheDifference() {
        shelves(5, "JK-120-M", "JK-121-M");
        shop.priced("JK-121-M", 19900);
        var jacket = Swap.asked(
                shop,
                shop.sale().line("JK-120-M", 1, 15900).paid("WECHAT", 15900).signed(2),
                "STYLE_COLOUR_DISLIKED",
                "JK-121-M");
        assertThat(jacket.played().told("Task_TellPayLink")).contains("40.00");
        Await.until("waits for the payment", () -> jacket.played().waits("CUSTOMER"), w -> w.contains("PAY"));
        jacket.played().fire("Event_DifferenceReminderDue");
        jacket.played().awaitTold("Task_RemindToPay");
        assertThat(jacket.played().calls("warehouse.authorise-return")).isEmpty();
        jacket.answers("OK");
        jacket.played().goodsComeBack();
        jacket.played().inspected(1, 1, "A");
        jacket.arrives();

        assertThat(jacket.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(jacket.stock("JK-120-M")).startsWith("sellable 6 ");
        assertThat(jacket.stock("JK-121-M")).startsWith("sellable 4 ");
        assertThat(jacket.paidFor(1)).isEqualTo(19900);
        assertThat(jacket.played().costs()).containsExactly("COLLECTED -4000 STYLE_COLOUR_DISLIKED CUSTOMER");
        assertThat(Shop.items(shop.order(jacket.sale()).at("/payments")))
                .extracting(p -> p.at("/amount").asLong())
                .containsExactly(15900L, 4000L);
        assertThat(jacket.told("Task_RemindToPay")).isEqualTo(1);
        aRefundGoesUpToBoth(jacket);
    }

    /** An import of the order knows nothing of the difference, and takes nothing of it away. */
    private void aRefundGoesUpToBoth(Swap jacket) {
        shop.sold(jacket.sale());
        assertThat(jacket.paidFor(1)).isEqualTo(19900);
        var request = Shop.request(jacket.sale(), "RETURN_REFUND", "NO_REASON_7D", "1:1", "还是退了吧");
        request.put("goodsIntact", true);
        var back = shop.opened("shop", request);
        back.goodsComeBack();
        back.inspected(1, 1, "A");
        assertThat(back.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.refunds())
                .containsExactlyInAnyOrder(
                        jacket.sale().payment(1) + " SETTLED 15900",
                        "CO" + jacket.played().number.substring(2) + "-1 SETTLED 4000");
    }

    /** S-013 */
    @Test
    void trustedCustomerGetsTheCheaperCoatAtOnceAndTheDifferenceAfterTheCheck() {
        shelves(5, "CT-900-GY-M", "CT-900-BG-M");
        shop.priced("CT-900-BG-M", 39900);
        var coat = Swap.asked(
                shop,
                shop.sale()
                        .line("CT-900-GY-M", 1, 42900)
                        .paid("ALIPAY", 42900)
                        .signed(4)
                        .with("customer", vip("C-VIP-13")),
                "STYLE_COLOUR_DISLIKED",
                "CT-900-BG-M");
        coat.arrives();
        assertThat(coat.played().rules("customer-risk")).containsExactly("CR-07");
        assertThat(coat.played().rules("exchange-order")).containsExactly("EO-07");
        coat.played().fire("Event_TimeToSendPassed");
        coat.played().awaitTold("Task_RemindCustomer");
        assertThat(coat.played().refunds()).isEmpty();
        coat.played().goodsComeBack();
        coat.played().inspected(1, 1, "B");

        assertThat(coat.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(coat.played().refunds()).containsExactly(coat.sale().payment(1) + " SETTLED 3000");
        assertThat(coat.stock("CT-900-GY-M")).isEqualTo("sellable 5 asOpened 1 refurbish 0 scrap 0 hold 0");
        assertThat(coat.stock("CT-900-BG-M")).startsWith("sellable 4 ");
        assertThat(coat.collections()).isEmpty();
        assertThat(coat.told("Task_RemindCustomer")).isEqualTo(1);
    }

    /** S-014 */
    @Test
    void stockGoneBetweenCheckAndReservationTurnsIntoARefundInTheSameCase() {
        shop.stock("DR-455-M", 1);
        shop.next("warehouse.reserve-stock", "REFUSE:STOCK_UNAVAILABLE");
        var dress = Swap.asked(
                shop,
                shop.sale()
                        .line("DR-455-M", 1, 26900)
                        .freight(1000)
                        .paid("ALIPAY", 27900)
                        .signed(3),
                "QUALITY_DEFECT",
                null);
        dress.played().photo("shop", "PHOTO");
        dress.approved();
        offered(dress, Map.of("decision", "OTHER_SKU", "otherSku", "DR-455-L"), "REJECTED");
        offered(dress, Map.of("decision", "WAIT", "waitUntil", day(5)), "REJECTED");
        offered(dress, Map.of("decision", "REFUND"), "ACCEPTED");
        dress.played().goodsComeBack();
        dress.found(1, "C", "DEFECT_CONFIRMED");

        assertThat(dress.played().ends()).isEqualTo("RESOLVED_OTHER RETURN_REFUND");
        assertThat(dress.played().show().at("/procedure").asText()).isEqualTo("RETURN_REFUND");
        assertThat(dress.played().rules("exchange-order")).containsExactly("EO-06", "EO-01");
        assertThat(dress.played().timeline("PROCEDURE_CHANGED")).hasSize(1);
        assertThat(dress.played().refunds()).containsExactly(dress.sale().payment(1) + " SETTLED 27900");
        assertThat(dress.stock("DR-455-M")).isEqualTo("sellable 1 asOpened 0 refurbish 0 scrap 0 hold 1");
        assertThat(dress.played().calls("warehouse.reserve-stock")).hasSize(1);
        assertThat(dress.played().calls("warehouse.ship")).isEmpty();
    }

    private String day(int from) {
        return shop.now().plus(Duration.ofDays(from)).toString().substring(0, 10);
    }

    private void offered(Swap swap, Map<String, Object> offer, String answer) {
        swap.played().completes("agent", "Task_OfferAlternatives", offer);
        swap.played().completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", answer));
    }

    /** S-015 */
    @Test
    void theOldCoatNeverComesAndALeadChargesIt() {
        shelves(5, "CT-905-M", "CT-905-L");
        var coat = Swap.asked(
                shop,
                shop.sale()
                        .line("CT-905-M", 1, 45900)
                        .paid("WECHAT", 45900)
                        .signed(3)
                        .with("customer", vip("C-VIP-15")),
                "SIZE_TOO_SMALL",
                "CT-905-L");
        coat.arrives();
        for (int reminder = 1; reminder <= 3; reminder++) {
            coat.played().fire("Event_TimeToSendPassed");
            int sent = reminder;
            Await.until("reminder " + reminder, () -> coat.told("Task_RemindCustomer"), n -> n == sent);
        }
        coat.played().fire("Event_TimeToSendPassed");
        var task = coat.played().task("lead", "Task_ChargeOrWriteOff");
        assertThat(coat.collections()).isEmpty();
        var charge = Map.<String, Object>of("decision", "CHARGE", "messageToCustomer", "新的已签收，旧的一直没收到，烦请支付旧款。");
        assertThat(coat.played()
                        .complete("agent2", task, "Task_ChargeOrWriteOff", charge)
                        .status())
                .isEqualTo(403);
        coat.played()
                .complete("lead", "Task_ChargeOrWriteOff", Map.of("decision", "WRITE_OFF"))
                .refused(422, "BEYOND_AUTHORITY");
        coat.played()
                .complete("lead", "Task_ChargeOrWriteOff", Map.of("decision", "CHARGE", "chargeAmount", 45901))
                .is(422);
        coat.played().completes("lead", "Task_ChargeOrWriteOff", charge);
        assertThat(coat.played().told("Task_TellCharge")).contains("459.00").contains("烦请支付");
        coat.answers("OK");

        assertThat(coat.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(coat.played().costs()).containsExactly("COLLECTED -45900 SIZE_TOO_SMALL CUSTOMER");
        assertThat(coat.played().calls("warehouse.revoke-return")).hasSize(1);
        assertThat(coat.told("Task_RemindCustomer")).isEqualTo(3);
        assertThat(coat.stock("CT-905-L")).startsWith("sellable 4 ");
        assertThat(coat.stock("CT-905-M")).startsWith("sellable 5 ");
        assertThat(coat.played().refunds()).isEmpty();
    }

    /** S-023 */
    @Test
    void theWrongColourIsPutRightOnBothShelves() {
        shelves(5, "CUR-31-WH", "CUR-31-GY");
        var curtain = Swap.asked(
                shop,
                shop.sale().line("CUR-31-WH", 1, 35800).paid("ALIPAY", 35800).signed(1),
                "WRONG_GOODS",
                null);
        curtain.played().photo("shop", "PHOTO");
        curtain.approved("fact", "REMARK_NOT_FOLLOWED");
        curtain.arrives();
        curtain.played().awaitTold("Task_TellWhereToSend");
        var pickUp = Await.until("pick-up", () -> curtain.played().calls("carrier.book-pickup"), c -> c.size() == 1)
                .get(0)
                .at("/values/trackingNumber")
                .asText();
        curtain.played().scan(pickUp, "DELIVERED");
        curtain.played().inspectedAs("CUR-31-GY");

        assertThat(curtain.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(curtain.played().rules("exchange-order")).containsExactly("EO-06");
        assertThat(curtain.played().rules("liability")).containsExactly("LI-19");
        assertThat(curtain.played().rules("freight-payer")).containsExactly("FP-03");
        assertThat(curtain.stock("CUR-31-WH")).startsWith("sellable 5 ");
        assertThat(curtain.stock("CUR-31-GY")).startsWith("sellable 5 ");
        assertThat(curtain.played().refunds()).isEmpty();
        assertThat(curtain.collections()).isEmpty();
    }
}
