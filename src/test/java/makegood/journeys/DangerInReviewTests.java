package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A review that names a danger stays a review: the customer is asked first, product hears of it, the goods come back at our cost. */
class DangerInReviewTests extends ShopJourney {
    private static final String REPORT = "product.report-defect";

    private PublishedReview reported(Sale sale, String words) {
        var review = new PublishedReview(shop, sale, 1, words);
        var request = review.request();
        request.put("reason", "SAFETY_HAZARD");
        review.played = shop.opened("shop", request);
        return review;
    }

    private Sale powerBank() {
        return shop.sold(
                shop.sale().line("PB-20K", 1, 12900).paid("ALIPAY", 12900).signed(9));
    }

    @Test
    void reportedAsDangerItIsServedAsAReviewAndTheGoodsComeBack() {
        var sale = powerBank();
        var review = reported(sale, "充着电就鼓起来了，外壳都裂开");
        var played = review.played;
        played.awaitTold("Task_AskAboutSafety");
        assertThat(played.rules("triage")).containsExactly("TR-05");
        assertThat(played.rules("review-triage")).containsExactly("RV-01");
        assertThat(played.show().at("/procedure").asText()).isEqualTo("REVIEW");
        assertThat(played.show().at("/priority").asText()).isEqualTo("P1");
        var report = Await.until("report", () -> played.calls(REPORT), calls -> calls.size() == 1)
                .get(0);
        assertThat(report.at("/payload/lines/0/sku").asText()).isEqualTo("PB-20K");
        assertThat(report.at("/payload/words").asText()).contains("鼓起来");
        Await.until("taken up", () -> played.timeline("HAZARD"), t -> t.size() == 1);
        played.completes("lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED"));

        review.tried("agent2", "PHONE", true);
        for (var wrong :
                new Object[][] {{"APOLOGY", ""}, {"REFUND_ONLY", "SAFETY_HAZARD"}, {"RETURN_REFUND", "NO_REASON_7D"}}) {
            played.complete(
                            "agent2",
                            PublishedReview.CAUSE,
                            PublishedReview.cause("PRODUCT", "PRODUCT", (String) wrong[0], "reason", wrong[1]))
                    .refused(422, "INVALID_INPUT");
        }
        played.completes(
                "agent2",
                PublishedReview.CAUSE,
                PublishedReview.cause("PRODUCT", "PRODUCT", "RETURN_REFUND", "reason", "SAFETY_HAZARD"));
        played.goodsComeBack();
        assertThat(played.rules("return-eligibility")).containsExactly("RE-01");
        played.completes(
                "warehouse",
                "Task_InspectReturnedGoods",
                Map.of("receivedQuantity_1", 1, "goodsGrade_1", "D", "finding_1", "DEFECT_CONFIRMED"));
        review.replied("agent2", review.script());
        played.fire("Event_UpdateWaitOver");
        review.ends("RESOLVED_FULL RETURN_REFUND", "UNCHANGED");
        assertThat(played.refunds()).containsExactly(sale.payment(1) + " SETTLED 12900");
        assertThat(played.calls(REPORT)).hasSize(1);
    }

    @Test
    void whatNoLongerExistsNeedNotComeBackButSomebodySaysWhy() {
        var sale = powerBank();
        var review = reported(sale, "冒烟了，我扔了");
        review.causeFound(
                "agent2",
                "PRODUCT",
                "PRODUCT",
                "REFUND_ONLY",
                "reason",
                "AGREED_BY_BOTH", // there is nothing left to take back
                "hazardNote",
                "客户已丢弃，照片留存",
                "evidence",
                "SUFFICIENT");
        review.played.completes(
                "agent2",
                "Task_ReviewRefundRequest",
                Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "approvedAmount", 12900));
        review.played.task("agent2", PublishedReview.REPLY);
        assertThat(review.played.timeline("HAZARD")).anyMatch(t -> t.contains("已丢弃"));
    }

    /** Nobody can be written to, so nothing is sent; product hears of it all the same. */
    @Test
    void dangerNamedByAnUnknownAuthorSendsNothingIntoTheVoid() {
        var review = new PublishedReview(shop, null, 1, "插上就冒烟").comesIn();
        var played = review.played;
        played.completes("agent", "Task_JudgeReview", Map.of("sign", "HAZARD"));
        review.tried("agent", "MARKETPLACE", true);
        played.complete(
                        "agent",
                        PublishedReview.CAUSE,
                        PublishedReview.cause("PRODUCT", "PRODUCT", "APOLOGY", "messageToCustomer", "请停止使用。"))
                .refused(422, "INVALID_INPUT");
        played.completes("agent", PublishedReview.CAUSE, PublishedReview.cause("PRODUCT", "PRODUCT", "APOLOGY"));
        review.replied("agent", review.script());
        review.ends("RESOLVED_FULL APOLOGY", "UNCHANGED");
        assertThat(played.told()).isEmpty();
        assertThat(played.calls(REPORT)).hasSize(1);
        assertThat(played.calls(REPORT).get(0).at("/payload/lines")).isEmpty();
        assertThat(played.timeline("NOT_TOLD")).hasSize(1);
    }
}
