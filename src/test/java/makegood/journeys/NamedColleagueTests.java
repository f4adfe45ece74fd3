package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague named as the cause of a review is heard, and a lead without part in it confirms, before anything counts. */
class NamedColleagueTests extends ShopJourney {
    private static final String VIEW = "Task_StateView";
    private static final String CONFIRM = "Task_ConfirmNamedColleague";
    private static final String PROOF = "聊天记录：47分钟后才有人回复";

    @Autowired
    private DataSource database;

    /** The review of a case whose agent has named somebody. */
    private PublishedReview named(String by, String colleague) {
        var review = PublishedReview.of(shop, 1, "问个尺码半天没人理").comesIn();
        review.causeFound(
                by,
                "SERVICE",
                "AGENT",
                "GUIDANCE",
                "agentNamed",
                colleague,
                "proof",
                PROOF,
                "messageToCustomer",
                "按您的身高建议L码。");
        return review;
    }

    private String hired(String grade, String... teams) {
        var account = grade.toLowerCase(java.util.Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        shop.as("admin")
                .put(
                        "/api/v1/people/" + account,
                        Map.of(
                                "password",
                                account,
                                "grade",
                                grade,
                                "teams",
                                List.of(teams),
                                "stores",
                                List.of(Shop.STORE)))
                .is(201);
        return account;
    }

    private static Map<String, Object> says(String decision) {
        return Map.of("decision", decision, "note", "聊天时间与排班记录");
    }

    private String naming(PublishedReview review) {
        return JdbcClient.create(database)
                .sql("select account, naming_state, view_text from named_colleague where case_number = ?")
                .param(review.played.number)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    @Test
    void countsOnlyWhenHeardAndConfirmedAndHoldsNobodyUp() {
        var xiaoyu = hired("JUNIOR", "after-sales");
        var review = named("agent", xiaoyu);
        var played = review.played;
        review.replied("agent", review.script());
        played.fire("Event_UpdateWaitOver");
        review.ends("RESOLVED_FULL GUIDANCE", "UNCHANGED");
        assertThat(naming(review)).isEqualTo(xiaoyu + " OPEN null");

        var task = played.task(xiaoyu, VIEW);
        assertThat(shop.as("manager").get("/engine-rest/task/" + task).is(200).text("/assignee"))
                .isEqualTo(xiaoyu);
        var shown = shop.as(xiaoyu).get("/api/v1/tasks/" + task + "/case").is(200);
        assertThat(shown.text("/proposal/namingProof")).isEqualTo(PROOF);
        assertThat(shown.text("/proposal/namedBy")).isEqualTo("agent");
        played.complete("agent2", task, VIEW, Map.of("view", "我替她说")).is(403);
        played.completes(xiaoyu, VIEW, Map.of("view", "当时同时接待十二位客户"));
        assertThat(naming(review)).isEqualTo(xiaoyu + " OPEN 当时同时接待十二位客户");

        var confirm = played.task("lead", CONFIRM);
        assertThat(shop.as("lead").get("/api/v1/tasks/" + confirm + "/case").text("/proposal/colleagueView"))
                .contains("十二位");
        played.complete("agent2", confirm, CONFIRM, says("CONFIRM")).is(403);
        played.completes("lead", CONFIRM, says("CONFIRM"));
        assertThat(naming(review)).startsWith(xiaoyu + " CONFIRMED");
        assertThat(played.timeline("NAMING")).hasSize(3).noneMatch(t -> t.contains(xiaoyu));
    }

    @Test
    void rejectedCountsForNothing() {
        var xiaoyu = hired("JUNIOR", "after-sales");
        var review = named("agent", xiaoyu);
        review.played.completes(xiaoyu, VIEW, Map.of("view", "系统当时无法登录"));
        review.played.completes("lead", CONFIRM, says("REJECT"));
        assertThat(naming(review)).startsWith(xiaoyu + " REJECTED");
        assertThat(review.played.timeline("NAMING")).last().asString().contains("counts for nothing");
        review.played.task("agent", PublishedReview.REPLY);
    }

    @Test
    void silenceAdmitsNothing() {
        var xiaoyu = hired("JUNIOR", "after-sales");
        var review = named("agent", xiaoyu);
        var task = review.played.task(xiaoyu, VIEW);
        review.played.fire("Event_ViewLimitPassed");
        var confirm = review.played.task("lead", CONFIRM);
        assertThat(shop.as("lead")
                        .get("/api/v1/tasks/" + confirm + "/case")
                        .body()
                        .at("/proposal/colleagueView")
                        .asText("none"))
                .isEmpty();
        assertThat(naming(review)).isEqualTo(xiaoyu + " OPEN null");
        assertThat(review.played
                        .complete(xiaoyu, task, VIEW, Map.of("view", "太晚了"))
                        .status())
                .isBetween(400, 499);
        review.played.completes("lead", CONFIRM, says("REJECT"));
        assertThat(review.played.timeline("NAMING")).last().asString().contains("admits nothing");
        assertThat(naming(review)).isEqualTo(xiaoyu + " REJECTED null");
    }

    @Test
    void nobodyConfirmsWhomTheyNamedOrThemselves() {
        var named = hired("LEAD", "after-sales", "leads");
        var naming = hired("LEAD", "after-sales", "leads");
        var helper = hired("MID", "leads");
        var review = named(naming, named);
        var played = review.played;
        played.completes(named, VIEW, Map.of("view", "我当时在开会"));
        played.complete(named, CONFIRM, says("REJECT")).refused(403, "OWN_REQUEST");
        played.complete(naming, CONFIRM, says("CONFIRM")).refused(403, "OWN_REQUEST");
        played.complete(helper, CONFIRM, says("CONFIRM")).refused(422, "BEYOND_AUTHORITY");
        assertThat(naming(review)).startsWith(named + " OPEN");
        played.completes("lead", CONFIRM, says("CONFIRM"));
        assertThat(naming(review)).startsWith(named + " CONFIRMED");
    }

    @Test
    void nobodyGivesTheViewOfAnother() {
        var xiaoyu = hired("JUNIOR", "after-sales");
        var review = named("agent", xiaoyu);
        var task = review.played.task(xiaoyu, VIEW);
        shop.as("lead")
                .post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "agent2"))
                .is(204);
        review.played.complete("agent2", task, VIEW, Map.of("view", "是她的错")).refused(403, "NOT_YOUR_VIEW");
        assertThat(naming(review)).isEqualTo(xiaoyu + " OPEN null");
    }

    @Test
    void badInputLeavesTheTasksOpen() {
        var xiaoyu = hired("JUNIOR", "after-sales");
        var review = named("agent", xiaoyu);
        var played = review.played;
        for (var bad : List.<Map<String, Object>>of(Map.of(), Map.of("view", " "), Map.of("view", "长".repeat(2001)))) {
            played.complete(xiaoyu, VIEW, bad).refused(422, "INVALID_INPUT");
        }
        played.completes(xiaoyu, VIEW, Map.of("view", "<script>alert(1)</script>"));
        for (var bad : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("decision", "CONFIRM"),
                Map.of("decision", "MAYBE", "note", "依据"),
                Map.of("decision", "REJECT", "note", "长".repeat(2001)))) {
            played.complete("lead", CONFIRM, bad).refused(422, "INVALID_INPUT");
        }
        played.task("lead", CONFIRM);
    }

    @Test
    void colleagueOfAnotherStoreCannotBeNamed() {
        var review = PublishedReview.of(shop, 1, "客服爱答不理").comesIn();
        review.tried("agent", "CHAT", true);
        review.played
                .complete(
                        "agent",
                        PublishedReview.CAUSE,
                        PublishedReview.cause(
                                "SERVICE", "AGENT", "APOLOGY", "agentNamed", "agent-south", "proof", PROOF))
                .refused(422, "INVALID_INPUT");
    }
}
