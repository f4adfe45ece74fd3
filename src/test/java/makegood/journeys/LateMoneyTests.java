package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments that nobody waits for any more, and old goods that come after they were charged or written off. */
class LateMoneyTests extends ShopJourney {
    private static final String FINDING = "Task_DecideExchangeFinding";
    private static final String NOT_PAID_BACK = "Task_SettleMoneyNotPaidBack";

    @Autowired
    private DataSource database;

    private String old;
    private String other;

    @BeforeEach
    void shelves() {
        var unique = UUID.randomUUID().toString().substring(0, 6);
        old = "LATE-" + unique;
        other = "NEW-" + unique;
        shop.stock(old, 5);
        shop.stock(other, 5);
    }

    private Swap swap(long paid, String reason, String lines, String wanted, int pieces) {
        return Swap.asked(
                shop,
                "shop",
                shop.sale().line(old, pieces, paid).paid("ALIPAY", paid).signed(3),
                reason,
                lines,
                wanted);
    }

    private Swap withdrawnWithALink(long newPrice) {
        shop.priced(other, newPrice);
        var swap = swap(20000, "SIZE_TOO_SMALL", "1:1", other, 1);
        Await.until("asked", swap::collections, c -> !c.isEmpty());
        swap.played().fires("CUSTOMER_WITHDREW");
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        return swap;
    }

    /** The replacement is with the customer, the old one was charged and the charge is paid. */
    private Swap paidCharge() {
        var swap = swap(15000, "QUALITY_DEFECT", "1:1", null, 1);
        swap.approved();
        swap.arrives();
        swap.neverSent();
        swap.charged();
        swap.answers("OK");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.paidFor(1)).isEqualTo(30000);
        return swap;
    }

    private void chargeGoesBack(Swap swap) {
        Await.until(
                "charge goes back",
                () -> swap.played().refunds(),
                r -> r.contains(swap.collection(1) + " SETTLED 15000"));
        Await.until("as it was sold", () -> swap.paidFor(1), paid -> paid == 15000);
        assertThat(swap.played().refunds()).hasSize(1);
        assertThat(shop.gateway(swap.collection(1))).containsExactly("SETTLED 15000");
        assertThat(shop.gateway(swap.sale().payment(1))).isEmpty();
        assertThat(swap.told("Task_TellChargeBack")).isEqualTo(1);
        assertThat(swap.played().told("Task_TellChargeBack")).contains("150.00");
    }

    @Test
    void aPaymentAfterTheWithdrawalGoesBackByItself() {
        var swap = withdrawnWithALink(24000);
        swap.answers("OK");
        Await.until("goes back", () -> swap.played().refunds(), r -> r.contains(swap.collection(1) + " SETTLED 4000"));
        Await.until("as it was sold", () -> swap.paidFor(1), paid -> paid == 20000);
        assertThat(swap.played().told("Task_TellChargeBack")).contains("40.00");
        assertThat(swap.played().timeline("PAID_TOO_LATE")).hasSize(1);
        assertThat(shop.gateway(swap.collection(1))).containsExactly("SETTLED 4000");
        assertThat(swap.played().costs())
                .containsExactlyInAnyOrder(
                        "COLLECTED -4000 SIZE_TOO_SMALL CUSTOMER", "REFUND 4000 SIZE_TOO_SMALL CUSTOMER");
        assertThat(swap.played().show().at("/money/charged/amount").asLong()).isZero();
    }

    @Test
    void aLatePaymentThatMayNotGoBackIsTheTaskOfFinance() {
        var swap = withdrawnWithALink(270_000);
        swap.answers("OK");
        var no = Map.<String, Object>of("decision", "REFUSE", "refusalReason", "ALREADY_COMPENSATED");
        var approve = "Task_ApproveRefund";
        swap.played().task("finance", approve);
        swap.played()
                .complete("finance", approve, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 100))
                .is(422);
        swap.played().completes("finance", approve, no);
        assertThat(swap.played().due(NOT_PAID_BACK)).isNotNull();
        swap.played()
                .complete("finance", NOT_PAID_BACK, Map.of("decision", "SETTLED_OTHERWISE"))
                .is(422);
        swap.played().completes("finance", NOT_PAID_BACK, Map.of("decision", "TRY_AGAIN"));
        swap.played().completes("finance", approve, no);
        swap.played()
                .completes(
                        "finance",
                        NOT_PAID_BACK,
                        Map.of("decision", "SETTLED_OTHERWISE", "settleNote", "与客户商定转作下次订单货款"));
        Await.until("settled", () -> swap.played().openTasks(), java.util.List::isEmpty);
        assertThat(shop.gateway(swap.collection(1))).isEmpty();
    }

    @Test
    void oldGoodsThatComeAfterTheEndGiveTheChargeBackOnce() {
        var swap = paidCharge();
        assertThat(swap.oldGoodsLeave("LATE-R-" + swap.played().number)).isTrue();
        assertThat(swap.oldGoodsLeave("LATE-R-" + swap.played().number)).isFalse();
        swap.played().scan("LATE-R-" + swap.played().number, "DELIVERED");
        swap.found(1, "B", "DEFECT_CONFIRMED");
        chargeGoesBack(swap);
        assertThat(swap.played().costs())
                .containsExactlyInAnyOrder(
                        "COLLECTED -15000 QUALITY_DEFECT PRODUCT", "REFUND 15000 QUALITY_DEFECT PRODUCT");
        assertThat(swap.stock(old)).isEqualTo("sellable 4 asOpened 0 refurbish 0 scrap 0 hold 1");
        assertThat(swap.oldGoodsLeave("SECOND-" + swap.played().number)).isFalse(); // nothing is outstanding
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
    }

    @Test
    void theWarehouseFindsTheOldGoodsInAParcelThatNobodyAnnounced() {
        var swap = paidCharge();
        var tracking = "DOCK-" + swap.played().number;
        swap.played().scan(tracking, "DELIVERED");
        var parcel = JdbcClient.create(database)
                .sql("select parcel_number from unknown_parcel where tracking_number = ?")
                .param(tracking)
                .query(String.class)
                .single();
        new PlayedCase(shop, parcel)
                .completes("warehouse", "Task_IdentifyParcel", Map.of("orderNumber", swap.sale().orderNumber));
        swap.found(1, "B", "DEFECT_CONFIRMED");
        chargeGoesBack(swap);
    }

    @Test
    void wornGoodsThatComeLateGoBackAndTheChargeStands() {
        var swap = paidCharge();
        swap.oldGoodsLeave("WORN-" + swap.played().number);
        swap.played().scan("WORN-" + swap.played().number, "DELIVERED");
        swap.found(1, "D", "MISUSE");
        swap.played().task("lead", FINDING);
        swap.played().complete("lead", FINDING, Map.of("decision", "CHARGE")).is(422);
        swap.played().completes("lead", FINDING, Map.of("decision", "SEND_BACK", "messageToCustomer", "旧品损坏，寄回给您。"));
        assertThat(swap.played().told("Task_TellChargeStands")).contains("寄回给您");
        assertThat(swap.played().refunds()).isEmpty();
        assertThat(swap.paidFor(1)).isEqualTo(30000);
        assertThat(swap.stock(old)).startsWith("sellable 4 asOpened 0 refurbish 0 scrap 0 hold 0");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
    }

    @Test
    void lateGoodsLostUnderOurLabelGiveTheChargeBackAndAreClaimed() {
        var swap = paidCharge();
        swap.oldGoodsLeave("GONE-" + swap.played().number);
        Await.until("awaited again", () -> swap.told("Task_TellWhereToSend"), told -> told == 2);
        Await.aWhile();
        swap.played().scan("GONE-" + swap.played().number, "LOST");
        chargeGoesBack(swap);
        claimedOnce(swap);
    }

    @Test
    void lateGoodsThatNobodyFindsAreOurLossToo() {
        var swap = paidCharge();
        swap.oldGoodsLeave("NOWHERE-" + swap.played().number);
        swap.played().fire("Event_ParcelOverdue");
        swap.played().completes("agent", "Task_FindReturnParcel", Map.of("found", false));
        chargeGoesBack(swap);
        claimedOnce(swap);
    }

    private static void claimedOnce(Swap swap) {
        var claims = Await.until("claimed", () -> swap.played().calls(Troubled.CLAIM), c -> !c.isEmpty());
        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).at("/payload/amount").asLong()).isEqualTo(15000);
    }

    @Test
    void goodsWrittenOffThatComeLateTakeTheLossOutOfTheBook() {
        var swap = swap(15000, "QUALITY_DEFECT", "1:1", null, 1);
        swap.approved();
        swap.arrives();
        swap.neverSent();
        swap.played().completes("lead", "Task_ChargeOrWriteOff", Map.of("decision", "WRITE_OFF"));
        swap.played().completes("finance", "Task_ConfirmWriteOff", Map.of("decision", "CONFIRM"));
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        swap.oldGoodsLeave("OFF-" + swap.played().number);
        swap.played().scan("OFF-" + swap.played().number, "DELIVERED");
        swap.found(1, "B", "DEFECT_CONFIRMED");
        Await.until("taken out", () -> swap.played().costs(), c -> c.size() == 2);
        assertThat(swap.played().costs())
                .containsExactlyInAnyOrder(
                        "WRITE_OFF 15000 QUALITY_DEFECT PRODUCT", "WRITE_OFF -15000 QUALITY_DEFECT PRODUCT");
        assertThat(swap.played().refunds()).isEmpty();
        assertThat(swap.stock(old)).isEqualTo("sellable 4 asOpened 0 refurbish 0 scrap 0 hold 1");
    }

    @Test
    void goodsThatLeaveWhileTheChargeIsAskedForEndTheChargeAndALinkPaidAllTheSameGoesBack() {
        var swap = swap(15000, "QUALITY_DEFECT", "1:1", null, 1);
        swap.approved();
        swap.arrives();
        swap.neverSent();
        swap.charged();
        swap.oldGoodsLeave("CROSS-" + swap.played().number);
        swap.answers("OK");
        swap.played().scan("CROSS-" + swap.played().number, "DELIVERED");
        swap.found(1, "B", "DEFECT_CONFIRMED");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        chargeGoesBack(swap);
    }

    @Test
    void piecesToRefundBesideArePaidWhenTheyComeLate() {
        var swap = swap(40000, "QUALITY_DEFECT", "1:2", null, 2);
        swap.played()
                .completes(
                        "agent2",
                        "Task_ReviewExchangeRequest",
                        Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "exchangeQuantity_1", 1));
        swap.arrives();
        swap.neverSent();
        swap.charged();
        swap.answers("OK");
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        swap.oldGoodsLeave("TWO-" + swap.played().number);
        swap.played().scan("TWO-" + swap.played().number, "DELIVERED");
        swap.found(2, "B", "DEFECT_CONFIRMED");
        Await.until(
                "both go back",
                () -> swap.played().refunds(),
                r -> r.size() == 2 && r.stream().allMatch(row -> row.contains("SETTLED")));
        assertThat(swap.played().refunds())
                .containsExactlyInAnyOrder(
                        swap.collection(1) + " SETTLED 20000", swap.sale().payment(1) + " SETTLED 20000");
        assertThat(swap.stock(old)).isEqualTo("sellable 4 asOpened 0 refurbish 0 scrap 0 hold 2");
    }
}
