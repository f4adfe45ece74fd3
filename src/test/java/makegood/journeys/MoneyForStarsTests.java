package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-032 and its neighbours: what is no honest opinion goes to a lead with a dossier, and never into public. */
class MoneyForStarsTests extends ShopJourney {
    private static final String JUDGE = "Task_JudgeReview";
    private static final String DOSSIER = "Task_CollectEvidence";
    private static final String APPEAL = "Task_DecideAppeal";

    private PublishedReview judged(int rating, String text, String sign) {
        var review = PublishedReview.of(shop, rating, text).comesIn();
        review.played.completes("agent", JUDGE, Map.of("sign", sign));
        return review;
    }

    private void decided(PublishedReview review, String decision) {
        review.played.completes("lead", APPEAL, Map.of("decision", decision));
    }

    @Test
    void extortionIsAppealedByALeadAfterOneSafetyQuestion() {
        var sale = shop.sold(
                shop.sale().line("LIP-06", 1, 12900).paid("WECHAT", 12900).signed(9));
        var review = new PublishedReview(shop, sale, 1, "烂脸了");
        var request = review.request();
        request.put("statement", "口红没问题，但不给我200红包就一星，我有三个号");
        review.played = shop.opened("agent", request);
        var played = review.played;
        played.completes("agent", JUDGE, Map.of("sign", "EXTORTION"));
        assertThat(played.rules("review-triage")).containsExactly("RV-03");
        assertThat(played.told("Task_AskSafetyQuestion")).isNotEmpty();
        played.task("agent", DOSSIER);
        played.photo("agent", "REVIEW_SNAPSHOT");
        played.photo("agent", "CHAT_RECORD");
        played.complete("agent", DOSSIER, Map.of("dossierNote", "聊天索要红包", "evidenceIds", "no-such-evidence"))
                .refused(422, "INVALID_INPUT");
        played.completes("agent", DOSSIER, Map.of("dossierNote", "聊天索要红包，另有两条相似评价"));
        var appeal = played.task("lead", APPEAL);
        assertThat(played.complete("agent", appeal, APPEAL, Map.of("decision", "APPEAL"))
                        .status())
                .isBetween(400, 499);
        assertThat(shop.as("lead").get("/api/v1/tasks/" + appeal + "/case").text("/proposal/dossier"))
                .contains("相似评价");
        decided(review, "APPEAL");
        var pending = Await.until("appeal", () -> played.calls("marketplace.appeal-review"), calls -> !calls.isEmpty());
        assertThat(pending.get(0).at("/payload/evidence")).hasSize(2);
        assertThat(played.waits("MARKETPLACE")).containsExactly("marketplace.appeal-review");
        answered(pending.get(0).at("/requestId").asText(), "REMOVED");

        review.ends("INVALID", "REMOVED_BY_PLATFORM");
        assertThat(review.replies()).isZero();
        assertThat(played.calls("finance.pay-out")).isEmpty();
        assertThat(played.told()).containsExactly("Task_AskSafetyQuestion");
        assertThat(review.cases()).containsExactly(played.number);
        assertThat(played.evidence()).hasSize(2);
    }

    private void answered(String request, String result) {
        shop.as("agent")
                .post("/api/v1/sandbox/requests/" + request, Map.of("answer", "OK", "values", Map.of("result", result)))
                .is(200);
    }

    @Test
    void appealThatThePlatformKeepsEndsWithoutAPublicWord() {
        var review = judged(1, "给我50块红包，不然一星", "EXTORTION");
        review.played.completes("agent", DOSSIER, Map.of("dossierNote", "索要红包"));
        decided(review, "APPEAL");
        var pending = Await.until(
                "appeal", () -> review.played.calls("marketplace.appeal-review"), calls -> !calls.isEmpty());
        answered(pending.get(0).at("/requestId").asText(), "KEPT");
        review.ends("INVALID", "APPEAL_LOST");
        assertThat(review.replies()).isZero();
        assertThat(review.played.told()).isEmpty();
    }

    @Test
    void rivalsReviewIsAnsweredCalmlyWhenThePlatformTakesNoAppeal() {
        shop.next("marketplace.appeal-review", "REFUSE:NOT_ELIGIBLE");
        var review = judged(1, "别买，去隔壁店，那家才是正品", "COMPETITOR");
        review.played.completes("agent", DOSSIER, Map.of("dossierNote", "同一账号只给本店差评"));
        decided(review, "APPEAL");
        review.replied("agent", review.script());
        review.ends("INVALID", "APPEAL_LOST");
        assertThat(review.replies()).isEqualTo(1);
    }

    @Test
    void leadMayLetItBe() {
        var review = judged(2, "给我补10块，否则差评", "EXTORTION");
        review.played.completes("agent", DOSSIER, Map.of("dossierNote", "只有一句话"));
        decided(review, "DO_NOT_APPEAL");
        review.ends("INVALID", "UNCHANGED");
        assertThat(review.played.calls("marketplace.appeal-review")).isEmpty();
        assertThat(review.played.told()).isEmpty();
    }

    @Test
    void personalDataIsReportedWithoutAnswer() {
        var review = judged(1, "老板电话13000000001，大家都去找他", "PRIVATE_DATA");
        decided(review, "APPEAL");
        var pending = Await.until(
                "report", () -> review.played.calls("marketplace.appeal-review"), calls -> !calls.isEmpty());
        assertThat(pending.get(0).at("/payload/reason").asText()).isEqualTo("PRIVATE_DATA");
        answered(pending.get(0).at("/requestId").asText(), "REMOVED");
        review.ends("INVALID", "REMOVED_BY_PLATFORM");
        assertThat(review.replies()).isZero();
    }

    @Test
    void maliceThatShowsInTheTalkGoesTheSameWay() {
        var review = PublishedReview.of(shop, 1, "很一般").comesIn();
        review.tried("agent", "CHAT", true);
        var played = review.played;
        played.complete(
                        "agent",
                        PublishedReview.CAUSE,
                        PublishedReview.cause("SUSPECTED_MALICIOUS", "NONE", "COMPENSATION", "sign", "EXTORTION"))
                .refused(422, "INVALID_INPUT");
        played.completes(
                "agent",
                PublishedReview.CAUSE,
                PublishedReview.cause("SUSPECTED_MALICIOUS", "NONE", "NONE", "sign", "EXTORTION"));
        played.task("agent", DOSSIER);
        assertThat(played.rules("review-triage")).containsExactly("RV-06", "RV-03");
    }
}
