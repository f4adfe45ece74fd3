package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-018: the card that was paid with is closed; two people pay out another way. */
class CardClosedTests extends ShopJourney {
    private static final String ACCOUNT = "6222000000001234";

    @Autowired
    private DataSource database;

    @Test
    void aClosedCardIsPaidOutOnceByTwoPeopleAndTheAccountStaysMasked() {
        var sale = shop.sold(
                shop.sale().line("RV-500", 1, 219900).paid("CARD", 219900).signed(6));
        var robot =
                shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "买扫地机的那张卡我注销了,钱退哪儿去啊"));
        robot.goodsComeBack();
        robot.inspected(1, 1, "A");
        robot.task("finance", "Task_ApproveRefund");
        assertThat(robot.rules("refund-approval")).containsExactly("RA-99");
        shop.next("finance.refund", "REFUSE:ACCOUNT_CLOSED");
        robot.completes("finance", "Task_ApproveRefund", Map.of("decision", "APPROVE"));
        robot.completes(
                "finance",
                "Task_PayOutAnotherWay",
                Map.of(
                        "payOutMethod",
                        "BANK_TRANSFER",
                        "accountName",
                        "测试客户",
                        "accountNumber",
                        ACCOUNT,
                        "proofNumber",
                        "PROOF-1"));
        assertThat(robot.calls("finance.pay-out")).isEmpty();
        var confirmation = robot.task("lead", "Task_ConfirmPayOut");
        assertThat(robot.complete("finance", confirmation, "Task_ConfirmPayOut", Map.of("decision", "CONFIRM"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        robot.completes("lead", "Task_ConfirmPayOut", Map.of("decision", "CONFIRM"));

        assertThat(robot.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(robot.refunds()).containsExactly(sale.payment(1) + " PAID_OUT 219900");
        assertThat(robot.calls("finance.pay-out")).hasSize(1);
        assertThat(robot.calls("finance.pay-out").get(0).at("/payload/amount").asLong())
                .isEqualTo(219900);
        assertThat(shop.gateway(sale.payment(1))).noneMatch(refund -> refund.startsWith("SETTLED"));
        assertThat(robot.show().at("/money/refunded/amount").asLong()).isEqualTo(219900);
        theOrderIsRefundedOnce(sale);
        assertThat(robot.show() + robot.timeline().toString() + robot.calls("finance.pay-out"))
                .doesNotContain(ACCOUNT);
        assertThat(inVariables(ACCOUNT)).isZero();
    }

    private void theOrderIsRefundedOnce(Sale sale) {
        assertThat(shop.order(sale).at("/payments/0/refunded").asLong()).isEqualTo(219900);
        var more = Shop.request(sale, "REFUND_ONLY", "AGREED_BY_BOTH", "1:1", "再退一分");
        more.put("requestedAmount", 1);
        shop.ask("agent", more).refused(422, "QUANTITY_EXCEEDS_ORDER");
    }

    private long inVariables(String text) {
        return JdbcClient.create(database)
                .sql("select (select count(*) from ACT_HI_VARINST where TEXT_ like ?)"
                        + " + (select count(*) from ACT_HI_DETAIL where TEXT_ like ?)"
                        + " + (select count(*) from ACT_RU_VARIABLE where TEXT_ like ?)")
                .params("%" + text + "%", "%" + text + "%", "%" + text + "%")
                .query(Long.class)
                .single();
    }
}
