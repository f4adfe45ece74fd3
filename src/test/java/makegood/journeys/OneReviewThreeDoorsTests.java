package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-033: the same review by event (twice at once), by the morning's look and by hand is one case. */
class OneReviewThreeDoorsTests extends ShopJourney {
    @Autowired
    private DataSource database;

    @Test
    void threeDoorsLeadToOneCase() throws Exception {
        var sale = shop.sold(
                shop.sale().line("RN-90-40", 1, 25900).paid("WECHAT", 25900).signed(3));
        var review = new PublishedReview(shop, sale, 3, "码数偏大，鞋底硬");
        twice(review);
        review.listed();
        look();
        byHand(review);

        assertThat(review.cases()).hasSize(1);
        review.played = new PlayedCase(shop, review.cases().get(0));
        assertThat(review.played.tasks("manager", PublishedReview.CONTACT)).hasSize(1);
        assertThat(running(review.played.number)).isEqualTo(1);
        assertThat(Shop.items(review.played.show().at("/clocks")).stream()
                        .filter(c -> c.at("/stage").asText().equals("REVIEW_CONTACT")))
                .hasSize(1);
        endsOnce(review);
    }

    /** One contact, one cause with the unit that answers for it, one answer, and not one fen. */
    private void endsOnce(PublishedReview review) {
        var played = review.played;
        review.causeFound(
                "agent",
                "DESCRIPTION",
                "DESCRIPTION",
                "GUIDANCE",
                "messageToCustomer",
                "尺码表偏大，您平时穿40码的话建议拍39码，已请同事更正页面。");
        review.replied("agent", review.script());
        played.fire("Event_UpdateWaitOver");
        review.ends("RESOLVED_FULL GUIDANCE", "UNCHANGED");
        assertThat(played.timeline("CONTACT")).hasSize(1);
        assertThat(played.timeline("CAUSE"))
                .singleElement()
                .asString()
                .contains("the description; answers for it: the description");
        assertThat(booked("cause = 'DESCRIPTION' and fault_unit = 'DESCRIPTION'", played.number))
                .isEqualTo(1);
        assertThat(review.replies()).isEqualTo(1);
        assertThat(played.told()).containsExactly("Task_TellAdvice", "Task_InviteNewLook", "Task_TellOutcome");
        assertThat(played.refunds()).isEmpty();
        assertThat(played.costs()).isEmpty();
        assertThat(shop.gateway(review.sale.payment(1))).isEmpty();
        for (var field : new String[] {"refunded", "pending", "compensated", "charged"}) {
            assertThat(played.show().at("/money/" + field + "/amount").asLong()).isZero();
        }
        assertThat(review.cases()).containsExactly(played.number);
        var later = shop.ask("shop", review.request()).is(200);
        assertThat(later.text("/caseNumber")).isEqualTo(played.number);
        assertThat(later.text("/joined")).isEqualTo("true");
    }

    private long booked(String what, String caseNumber) {
        return JdbcClient.create(database)
                .sql("select count(*) from review_case where case_number = ? and " + what)
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    /** The event is delivered twice within one second. */
    private void twice(PublishedReview review) throws Exception {
        var request = review.request();
        var both = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 2; i++) {
            both.add(() -> shop.as("shop").post("/api/v1/cases", request));
        }
        shop.as("shop");
        var pool = Executors.newFixedThreadPool(2);
        var answers = new ArrayList<Reply>();
        for (var answer : pool.invokeAll(both)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).extracting(Reply::status).containsExactlyInAnyOrder(201, 200);
        assertThat(answers)
                .extracting(r -> r.text("/caseNumber"))
                .containsOnly(answers.get(0).text("/caseNumber"));
        assertThat(answers).extracting(r -> r.text("/joined")).containsExactlyInAnyOrder("true", "");
    }

    private void look() {
        new PlayedCase(shop, "review-watch-" + Shop.STORE).fire("Event_TimeToLook");
        Await.aWhile();
    }

    private void byHand(PublishedReview review) {
        shop.hire("xiaoyu", "JUNIOR");
        var variables = new HashMap<String, Object>();
        Map.of(
                        "store",
                        Shop.STORE,
                        "orderNumber",
                        review.sale.orderNumber,
                        "procedure",
                        "REVIEW",
                        "reason",
                        "NOT_AS_DESCRIBED",
                        "channel",
                        "REVIEW",
                        "reviewId",
                        review.id,
                        "rating",
                        "3",
                        "reviewText",
                        "码数偏大，鞋底硬")
                .forEach((name, value) -> variables.put(name, Map.of("value", value)));
        var answer = shop.as("xiaoyu")
                .inTasklist()
                .post(
                        "/camunda/api/engine/engine/default/process-definition/key/after-sales-case/submit-form",
                        Map.of("variables", variables))
                .is(200);
        assertThat(answer.text("/businessKey")).isEqualTo(review.cases().get(0));
    }

    private long running(String caseNumber) {
        return JdbcClient.create(database)
                .sql("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ?"
                        + " and SUPER_PROCESS_INSTANCE_ID_ is null and END_TIME_ is null")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    @Test
    void anOrderlessReviewIsOneCaseToo() throws Exception {
        var review = new PublishedReview(shop, null, 2, "不知道哪家寄来的，质量一般");
        twice(review);
        review.played = new PlayedCase(shop, review.cases().get(0));
        assertThat(review.played.rules("review-triage")).containsExactly("RV-09");
        review.replied("agent", review.script());
        review.ends("RESOLVED_FULL", "UNCHANGED");
        assertThat(review.played.told()).isEmpty();
        assertThat(review.played.timeline("NOT_TOLD")).hasSize(1);
    }

    @Test
    void afterClosingOnlyAChangedReviewOpensANewCase() {
        var review = PublishedReview.of(shop, 2, "袖子线头多").comesIn();
        review.played.fires("CUSTOMER_WITHDREW");
        review.ends("WITHDRAWN", "UNCHANGED");

        var same = shop.ask("shop", review.request()).is(200);
        assertThat(same.text("/caseNumber")).isEqualTo(review.played.number);
        assertThat(same.text("/joined")).isEqualTo("true");

        var changed = shop.ask("shop", review.request(1, "一洗就脱线")).is(201);
        assertThat(changed.text("/caseNumber")).isNotEqualTo(review.played.number);
        assertThat(changed.body().at("/linkedCases").toString()).contains(review.played.number);
    }

    @Test
    void changedReviewThatComesInAgainIsTheUpdate() {
        var review = PublishedReview.of(shop, 2, "颜色有点暗").comesIn();
        shop.ask("shop", review.request(4, "沟通后理解了")).is(200);
        assertThat(review.played.show().at("/review/rating").asInt()).isEqualTo(4);
        review.helped();
        review.replied("agent", review.script());
        review.ends("RESOLVED_FULL APOLOGY", "IMPROVED");
        assertThat(review.played.told()).doesNotContain("Task_InviteNewLook");
    }

    @Test
    void reviewOfACustomerWhoIsHelpedAlreadyJoinsThatCase() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 9900, true);
        var review = new PublishedReview(shop, back.sale(), 1, "不合适").comesIn();
        review.ends("MERGED", "");
        assertThat(review.played.told()).isEmpty();
        assertThat(review.played.rules("review-triage")).containsExactly("RV-05");
        assertThat(review.played.show().at("/linkedCases").toString()).contains(back.played().number);
        assertThat(back.played().timeline("REVIEW")).anyMatch(e -> e.contains("不合适"));
        assertThat(back.played().show().at("/review/reviewId").asText()).isEqualTo(review.id);
        back.played().fires("REVIEW_UPDATED", "rating", 5);
        assertThat(shop.ask("shop", review.request()).is(200).text("/caseNumber"))
                .isEqualTo(back.played().number);
        assertThat(back.played().open()).isTrue();
    }
}
