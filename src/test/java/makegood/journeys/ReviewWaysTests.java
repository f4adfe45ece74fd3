package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The other ways of a review, their ends and what comes between. */
class ReviewWaysTests extends ShopJourney {
    @Test
    void dangerComesFirst() {
        var review = PublishedReview.of(shop, 2, "充电时冒烟了，太吓人").comesIn();
        assertThat(review.played.show().at("/priority").asText()).isEqualTo("P1");
        review.played.completes("agent", "Task_JudgeReview", Map.of("sign", "HAZARD", "reviewCause", "PRODUCT"));
        review.played.awaitTold("Task_AskAboutSafety");
        assertThat(review.played.rules("review-triage")).containsExactly("RV-01");
        review.played.completes("lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED"));
        review.tried("agent", "PHONE", true);
    }

    @Test
    void praiseIsLeftAlone() {
        var review = PublishedReview.of(shop, 5, "很喜欢，下次还来").comesIn();
        review.ends("RESOLVED_FULL", "UNCHANGED");
        assertThat(review.played.rules("review-triage")).containsExactly("RV-11");
        assertThat(review.played.told()).isEmpty();
        assertThat(review.replies()).isZero();
    }

    @Test
    void fiveStarsWithTroubleInTheWordsAreTrouble() {
        var review = PublishedReview.of(shop, 5, "刚收到就坏了，想退货").comesIn();
        review.played.completes("agent", "Task_JudgeReview", Map.of("sign", "MISTAKE"));
        review.played.task("agent", PublishedReview.CONTACT);
        assertThat(review.played.rules("review-triage")).containsExactly("RV-08");
    }

    @Test
    void leadLooksAtStarsWithoutWordsOrOrder() {
        var review = new PublishedReview(shop, null, 1, "").comesIn();
        review.played
                .complete("lead", "Task_LookAtReview", Map.of("decision", "JOIN_CASE"))
                .refused(422, "INVALID_INPUT");
        review.played.completes("lead", "Task_LookAtReview", Map.of("decision", "THANK_ONLY"));
        review.ends("RESOLVED_FULL", "UNCHANGED");
    }

    @Test
    void authorWhoCannotBeReachedGetsAPublicAnswerAndNoFourthTry() {
        var review = PublishedReview.of(shop, 1, "裤子短了一截").comesIn();
        var played = review.played;
        review.tried("agent", "CHAT", false);
        played.fire("Event_NextTryDue");
        review.tried("agent", "CHAT", false);
        played.fire("Event_NextTryDue");
        played.complete("agent", PublishedReview.CONTACT, Map.of("channel", "CHAT", "reached", false))
                .refused(422, "INVALID_INPUT");
        review.tried("agent", "SMS", false);
        review.replied("agent", review.script());
        review.ends("UNREACHABLE", "NO_CONTACT");
        assertThat(played.timeline("CONTACT")).hasSize(3);
        assertThat(played.told()).doesNotContain("Task_InviteNewLook");
    }

    @Test
    void authorWhoWritesBackIsAnsweredAtOnce() {
        var review = PublishedReview.of(shop, 2, "拉链不顺").comesIn();
        review.tried("agent", "CHAT", false);
        review.played.fires("CUSTOMER_REPLIED", "text", "我在，你说", "channel", "CHAT");
        review.tried("agent", "CHAT", true);
        review.played.task("agent", PublishedReview.CAUSE);
    }

    @Test
    void updateDuringTheWaitEndsIt() {
        var review = PublishedReview.of(shop, 3, "包装有点皱").comesIn();
        review.helped();
        review.replied("agent", review.script());
        review.played.awaitTold("Task_InviteNewLook");
        review.played.fires("REVIEW_UPDATED", "rating", 1, "text", "又皱了");
        review.ends("RESOLVED_FULL APOLOGY", "WORSENED");
    }

    @Test
    void customerMayBeSatisfiedAndLeaveTheStarsAsTheyAre() {
        var review = PublishedReview.of(shop, 2, "说明书看不懂").comesIn();
        review.tried("agent", "PHONE", true);
        review.played.completes(
                "agent",
                PublishedReview.CAUSE,
                PublishedReview.cause("EXPECTATION", "NONE", "NONE", "customerSatisfied", true));
        review.played.completes("agent", PublishedReview.REPLY, Map.of("decision", "LEAVE_UNANSWERED"));
        review.played.fire("Event_UpdateWaitOver");
        review.ends("RESOLVED_FULL", "CUSTOMER_SATISFIED");
        assertThat(review.replies()).isZero();
    }

    @Test
    void replyThatTheMarketplaceRefusesIsWrittenAnew() {
        shop.next("marketplace.reply-to-review", "REFUSE:WORDS_NOT_ALLOWED", "OK");
        var review = new PublishedReview(shop, null, 2, "快递太慢").comesIn();
        review.replied("agent", PublishedReview.OWN_WORDS);
        Await.until("refusal", () -> review.played.timeline("REPLY"), t -> t.size() == 2);
        review.replied("agent", review.script());
        review.ends("RESOLVED_FULL", "UNCHANGED");
        assertThat(review.replies()).isEqualTo(2);
    }

    @Test
    void answerOfTheMarketplaceThatGetsLostPublishesOnce() {
        shop.next("marketplace.reply-to-review", "LOSE_ANSWER");
        var review = new PublishedReview(shop, null, 2, "快递太慢了").comesIn();
        review.replied("agent", review.script());
        review.ends("RESOLVED_FULL", "UNCHANGED");
        assertThat(review.played.calls("marketplace.reply-to-review").stream()
                        .filter(c -> c.at("/effect").asBoolean()))
                .hasSize(1);
    }

    @Test
    void causeNamesAPersonOnlyWithProof() {
        var review = PublishedReview.of(shop, 1, "客服态度不好").comesIn();
        review.tried("agent", "CHAT", true);
        for (var wrong :
                new Object[][] {{"PRODUCT", "agent2", "聊天"}, {"SERVICE", "nobody-here", "聊天"}, {"SERVICE", "agent2", ""}
                }) {
            review.played
                    .complete(
                            "agent",
                            PublishedReview.CAUSE,
                            PublishedReview.cause(
                                    (String) wrong[0], "AGENT", "APOLOGY", "agentNamed", wrong[1], "proof", wrong[2]))
                    .refused(422, "INVALID_INPUT");
        }
        review.played
                .complete("agent", PublishedReview.CAUSE, Map.of("reviewCause", "NO_SUCH"))
                .refused(422, "INVALID_INPUT");
        review.played
                .complete("agent", PublishedReview.CAUSE, PublishedReview.cause("PRODUCT", "PRODUCT", "RETURN_REFUND"))
                .refused(422, "INVALID_INPUT");
        review.played
                .complete(
                        "agent",
                        PublishedReview.CAUSE,
                        PublishedReview.cause(
                                "PRODUCT", "PRODUCT", "RETURN_REFUND", "reason", "QUALITY_DEFECT", "lines", "1:2"))
                .refused(422, "QUANTITY_EXCEEDS_ORDER");
        review.played.task("agent", PublishedReview.CAUSE);
    }

    @Test
    void reviewHoldsNoPiecesUntilARemedyNeedsThem() {
        var review = PublishedReview.of(shop, 2, "穿着显老").comesIn();
        var request = Shop.request(review.sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "想退");
        request.put("goodsIntact", true);
        shop.opened("shop", request);
        review.tried("agent", "CHAT", true);
        review.played
                .complete(
                        "agent",
                        PublishedReview.CAUSE,
                        PublishedReview.cause("EXPECTATION", "NONE", "RETURN_REFUND", "reason", "NO_REASON_7D"))
                .refused(409, "LINE_ALREADY_IN_CASE");
        review.played.completes("agent", PublishedReview.CAUSE, PublishedReview.cause("EXPECTATION", "NONE", "NONE"));
    }

    @Test
    void reviewWithoutStarsOrNumberOpensNothing() {
        var review = PublishedReview.of(shop, 1, "差");
        var request = review.request();
        request.put("review", Map.of("reviewId", "", "rating", 6));
        shop.ask("shop", request).refused(422, "INVALID_INPUT");
        request.remove("review");
        shop.ask("shop", request).refused(422, "INVALID_INPUT");
        var other = Shop.request(review.sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "退");
        other.put("channel", "REVIEW");
        shop.ask("shop", other).refused(422, "INVALID_INPUT");
    }
}
