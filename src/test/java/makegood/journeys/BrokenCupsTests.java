package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was inside is broken, wrong or missing: evidence, liability, and what agent and customer make of it. */
class BrokenCupsTests extends ShopJourney {
    private static final String CHECK = "Task_CheckEvidence";
    private static final String DECIDE = Troubled.DECIDE;

    private Troubled broken(String account, String lines) {
        var sale = shop.sold(shop.sale()
                .line("CUP-6", 6, 11940)
                .freight(900)
                .paid("WECHAT", 12840)
                .signed(1));
        return Troubled.reported(shop, account, sale, "DAMAGED_IN_TRANSIT", Map.of("lines", lines));
    }

    private static Map<String, Object> established(String fact, String severity) {
        return Map.of("decision", "ESTABLISHED", "evidence", "SUFFICIENT", "fact", fact, "severity", severity);
    }

    @Test
    void twoOfSixCupsArePaidAndThePackingIsToBlame() {
        shop.hire("junior", "JUNIOR");
        var cups = broken("junior", "1:6");
        var played = cups.played();
        played.complete("junior", CHECK, Map.of("decision", "ESTABLISHED")).refused(422, "INVALID_INPUT");
        played.complete("junior", CHECK, Map.of("decision", "ASK_EVIDENCE", "affectedQuantity_1", 7))
                .refused(422, "INVALID_INPUT");
        played.completes("junior", CHECK, Map.of("decision", "ASK_EVIDENCE", "messageToCustomer", "请拍一下外箱。"));
        played.awaitTold("Task_AskForEvidence");
        played.photo("agent", "VIDEO");
        var seen = Troubled.fields("affectedQuantity_1", 2);
        seen.putAll(established("PACKING_BELOW_STANDARD", "LIGHT"));
        played.completes("junior", CHECK, seen);
        played.task("junior", DECIDE);
        assertThat(played.rules("liability")).containsExactly("LI-09");
        assertThat(cups.first("remedy").at("/outcome").asText()).isEqualTo("REFUND_PARTIAL");
        for (var wrong : new Map[] {
            Map.of("remedy", "REFUND_PARTIAL"),
            Map.of("remedy", "REFUND_PARTIAL", "agreed", true, "quantity_1", 7),
            Map.of("remedy", "REFUND_PARTIAL", "agreed", true, "quantity_1", 0),
            Map.of("remedy", "REFUND_PARTIAL", "agreed", true, "amount_1", 11941),
            Map.of("remedy", "WAIT_AND_WATCH", "agreed", true)
        }) {
            played.complete("junior", DECIDE, wrong).refused(422, "INVALID_INPUT");
        }
        cups.decides("junior", "remedy", "REFUND_PARTIAL", "agreed", true, "messageToCustomer", "非常抱歉，包装没做好。");
        assertThat(played.ends()).isEqualTo("RESOLVED_PARTIAL REFUND_PARTIAL");
        assertThat(cups.gateway()).containsExactly("SETTLED 3980");
        assertThat(played.rules("refund-approval")).containsExactly("RA-08");
        assertThat(cups.costs()).containsExactly("REFUND 3980 PACKAGING");
        assertThat(played.calls(Troubled.CLAIM)).isEmpty();
    }

    @Test
    void theCarrierIsAskedForWeightsAndNobodyHasToWaitForIt() {
        shop.next(Troubled.TRACE, "PENDING");
        var sale = shop.sold(
                shop.sale().line("VASE-1", 1, 19900).paid("ALIPAY", 19900).signed(1));
        var short1 = Troubled.reported(shop, "agent", sale, "MISSING_GOODS");
        short1.played().task("agent", CHECK);
        assertThat(short1.played()
                        .calls(Troubled.TRACE)
                        .get(0)
                        .at("/payload/kind")
                        .asText())
                .isEqualTo("MISSING_GOODS");
        short1.answers(Troubled.TRACE, "OK", Map.of("status", "LOST", "weightGrams", 840));
        short1.played()
                .await(
                        "word",
                        c -> !short1.played().timeline("CARRIER_ANSWERED").isEmpty());
        assertThat(short1.played().timeline("CARRIER_ANSWERED").get(0)).contains("840 g");
        short1.played().completes("agent", CHECK, Map.of("decision", "ESTABLISHED", "fact", "WEIGHT_WRONG_AT_START"));
        short1.played().task("agent", DECIDE);
        assertThat(short1.played().rules("liability")).containsExactly("LI-11");

        shop.next(Troubled.TRACE, "PENDING");
        var quick = Troubled.reported(
                shop,
                "agent",
                shop.sold(shop.sale()
                        .line("VASE-1", 1, 19900)
                        .paid("ALIPAY", 19900)
                        .signed(1)),
                "WRONG_GOODS");
        quick.played().completes("agent", CHECK, Map.of("decision", "ESTABLISHED", "fact", "PICK_RECORD_WRONG"));
        quick.played().task("agent", DECIDE);
        assertThat(quick.played().waits("CARRIER")).isEmpty();
    }

    @Test
    void anOfferIsMadeAndTheCustomersNoComesBackToTheAgent() {
        var cups = broken("agent", "1:2");
        var played = cups.played();
        played.completes("agent", CHECK, established("OUTER_DAMAGED", "LIGHT"));
        cups.decides("agent", "remedy", "REFUND_PARTIAL", "agreed", false, "amount_1", 1000);
        assertThat(played.told("Task_TellOffer")).contains("10.00");
        played.completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "REJECTED"));
        cups.decides("agent", "remedy", "REFUND_PARTIAL", "agreed", false, "amount_1", 2000);
        Await.until(
                "second offer",
                played::told,
                t -> t.stream().filter("Task_TellOffer"::equals).count() == 2);
        played.fires("COUNTER_OFFER_ANSWERED", "accepted", true);
        assertThat(played.ends()).isEqualTo("RESOLVED_PARTIAL REFUND_PARTIAL");
        assertThat(cups.gateway()).containsExactly("SETTLED 2000");
        assertThat(played.calls(Troubled.CLAIM)).hasSize(1);
    }

    @Test
    void dearGoodsAreNotPaidInFullWhileTheCustomerHasThem() {
        var sale = shop.sold(
                shop.sale().line("VASE-1", 1, 19900).paid("ALIPAY", 19900).signed(1));
        var vase = Troubled.reported(shop, "agent", sale, "DAMAGED_IN_TRANSIT");
        vase.played().completes("agent", CHECK, established("PACKING_OK_OUTER_OK", "HEAVY"));
        assertThat(vase.played()
                        .complete("agent", DECIDE, Map.of("remedy", "REFUND_FULL", "agreed", true))
                        .body()
                        .toString())
                .contains("GOODS_COME_BACK");
        vase.decides("agent", "remedy", "REFUND_PARTIAL", "agreed", true, "amount_1", 19000);
        assertThat(vase.played().ends()).isEqualTo("RESOLVED_PARTIAL REFUND_PARTIAL");
        assertThat(vase.gateway()).containsExactly("SETTLED 19000");
    }

    @Test
    void anEmptyParcelIsALossThatIsCertain() {
        var sale = shop.sold(shop.sale()
                .line("MUG-1", 1, 4900)
                .freight(800)
                .paid("ALIPAY", 5700)
                .signed(1));
        var empty = Troubled.reported(shop, "agent", sale, "EMPTY_PARCEL");
        empty.played().completes("agent", CHECK, Map.of("decision", "ESTABLISHED", "fact", "WEIGHT_LOST_EN_ROUTE"));
        empty.played().task("agent", DECIDE);
        assertThat(empty.played().rules("remedy")).contains("RM-04", "RM-99");
        assertThat(empty.played().calls(Troubled.CLAIM)).hasSize(1);
        empty.decides("agent", "remedy", "REFUND_FULL", "agreed", true);
        assertThat(empty.played().ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");
        assertThat(empty.gateway()).containsExactly("SETTLED 5700");
    }

    @Test
    void wrongGoodsMayBeExchanged() {
        var wrong = wrongGoods();
        wrong.decides("agent", "remedy", "EXCHANGE", "agreed", true);
        wrong.played().await("exchange", c -> !wrong.played().openTasks().contains("DECIDE_REMEDY"));
    }

    @Test
    void wrongGoodsMayBeCompensatedOrExplained() {
        var wrong = wrongGoods();
        wrong.decides("agent", "remedy", "COMPENSATION", "agreed", true);
        wrong.played()
                .completes(
                        "agent",
                        "Task_ProposeCompensation",
                        Map.of(
                                "decision",
                                "REFUSE",
                                "refusalReason",
                                "ALREADY_COMPENSATED",
                                "messageToCustomer",
                                "抱歉。"));
        wrong.decides("agent", "remedy", "COMPENSATION", "agreed", true);
        wrong.played()
                .completes(
                        "agent",
                        "Task_ProposeCompensation",
                        Map.of("decision", "PROPOSE", "type", "COUPON", "amount", 1000, "reasonText", "发错颜色"));
        assertThat(wrong.played().ends()).startsWith("RESOLVED_");
        assertThat(wrong.gateway()).isEmpty();

        var sorry = wrongGoods();
        sorry.decides("agent", "remedy", "APOLOGY", "agreed", true, "messageToCustomer", "非常抱歉。");
        assertThat(sorry.played().ends()).isEqualTo("RESOLVED_OTHER APOLOGY");
    }

    @Test
    void dearGoodsThatComeBackAreRefundedAsAReturn() {
        var back = wrongGoods("evidence", "SUFFICIENT");
        back.decides("agent", "remedy", "RETURN_REFUND", "agreed", true);
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.gateway()).containsExactly("SETTLED 35800");
        assertThat(back.costs()).contains("REFUND 35800 WAREHOUSE_PICK");

        var never = wrongGoods("evidence", "SUFFICIENT");
        never.decides("agent", "remedy", "RETURN_REFUND", "agreed", true);
        for (int i = 0; i < 3; i++) {
            never.played().fire("Event_TimeToSendPassed");
        }
        assertThat(never.played().ends()).isEqualTo("NOT_RETURNED");
    }

    @Test
    void aReturnThatTurnsIntoARefundGoesOnAsOneCase() {
        var sale = shop.sold(
                shop.sale().line("CUR-31-WH", 1, 35800).paid("ALIPAY", 35800).signed(29));
        var back = Troubled.reported(shop, "agent", sale, "WRONG_GOODS");
        back.played().completes("agent", CHECK, Map.of("decision", "ESTABLISHED", "fact", "SKU_DATA_WRONG"));
        back.decides("agent", "remedy", "RETURN_REFUND", "agreed", true);
        back.played()
                .completes(
                        "agent",
                        "Task_ReviewReturnRequest",
                        Map.of(
                                "decision",
                                "OFFER_OTHER",
                                "offerProcedure",
                                "REFUND_ONLY",
                                "messageToCustomer",
                                "直接退款。"));
        back.played().completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "ACCEPTED"));
        back.played().task("agent", "Task_ReviewRefundRequest");
        assertThat(back.played().show().at("/procedure").asText()).isEqualTo("REFUND_ONLY");
    }

    private Troubled wrongGoods(Object... more) {
        var sale = shop.sold(
                shop.sale().line("CUR-31-WH", 1, 35800).paid("ALIPAY", 35800).signed(1));
        var wrong = Troubled.reported(shop, "agent", sale, "WRONG_GOODS");
        var seen = Troubled.fields(more);
        seen.putAll(Map.of("decision", "ESTABLISHED", "fact", "PICK_RECORD_WRONG"));
        wrong.played().completes("agent", CHECK, seen);
        return wrong;
    }

    @Test
    void aRefundThatIsNotApprovedOrIsWithdrawnComesBackToPeople() {
        var cups = broken("agent", "1:6");
        cups.played().completes("agent", CHECK, established("NONE", "LIGHT"));
        assertThat(cups.played().rules("liability")).containsExactly("LI-99");
        shop.hire("junior2", "JUNIOR");
        cups.decides("junior2", "remedy", "REFUND_PARTIAL", "agreed", true);
        cups.played()
                .completes(
                        "agent2",
                        "Task_ApproveRefund",
                        Map.of("decision", "REFUSE", "refusalReason", "REASON_MISMATCH"));
        cups.decides("junior2", "remedy", "REFUND_PARTIAL", "agreed", true);
        cups.played().task("agent2", "Task_ApproveRefund");
        assertThat(cups.played().happens("CUSTOMER_WITHDREW")).isTrue();
        assertThat(cups.played().ends()).isEqualTo("WITHDRAWN");
        cups.paysNothing();
    }
}
