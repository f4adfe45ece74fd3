package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-003: the page says pure cotton, the label says 65 %; the shop's own window is open, and the shop pays every freight. */
class NotPureCottonTests extends ShopJourney {
    private static final String SKU = "SH-302-WH-M";
    private static final String REVIEW = "Task_ReviewReturnRequest";

    @Autowired
    private JdbcClient db;

    @Test
    void whoWasToldWrongGetsEverythingBackWithTheFreight() {
        var sale = shop.sold(shop.sale()
                .line(SKU, 2, 25800)
                .freight(800)
                .paid("ALIPAY", 26600)
                .signed(10));
        shop.stock(SKU, 10);
        var until = shop.now().plus(Duration.ofDays(5)).toString();
        var request = Shop.request(sale, "RETURN_REFUND", "NOT_AS_DESCRIBED", "1:2", "详情页写100%纯棉,水洗标是65%棉35%涤,这叫描述不符吧");
        request.put("channel", "MARKETPLACE");
        request.put("platformDeadline", Map.of("stage", "RETURN_DECIDE", "until", until));
        var shirt = shop.opened("shop", request);
        shirt.completes("agent", REVIEW, Map.of("decision", "ASK_EVIDENCE", "messageToCustomer", "请拍一下水洗标"));
        shirt.awaitTold("Task_AskForEvidence");
        assertThat(shirt.waits("CUSTOMER")).containsExactly("GIVE_EVIDENCE");
        assertThat(pauses(shirt, "to_at is null")).isPositive();
        assertThat(shirt.clock("RETURN_DECIDE").hasNonNull("pausedSince")).isFalse();
        shop.later(Duration.ofHours(20));
        shirt.photo("shop", "PHOTO");
        shirt.task("agent", REVIEW);
        assertThat(pauses(shirt, "to_at is null")).isZero();
        assertThat(pauses(shirt, "to_at is not null")).isPositive();
        assertThat(shirt.show().at("/status").asText()).isEqualTo("OPEN");
        shirt.completes("agent", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        shirt.goodsComeBack();
        shirt.inspected(1, 2, "B");

        assertThat(shirt.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shirt.rules("return-eligibility")).containsExactly("RE-09");
        assertThat(shirt.rules("inspection-disposition")).containsExactly("ID-06");
        assertThat(shirt.refunds()).containsExactly(sale.payment(1) + " SETTLED 26600");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 26600");
        assertThat(shop.stock(SKU)).isEqualTo("sellable 10 asOpened 2 refurbish 0 scrap 0 hold 0");
        assertThat(shirt.calls("warehouse.authorise-return")
                        .get(0)
                        .at("/payload/returnFreight")
                        .asText())
                .startsWith("SELLER");
        assertThat(shirt.breaches()).noneMatch(b -> b.startsWith("RETURN_DECIDE"));
        assertThat(shirt.told()).doesNotContain("Task_TellDeduction");
        assertThat(shirt.costs())
                .containsExactlyInAnyOrder(
                        "REFUND 25800 NOT_AS_DESCRIBED DESCRIPTION",
                        "OUTBOUND_FREIGHT 800 NOT_AS_DESCRIBED DESCRIPTION");
    }

    private long pauses(PlayedCase played, String condition) {
        return db.sql("select count(*) from clock_pause where case_number = ? and " + condition)
                .param(played.number)
                .query(Long.class)
                .single();
    }
}
