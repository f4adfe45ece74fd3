package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-055: nobody answers the chat over lunch. What a silence costs, who gets the case then, and what ends it. */
class ChatClocksTests extends ShopJourney {
    private static final String ANSWER = "Task_AnswerCustomer";
    private static final String LEAD = "Task_LookIntoEscalation";

    @Test
    void afterHalfAnHourTheWholeTeamMayAnswer() {
        shop.hire("xiaoyu", "MID");
        shop.hire("aning", "MID");
        var bag = asked(Map.of());
        assertThat(running(bag)).containsExactlyInAnyOrder("FIRST_RESPONSE", "UNANSWERED_1", "UNANSWERED_2");
        assertThat(bag.happens("AGENT_REPLIED", "text", "亲，客服稍后为您服务", "automatic", true))
                .isFalse();
        assertThat(running(bag)).hasSize(3);
        var task = claimed(bag, "aning", ANSWER);
        assertThat(bag.show().at("/owner").asText()).isEqualTo("aning");
        bag.happens("ESCALATE", "reason", "COMPLEX");
        var leads = claimed(bag, "lead", LEAD);

        shop.later(Duration.ofMinutes(34));
        bag.await("offered", c -> !c.hasNonNull("owner"));
        assertThat(bag.show().at("/team").asText()).isEqualTo("after-sales");
        assertThat(assignee(task)).isIn("", "null");
        assertThat(assignee(leads)).as("what another team does goes on").isEqualTo("lead");
        assertThat(bag.timeline("OFFERED_TO_TEAM")).singleElement().asString().contains("aning");
        assertThat(misses(bag)).containsExactlyInAnyOrder("FIRST_RESPONSE aning", "UNANSWERED_1 aning");

        assertThat(bag.happens("AGENT_REPLIED", "text", "亲，我是小雨，请发张照片", "by", "xiaoyu"))
                .isTrue();
        assertThat(running(bag)).isEmpty();
        assertThat(bag.show().at("/owner").asText()).isEqualTo("xiaoyu");
        bag.happens("AGENT_REPLIED", "text", "同事补充", "by", "aning");
        assertThat(bag.show().at("/owner").asText())
                .as("whoever notes something does not take the case")
                .isEqualTo("xiaoyu");
        shop.later(Duration.ofMinutes(100));
        Await.aWhile();
        assertThat(misses(bag)).containsExactlyInAnyOrder("FIRST_RESPONSE aning", "UNANSWERED_1 aning");
        assertThat(bag.timeline("CLOCK_BREACHED")).hasSize(2);
        assertThat(bag.timeline("ESCALATED"))
                .as("nothing but the call for a lead")
                .hasSize(1);
        assertThat(bag.tasks("xiaoyu", ANSWER)).hasSize(1);
    }

    @Test
    void everyTwoHoursALeadIsAskedUntilSomebodyAnswers() {
        var bag = asked(Map.of());
        shop.later(Duration.ofMinutes(121));
        bag.task("lead", LEAD);
        assertThat(bag.timeline("ESCALATED")).hasSize(1);
        shop.later(Duration.ofMinutes(60));
        Await.aWhile();
        assertThat(bag.timeline("ESCALATED")).hasSize(1);
        shop.later(Duration.ofMinutes(61));
        Await.until("reminded", () -> bag.timeline("ESCALATED"), t -> t.size() == 2);
        assertThat(bag.tasks("lead", LEAD))
                .as("no second task beside the first")
                .hasSize(1);

        bag.completes("lead", LEAD, Map.of("decision", "NOTED"));
        assertThat(running(bag)).as("a lead's note is no answer").hasSize(3);
        shop.later(Duration.ofMinutes(120));
        bag.task("lead", LEAD);
        assertThat(bag.timeline("ESCALATED")).hasSize(3);
        assertThat(misses(bag)).hasSize(3).containsOnlyOnce("UNANSWERED_2 null");

        bag.completes("lead", LEAD, Map.of("decision", "TAKEN_OVER", "messageToCustomer", "很抱歉让您久等了"));
        assertThat(running(bag)).isEmpty();
        shop.later(Duration.ofMinutes(125));
        Await.aWhile();
        assertThat(bag.timeline("ESCALATED")).hasSize(3);
    }

    @Test
    void theOldestMessageWithoutAnAnswerCounts() {
        var bag = asked(Map.of());
        bag.happens("AGENT_REPLIED", "text", "在的", "by", "agent");
        event(bag, "CUSTOMER_REPLIED", "chat-1", Map.of("channel", "CHAT")).is(202);
        var due = bag.clock("NEXT_RESPONSE").at("/dueAt").asText();
        assertThat(running(bag)).containsExactlyInAnyOrder("NEXT_RESPONSE", "UNANSWERED_1", "UNANSWERED_2");
        shop.later(Duration.ofMinutes(1));
        event(bag, "CUSTOMER_REPLIED", "chat-1", Map.of("channel", "CHAT")).is(202);
        event(bag, "CUSTOMER_REPLIED", "chat-2", Map.of()).is(202);
        assertThat(running(bag)).hasSize(3);
        assertThat(bag.clock("NEXT_RESPONSE").at("/dueAt").asText()).isEqualTo(due);

        event(bag, "AGENT_REPLIED", "reply-1", Map.of("text", "马上看")).is(202);
        assertThat(running(bag)).isEmpty();
        bag.happens("CUSTOMER_REPLIED", "text", "好的吗", "channel", "CHAT");
        assertThat(event(bag, "AGENT_REPLIED", "reply-1", Map.of("text", "马上看"))
                        .body()
                        .at("/used")
                        .asBoolean())
                .as("the same answer again")
                .isTrue();
        assertThat(running(bag)).as("answers nothing new").hasSize(3);

        bag.completes("agent", ANSWER, Map.of("messageToCustomer", "可以退货，请放心"));
        assertThat(bag.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
        assertThat(bag.happens("CUSTOMER_REPLIED", "text", "谢谢", "channel", "CHAT"))
                .isFalse();
        assertThat(running(bag)).isEmpty();
    }

    @Test
    void aReplyWhileWeWaitForTheCustomerIsTimedAtOnce() {
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 14900, false);
        back.played().completes("agent", "Task_ReviewReturnRequest", Map.of("decision", "ASK_EVIDENCE"));
        back.played().await("waits", c -> c.at("/status").asText().equals("WAITING_FOR_CUSTOMER"));
        assertThat(running(back.played())).isEmpty();
        back.played().happens("CUSTOMER_REPLIED", "text", "照片怎么发", "channel", "CHAT");
        assertThat(running(back.played())).contains("NEXT_RESPONSE");
        assertThat(back.played().clock("NEXT_RESPONSE").hasNonNull("pausedSince"))
                .isFalse();
        shop.later(Duration.ofMinutes(6));
        Await.until("missed", () -> misses(back.played()), m -> !m.isEmpty());
        assertThat(misses(back.played())).singleElement().asString().startsWith("NEXT_RESPONSE");
    }

    @Test
    void theSameWishByEmailHasTheDesksHalfDay() {
        var sale = bag();
        var chat = Shop.request(sale, "INQUIRY", "OTHER", "1:1", "包裹破了");
        var played = shop.opened("shop", chat);
        played.happens("AGENT_REPLIED", "text", "请发照片", "by", "agent");
        shop.ask("shop", chat).is(200);
        assertThat(running(played))
                .as("the same request twice asks nothing new")
                .isEmpty();
        var mail = new HashMap<>(chat);
        mail.put("channel", "EMAIL");
        assertThat(shop.ask("shop", mail).is(200).text("/caseNumber")).isEqualTo(played.number);
        var clock = played.clock("FIRST_RESPONSE");
        assertThat(running(played)).hasSize(1);
        assertThat(Duration.between(shop.now(), Instant.parse(clock.at("/dueAt").asText())))
                .as("240 minutes of the desk, lunch and nights not counted")
                .isGreaterThan(Duration.ofMinutes(235));
    }

    @Test
    void aMissedCallIsToBeCalledBack() {
        var played = asked(Map.of("channel", "PHONE"));
        assertThat(played.show().at("/clocks").findValuesAsText("stage")).doesNotContain("UNANSWERED_1");
        var due = Instant.parse(played.clock("FIRST_RESPONSE").at("/dueAt").asText());
        shop.later(Duration.between(shop.now(), due).plusSeconds(1));
        Await.until("to be called", () -> played.timeline("CALL_BACK"), t -> t.size() == 1);
    }

    @Test
    void whatNobodyUnderstandsIsRefusedAndStopsNothing() {
        var bag = asked(Map.of());
        event(bag, "AGENT_REPLIED", "odd-1", Map.of("automatic", "maybe")).refused(422, "INVALID_INPUT");
        event(bag, "CUSTOMER_REPLIED", "odd-2", Map.of("channel", "PIGEON")).refused(422, "INVALID_INPUT");
        assertThat(running(bag)).hasSize(3);
        assertThat(bag.timeline("AGENT_REPLIED")).isEmpty();
        bag.happens("AGENT_REPLIED", "text", "在的", "by", "nobody-we-know");
        assertThat(running(bag)).isEmpty();
        assertThat(bag.show().hasNonNull("owner")).isFalse();
        assertThat(bag.show().at("/team").asText()).isEqualTo("after-sales");
    }

    private Sale bag() {
        return shop.sold(
                shop.sale().line("BAG-8", 1, 14900).paid("ALIPAY", 14900).signed(1));
    }

    private PlayedCase asked(Map<String, Object> more) {
        var request = Shop.request(bag(), "INQUIRY", "OTHER", "1:1", "包裹破了");
        request.putAll(more);
        return shop.opened("shop", request);
    }

    private String claimed(PlayedCase played, String account, String element) {
        var task = played.task(account, element);
        shop.as(account)
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", account))
                .is(204);
        return task;
    }

    private String assignee(String task) {
        return shop.as("manager").get("/engine-rest/task/" + task).is(200).text("/assignee");
    }

    private Reply event(PlayedCase played, String type, String id, Map<String, Object> more) {
        var event = new HashMap<String, Object>(Map.of("type", type, "eventId", id));
        event.putAll(more);
        return shop.as("shop").post(played.path() + "/events", event);
    }

    /** The clocks of an answer that nobody has given. */
    private static List<String> running(PlayedCase played) {
        return played.clocks("OWN").stream()
                .filter(c -> !c.hasNonNull("endedAt"))
                .map(c -> c.at("/stage").asText())
                .toList();
    }

    /** Missed limits of an answer, with whose they were. */
    private static List<String> misses(PlayedCase played) {
        return played.clocks("OWN").stream()
                .filter(c -> c.hasNonNull("breachedAt"))
                .map(c -> c.at("/stage").asText() + " "
                        + (c.hasNonNull("owner") ? c.at("/owner").asText() : "null"))
                .toList();
    }
}
