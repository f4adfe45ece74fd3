package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-029: one star for slow service, found by the morning's look, made good without a word about stars. */
class SlowServiceReviewTests extends ShopJourney {
    private static final String WORDS = "问个尺码半天没人理，衣服还行，这服务一星";

    @Autowired
    private DataSource database;

    @Test
    void isFoundContactedTwiceAnsweredAndAskedOnce() {
        shop.hire("xiaoyu", "JUNIOR");
        var review = PublishedReview.of(shop, 1, WORDS);
        review.listed();
        new PlayedCase(shop, "review-watch-" + Shop.STORE).fire("Event_TimeToLook");
        review.played = new PlayedCase(
                shop,
                Await.until("case of the review", review::cases, c -> !c.isEmpty())
                        .get(0));
        var played = review.played;
        assertThat(played.show().at("/review/text").asText()).isEqualTo(WORDS);
        assertThat(played.rules("triage")).containsExactly("TR-05");
        assertThat(played.rules("review-triage")).containsExactly("RV-06");

        played.happens("AGENT_REPLIED", "text", "亲，在的", "automatic", true);
        assertThat(played.clock("FIRST_RESPONSE").hasNonNull("dueAt")).isTrue();
        assertThat(played.tasks("agent", PublishedReview.CONTACT)
                        .get(0)
                        .at("/due")
                        .asText())
                .isNotEmpty();
        review.tried("agent", "CHAT", false);
        assertThat(played.show().at("/clocks").findValuesAsText("stage")).doesNotContain("FIRST_RESPONSE");
        assertThat(played.waits("after-sales")).containsExactly("CONTACT_AGAIN");
        played.fire("Event_NextTryDue");
        review.tried("agent", "PHONE", true);
        played.completes(
                "agent",
                PublishedReview.CAUSE,
                PublishedReview.cause(
                        "SERVICE",
                        "AGENT",
                        "GUIDANCE",
                        "agentNamed",
                        "xiaoyu",
                        "proof",
                        "聊天记录：47分钟后才有人回复",
                        "messageToCustomer",
                        "按您的身高建议L码，袖长偏短一厘米。"));
        played.completes("xiaoyu", "Task_StateView", Map.of("view", "当时一人值班，同时接待多位客户"));
        played.completes(
                "lead", "Task_ConfirmNamedColleague", Map.of("decision", "CONFIRM", "note", "聊天记录显示47分钟无人工回复"));
        review.replied("agent", review.script());
        played.awaitTold("Task_InviteNewLook");
        assertThat(played.told("Task_InviteNewLook")).doesNotContain("退款", "coupon", "5");
        played.fire("Event_UpdateWaitOver");

        review.ends("RESOLVED_FULL GUIDANCE", "UNCHANGED");
        assertThat(played.told())
                .containsExactly("Task_TellAdvice", "Task_InviteNewLook", "Task_TellOutcome")
                .hasSize(3);
        assertThat(played.timeline("CONTACT")).hasSize(2);
        assertThat(review.replies()).isEqualTo(1);
        assertThat(played.calls("finance.pay-out")).isEmpty();
        assertThat(booked(played.number))
                .isEqualTo(Map.of("CAUSE", "SERVICE", "UNIT", "AGENT", "WHO", "xiaoyu", "STATE", "CONFIRMED"));
        assertThat(review.cases()).isEqualTo(List.of(played.number));
    }

    private Map<String, Object> booked(String caseNumber) {
        return JdbcClient.create(database)
                .sql("select r.cause, r.fault_unit as unit, n.account as who, n.naming_state as state"
                        + " from review_case r join named_colleague n on n.case_number = r.case_number"
                        + " where r.case_number = ?")
                .param(caseNumber)
                .query()
                .singleRow()
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        e -> e.getKey().toUpperCase(java.util.Locale.ROOT), Map.Entry::getValue));
    }
}
