package makegood.journeys;

import static makegood.journeys.Compensated.APPROVE;
import static makegood.journeys.Compensated.PROPOSE;
import static makegood.journeys.Compensated.YES;
import static makegood.journeys.Compensated.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several kinds in one compensation: approved by their sum, each given and booked once, whatever becomes of the others. */
class SeveralKindsTests extends ShopJourney {
    @Autowired
    private DataSource database;

    @Autowired
    private PlatformTransactionManager transactions;

    private static Map<String, Object> both(String first, long amount, String second, long more) {
        var fields = proposal(first, amount);
        fields.put("type_2", second);
        fields.put("amount_2", more);
        return fields;
    }

    @Test
    void whatTheCouponWasWorthAndThePointsGoBackInOne() {
        shop.hire("xiaoyu2", "JUNIOR");
        var failed = Compensated.wanted(shop);
        failed.played().completes("xiaoyu2", PROPOSE, both("CASH", 4000, "POINTS", 500));
        var task = failed.played().task("lead", APPROVE);
        assertThat(shop.as("lead")
                        .get("/api/v1/tasks/" + task + "/case")
                        .is(200)
                        .body()
                        .at("/proposal/compensationAmount")
                        .asLong())
                .isEqualTo(4500);
        failed.played().completes("lead", APPROVE, YES);
        assertThat(failed.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(failed.played().rules("compensation-authority")).containsExactly("CA-10");
        assertThat(failed.played()
                        .calls("finance.pay-out")
                        .get(0)
                        .at("/payload/amount")
                        .asLong())
                .isEqualTo(4000);
        assertThat(failed.played()
                        .calls("finance.issue-coupon")
                        .get(0)
                        .at("/payload/amount")
                        .asLong())
                .isEqualTo(500);
        assertThat(failed.sum("compensated")).isEqualTo(4500);
        assertThat(failed.played().costs())
                .containsExactlyInAnyOrder(
                        "COMPENSATION 4000 QUALITY_DEFECT PRODUCT", "COMPENSATION 500 QUALITY_DEFECT PRODUCT");
        assertThat(failed.played().told())
                .filteredOn("Task_TellCompensation"::equals)
                .hasSize(1);
        assertThat(failed.played().told("Task_TellCompensation")).contains("40.00", "5.00");
    }

    @Test
    void lostAnswersGiveNothingTwice() {
        shop.next("finance.issue-coupon", "LOSE_ANSWER");
        shop.next("finance.pay-out", "LOSE_ANSWER");
        var given = Compensated.wanted(shop);
        given.played().completes("agent2", PROPOSE, both("COUPON", 3000, "CASH", 2000));
        assertThat(given.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        assertThat(given.done("finance.issue-coupon")).isEqualTo(1);
        assertThat(given.done("finance.pay-out")).isEqualTo(1);
        assertThat(given.sum("compensated")).isEqualTo(5000);
        assertThat(given.played().rules("compensation-authority")).containsExactly("CA-07");
    }

    @Test
    void whatCannotBeGivenDoesNotTakeTheRestAlong() {
        shop.next("finance.issue-coupon", "REFUSE:CUSTOMER_BLOCKED", "REFUSE:CUSTOMER_BLOCKED");
        var part = Compensated.wanted(shop);
        part.played().completes("agent2", PROPOSE, both("COUPON", 3000, "CASH", 2000));
        part.played()
                .await(
                        "the rest",
                        c -> !part.played().timeline("COMPENSATION_OPEN").isEmpty());
        assertThat(part.sum("compensated")).isEqualTo(2000);
        assertThat(part.played().costs()).containsExactly("COMPENSATION 2000 QUALITY_DEFECT PRODUCT");
        part.proposes("agent2", "POINTS", 1000);
        part.played()
                .await(
                        "the rest again",
                        c -> part.played().timeline("COMPENSATION_OPEN").size() == 2);
        part.played()
                .completes(
                        "agent2",
                        PROPOSE,
                        Map.of(
                                "decision",
                                "REFUSE",
                                "refusalReason",
                                "ALREADY_COMPENSATED",
                                "messageToCustomer",
                                "给您添麻烦了"));
        assertThat(part.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");
        assertThat(part.sum("compensated")).isEqualTo(2000);
        assertThat(part.done("finance.pay-out")).isEqualTo(1);
    }

    @Test
    void aLowerSumIsTakenOffTheLastKind() {
        var lower = Compensated.wanted(shop);
        var three = both("COUPON", 4000, "POINTS", 2000);
        three.put("type_3", "CASH");
        three.put("amount_3", 1000);
        lower.played().completes("agent", PROPOSE, three);
        lower.played()
                .complete("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 7001))
                .refused(422, "INVALID_INPUT");
        lower.played().completes("lead", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 5500));
        assertThat(lower.played().ends()).isEqualTo("RESOLVED_FULL COUPON");
        assertThat(lower.played().calls("finance.pay-out")).isEmpty();
        assertThat(lower.sum("compensated")).isEqualTo(5500);
        assertThat(lower.played().costs())
                .containsExactlyInAnyOrder(
                        "COMPENSATION 4000 QUALITY_DEFECT PRODUCT", "COMPENSATION 1500 QUALITY_DEFECT PRODUCT");
    }

    @Test
    void theSumCountsForTheAuthority() {
        var sum = Compensated.wanted(shop);
        sum.played().completes("agent", PROPOSE, both("COUPON", 3000, "POINTS", 2001));
        sum.played().task("lead", APPROVE);
        assertThat(sum.played().happens("CUSTOMER_WITHDREW")).isTrue();
        assertThat(sum.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(sum.sum("compensated")).isZero();
        assertThat(sum.played().calls("finance.issue-coupon")).isEmpty();
    }

    @Test
    void aGiftTakesThePlaceOfNothingThatIsOwed() {
        shop.stock("MASK-9", 5);
        var gift = Compensated.wanted(shop);
        new TransactionTemplate(transactions)
                .executeWithoutResult(t -> JdbcClient.create(database)
                        .sql(
                                "insert into case_goods_due (case_number, position_no, line_number, sku, quantity, unit_value)"
                                        + " values (?, 1, 1, 'FD-02', 1, 13900)")
                        .param(gift.played().number)
                        .update());
        var fields = both("COUPON", 1000, "GIFT", 1500);
        fields.put("giftSku", "MASK-9");
        gift.played().completes("agent", PROPOSE, fields);
        gift.played().awaitTold("Task_TellShipped");
        assertThat(gift.played()
                        .calls("warehouse.ship")
                        .get(0)
                        .at("/payload/lines")
                        .toString())
                .contains("MASK-9")
                .doesNotContain("FD-02");
        assertThat(JdbcClient.create(database)
                        .sql("select sku from case_goods_due where case_number = ?")
                        .param(gift.played().number)
                        .query(String.class)
                        .list())
                .containsExactly("FD-02");
        assertThat(gift.played().happens("CUSTOMER_WITHDREW")).isFalse();
    }

    @Test
    void eachKindIsNamedOnceAndWithItsWorth() {
        var played = Compensated.wanted(shop).played();
        for (var wrong : List.of(
                both("COUPON", 1000, "COUPON", 500),
                both("COUPON", 1000, "SHELLS", 500),
                both("COUPON", 1000, "POINTS", 0),
                both("COUPON", 1000, "GIFT", 500))) {
            played.complete("agent", PROPOSE, wrong).refused(422, "INVALID_INPUT");
        }
        var noKind = proposal("COUPON", 1000);
        noKind.put("amount_3", 500);
        played.complete("agent", PROPOSE, noKind).refused(422, "INVALID_INPUT");
        assertThat(played.tasks("agent", PROPOSE)).hasSize(1);
    }

    /** In the south, where nobody else is a manager. */
    @Test
    void whatTheOnlyManagerHasChangedALeadConfirms() {
        var sale = new Sale("south", shop.now())
                .line("FD-02", 1, 13900)
                .paid("WECHAT", 13900)
                .signed(3);
        shop.sold(sale);
        var damages = Compensated.again(shop, sale, "agent-south");
        damages.proposes("agent-south", "STATUTORY_DAMAGES", 41700);
        damages.played().completes("manager", APPROVE, Map.of("decision", "CHANGE_AMOUNT", "approvedAmount", 30000));
        var task = damages.played().task("lead", APPROVE);
        assertThat(damages.played().complete("manager", task, APPROVE, YES).status())
                .isIn(403, 422);
        damages.played().complete("lead", APPROVE, YES).refused(422, "INVALID_INPUT");
        damages.played().completes("lead", APPROVE, Map.of("decision", "APPROVE", "legalReference", "L-2026-8"));
        assertThat(damages.played().ends()).isEqualTo("RESOLVED_FULL STATUTORY_DAMAGES");
        assertThat(damages.sum("compensated")).isEqualTo(30000);
    }
}
