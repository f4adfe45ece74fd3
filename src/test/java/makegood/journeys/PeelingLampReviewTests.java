package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-031: two stars for a real fault; the goods come back and the money is paid under the same case number, whatever the stars do. */
class PeelingLampReviewTests extends ShopJourney {
    @Autowired
    private DataSource database;

    @Test
    void faultIsCuredByAReturnUnderTheSameNumber() {
        shop.stock("LAMP-9", 5);
        var sale = shop.sold(shop.sale()
                .line("LAMP-9", 1, 17900)
                .freight(800)
                .paid("ALIPAY", 18700)
                .signed(6));
        var review = new PublishedReview(shop, sale, 2, "台灯用三天底座掉漆，心疼钱").comesIn();
        var played = review.played;
        review.causeFound(
                "agent2",
                "PRODUCT",
                "PRODUCT",
                "RETURN_REFUND",
                "reason",
                "QUALITY_DEFECT",
                "lines",
                "1:1",
                "evidence",
                "SUFFICIENT");
        played.goodsComeBack();
        assertThat(played.rules("return-eligibility")).containsExactly("RE-05");
        played.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", 1, "goodsGrade_1", "B", "finding_1", "DEFECT_CONFIRMED"));
        assertThat(played.show().at("/procedure").asText()).isEqualTo("REVIEW");
        review.replied("agent2", review.script());
        assertThat(played.refunds()).containsExactly(sale.payment(1) + " SETTLED 18700");
        played.awaitTold("Task_InviteNewLook");
        played.fires("REVIEW_UPDATED", "rating", 4, "text", "已处理，客服负责");

        review.ends("RESOLVED_FULL RETURN_REFUND", "IMPROVED");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 18700");
        assertThat(shop.stock("LAMP-9")).contains("hold 1");
        assertThat(played.show().at("/review/rating").asInt()).isEqualTo(4);
        assertThat(JdbcClient.create(database)
                        .sql(
                                "select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null")
                        .param(played.number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void moneyDoesNotWaitForTheReview() {
        var sale = shop.sold(
                shop.sale().line("LAMP-9", 1, 2900).paid("ALIPAY", 2900).signed(6));
        var review = new PublishedReview(shop, sale, 1, "灯罩有裂纹").comesIn();
        var played = review.played;
        review.causeFound("agent", "PRODUCT", "PRODUCT", "REFUND_ONLY", "reason", "QUALITY_DEFECT");
        played.completes(
                "agent",
                "Task_ReviewRefundRequest",
                Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 2900));
        played.happens("REVIEW_UPDATED", "rating", 1, "text", "还是不满意");
        played.task("agent", PublishedReview.REPLY);
        assertThat(played.refunds()).containsExactly(sale.payment(1) + " SETTLED 2900");
        review.replied("agent", review.script());
        review.ends("RESOLVED_FULL REFUND_NO_RETURN", "UNCHANGED");
        assertThat(played.told()).doesNotContain("Task_InviteNewLook");
    }

    @Test
    void whatWasMissingIsSentAgainAsAgreed() {
        shop.stock("SCREWS-M6", 5);
        var sale = shop.sold(
                shop.sale().line("SCREWS-M6", 2, 1800).paid("ALIPAY", 1800).signed(2));
        var review = new PublishedReview(shop, sale, 1, "少了一包螺丝").comesIn();
        var played = review.played;
        review.causeFound("agent2", "PACKAGING", "WAREHOUSE_PICK", "RESEND", "reason", "MISSING_PARTS", "lines", "1:1");
        played.awaitTold("Task_TellShipped");
        var parcels = Await.until(
                "parcel",
                () -> Shop.items(shop.as("agent")
                        .get(played.path() + "/parcels")
                        .is(200)
                        .body()
                        .at("/items")),
                p -> !p.isEmpty());
        played.scan(parcels.get(0).at("/trackingNumber").asText(), "DELIVERED");
        review.replied("agent2", review.script());
        played.fire("Event_UpdateWaitOver");
        review.ends("RESOLVED_FULL RESEND", "UNCHANGED");
        assertThat(shop.stock("SCREWS-M6")).startsWith("sellable 4");
    }

    @Test
    void agreedOtherwiseWhileTheReturnIsLookedAt() {
        var review = PublishedReview.of(shop, 2, "袖口开线").comesIn();
        var played = review.played;
        review.causeFound(
                "agent", "PRODUCT", "PRODUCT", "RETURN_REFUND", "reason", "QUALITY_DEFECT", "evidence", "CONTRADICTS");
        played.completes(
                "agent",
                "Task_ReviewReturnRequest",
                Map.of("decision", "OFFER_OTHER", "offerProcedure", "REFUND_ONLY", "messageToCustomer", "直接退款"));
        played.completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "ACCEPTED"));
        played.completes(
                "agent",
                "Task_ReviewRefundRequest",
                Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 3000));
        played.task("agent", PublishedReview.REPLY);
        assertThat(played.show().at("/procedure").asText()).isEqualTo("REVIEW");
        assertThat(played.refunds()).containsExactly(review.sale.payment(1) + " SETTLED 3000");
    }

    @Test
    void exchangeThatIsWithdrawnLeavesTheReviewToBeAnswered() {
        shop.stock("TS-130-L", 0); // so that nothing has left before the customer withdraws
        var review = PublishedReview.of(shop, 2, "领口开线").comesIn();
        var played = review.played;
        review.causeFound(
                "agent2",
                "PRODUCT",
                "PRODUCT",
                "EXCHANGE",
                "reason",
                "QUALITY_DEFECT",
                "evidence",
                "SUFFICIENT",
                "wantedSku",
                "TS-130-L");
        played.fires("CUSTOMER_WITHDREW");
        review.replied("agent2", review.script());
        played.fire("Event_UpdateWaitOver");
        review.ends("WITHDRAWN", "UNCHANGED");
    }

    @Test
    void customerWhoKeepsTheGoodsEndsTheReturnAndNotTheReview() {
        var review = PublishedReview.of(shop, 2, "颜色和图片不一样").comesIn();
        var played = review.played;
        review.causeFound(
                "agent",
                "DESCRIPTION",
                "DESCRIPTION",
                "RETURN_REFUND",
                "reason",
                "NOT_AS_DESCRIBED",
                "evidence",
                "SUFFICIENT");
        played.awaitTold("Task_TellWhereToSend");
        played.fires("CUSTOMER_WITHDREW");
        review.replied("agent", review.script());
        played.fire("Event_UpdateWaitOver");
        review.ends("WITHDRAWN", "UNCHANGED");
    }
}
