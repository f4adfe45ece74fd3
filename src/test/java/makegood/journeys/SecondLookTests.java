package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import makegood.Journey;
import org.junit.jupiter.api.Test;

/** Words to a customer are read before they leave: refused with the law named, or held until a lead has looked. */
@Journey
class SecondLookTests extends ShopJourney {
    private static final String ANSWER = "Task_AnswerCustomer";
    private static final String LOOK = "Task_TakeSecondLook";
    private static final String HELD = "您的差评我们已认真阅读，已请仓库改进包装。";
    private static final Map<String, Object> RELEASE = Map.of("decision", "RELEASE");

    private PlayedCase question() {
        var sale = shop.sold(
                shop.sale().line("FD-02", 1, 13900).paid("WECHAT", 13900).signed(3));
        return shop.opened("agent", Shop.request(sale, "INQUIRY", "OTHER", "", "粉底液漏了半瓶，包装太差"));
    }

    private static Map<String, Object> saying(String words) {
        return Map.of("messageToCustomer", words);
    }

    @Test
    void theStarsAreNotForSaleAndBothDraftsAreKept() {
        var played = question();
        var chinese = "亲,改成五星好评返您10元红包";
        var english = "Change your review to 5 stars and get a coupon";
        var task = played.task("agent", ANSWER);
        var refused = played.complete("agent", ANSWER, saying(chinese)).refused(422, "TEXT_REFUSED");
        assertThat(refused.text("/detail")).contains("Lawful instead", "Unfair Competition", "a benefit for a review");
        assertThat(Shop.items(refused.body().at("/errors")))
                .extracting(e -> e.at("/pointer").asText() + " " + e.at("/code").asText())
                .contains("messageToCustomer INCENTIVE_FOR_REVIEW");
        played.complete("agent", ANSWER, saying(english)).refused(422, "TEXT_REFUSED");
        assertThat(played.task("agent", ANSWER)).isEqualTo(task);
        assertThat(played.timeline("TEXT_REFUSED"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).contains("a benefit for a review", "art. 9(5)"))
                .satisfies(entries -> assertThat(entries.get(0)).contains(chinese))
                .satisfies(entries -> assertThat(entries.get(1)).contains(english));
        played.completes("agent", ANSWER, saying("非常抱歉，漏液属于包装问题，我们今天补发一瓶。"));
        assertThat(played.told("Task_TellOutcome")).contains("今天补发一瓶");
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
        assertThat(messages(played)).noneMatch(m -> m.contains("红包") || m.contains("coupon"));
    }

    private static List<String> messages(PlayedCase played) {
        return played.calls("notification.send").stream()
                .map(c -> c.at("/payload/text").asText())
                .toList();
    }

    @Test
    void whatSpeaksOfReviewsLeavesWhenALeadHasReadIt() {
        var played = question();
        played.completes("agent", ANSWER, saying(HELD));
        var task = played.task("lead", LOOK);
        assertThat(played.told()).isEmpty();
        assertThat(played.open()).isTrue();
        var shown = shop.as("lead").get("/api/v1/tasks/" + task + "/case").is(200);
        assertThat(shown.text("/proposal/heldText")).isEqualTo(HELD);
        assertThat(shown.text("/proposal/heldBy")).isEqualTo("agent");
        assertThat(shown.text("/proposal/heldWhy")).contains("it speaks of reviews", "Lawful instead");
        played.complete("agent", task, LOOK, RELEASE).is(403);
        played.complete("lead", LOOK, Map.of("decision", "MAYBE")).refused(422, "INVALID_INPUT");
        played.completes("lead", LOOK, RELEASE);
        assertThat(played.told("Task_TellHeldText")).isEqualTo(HELD);
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
        assertThat(played.told()).containsExactly("Task_TellHeldText", "Task_TellOutcome");
        assertThat(played.timeline("TEXT_HELD")).singleElement().asString().contains(HELD);
        assertThat(played.timeline("TEXT_RELEASED")).hasSize(1);
    }

    @Test
    void whatALeadKeepsBackIsNeverSent() {
        var played = question();
        played.completes("agent", ANSWER, saying(HELD));
        played.completes("lead", LOOK, Map.of("decision", "REFUSE", "lookNote", "先解决问题"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
        assertThat(played.told()).containsExactly("Task_TellOutcome");
        assertThat(messages(played)).noneMatch(m -> m.contains("差评"));
        assertThat(played.timeline("TEXT_WITHHELD")).singleElement().asString().contains(HELD, "先解决问题");
    }

    @Test
    void nobodyReleasesTheirOwnWords() {
        var played = question();
        played.happens("ESCALATE", "reason", "ANGRY_CUSTOMER");
        played.completes(
                "lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED", "messageToCustomer", "感谢您的评价，我们马上处理。"));
        played.complete("lead", LOOK, RELEASE).refused(403, "OWN_REQUEST");
        var other = "lead-" + UUID.randomUUID().toString().substring(0, 8);
        shop.as("admin")
                .put(
                        "/api/v1/people/" + other,
                        Map.of(
                                "password",
                                other,
                                "grade",
                                "LEAD",
                                "teams",
                                List.of("leads"),
                                "stores",
                                List.of(Shop.STORE)))
                .is(201);
        played.completes(other, LOOK, RELEASE);
        assertThat(played.told("Task_TellHeldText")).startsWith("感谢您的评价");
        played.completes("agent", ANSWER, saying("今天补发。"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
    }

    /** What only sounds wrong is read once: the same words leave at once the next time, until a lead keeps them back. */
    @Test
    void wordsThatALeadHasReadAreNotReadTwice() {
        var words = "好奇您是怎么做到用了半瓶才发现过敏的" + "啊".repeat(1 + (int) (System.nanoTime() % 40));
        var check = shop.as("agent")
                .post("/api/v1/text-checks", Map.of("text", words, "purpose", "MESSAGE"))
                .body();
        assertThat(Shop.items(check.at("/classes"))).extracting(c -> c.asText()).containsExactly("SOUNDS_WRONG");
        var first = question();
        first.completes("agent", ANSWER, saying(words));
        first.completes("lead", LOOK, RELEASE);
        first.ends();
        var second = question();
        second.completes("agent", ANSWER, saying(words + " 。"));
        assertThat(second.told("Task_TellOutcome")).contains(words);
        assertThat(second.timeline("TEXT_HELD")).isEmpty();
        var elsewhere = shop.sold(new Sale("south", shop.now())
                .line("FD-02", 1, 13900)
                .paid("WECHAT", 13900)
                .signed(3));
        var third = shop.opened("agent-south", Shop.request(elsewhere, "INQUIRY", "OTHER", "", "漏了半瓶"));
        third.completes("agent-south", ANSWER, saying(words));
        third.completes("lead", LOOK, Map.of("decision", "REFUSE"));
        third.ends();
        assertThat(third.told()).as("another store's lead reads for themselves").containsExactly("Task_TellOutcome");
        assertThat(third.timeline("TEXT_WITHHELD")).hasSize(1);
    }

    /** The answer of a case is out before its other words are read: the case waits for them, and each goes out once. */
    @Test
    void twoTextsOfOneCaseWaitSideBySide() {
        var played = question();
        played.happens("ESCALATE", "reason", "ANGRY_CUSTOMER");
        played.completes(
                "lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED", "messageToCustomer", "您的追评我们看到了。"));
        played.completes("agent", ANSWER, saying(HELD));
        var tasks = Await.until(played.number, () -> played.tasks("lead", LOOK), t -> t.size() == 2);
        var own = tasks.stream()
                .map(t -> t.at("/id").asText())
                .filter(id -> shop.as("lead")
                        .get("/api/v1/tasks/" + id + "/case")
                        .text("/proposal/heldBy")
                        .equals("agent"))
                .findFirst()
                .orElseThrow();
        played.complete("lead", own, LOOK, RELEASE).is(204);
        assertThat(played.told("Task_TellHeldText")).isEqualTo(HELD);
        assertThat(played.open()).isTrue();
        var other = "lead-" + UUID.randomUUID().toString().substring(0, 8);
        shop.as("admin")
                .put(
                        "/api/v1/people/" + other,
                        Map.of(
                                "password",
                                other,
                                "grade",
                                "LEAD",
                                "teams",
                                List.of("leads"),
                                "stores",
                                List.of(Shop.STORE)));
        played.completes(other, LOOK, Map.of("decision", "REFUSE"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
        assertThat(played.told()).containsExactly("Task_TellHeldText", "Task_TellOutcome");
    }

    @Test
    void anybodyMayAskTheGuardBeforehand() {
        var check =
                Map.<String, Object>of("text", "Leave us a 5-star review and get a $10 gift card", "purpose", "NOTE");
        var answer = shop.as("agent").post("/api/v1/text-checks", check).is(200).body();
        assertThat(answer.at("/verdict").asText()).isEqualTo("REFUSE");
        assertThat(answer.at("/classes/0").asText()).isEqualTo("INCENTIVE_FOR_REVIEW");
        assertThat(answer.at("/reasons/0/class").asText()).isEqualTo("INCENTIVE_FOR_REVIEW");
        assertThat(answer.at("/reasons/0/basis").asText()).contains("16 CFR 465.4");
        assertThat(answer.at("/reasons/0/lawfulWording").asText()).isNotBlank();
        var passed = shop.as("shop")
                .post("/api/v1/text-checks", Map.of("text", "您的退款已到账", "purpose", "MESSAGE"))
                .is(200)
                .body();
        assertThat(passed.at("/verdict").asText()).isEqualTo("PASS");
        assertThat(passed.at("/reasons")).isEmpty();
        for (var bad : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("text", "x"),
                Map.of("purpose", "NOTE"),
                Map.of("text", " ", "purpose", "NOTE"),
                Map.of("text", "x", "purpose", "SHOUT"),
                Map.of("text", 1, "purpose", "NOTE"),
                Map.of("text", "长".repeat(4001), "purpose", "NOTE"),
                Map.of("text", "x", "purpose", "NOTE", "more", 1))) {
            shop.as("agent").post("/api/v1/text-checks", bad).refused(422, "INVALID_INPUT");
        }
        shop.as("agent").post("/api/v1/text-checks", "{").is(400);
    }

    @Test
    void aRemarkThatOffersMoneyForStarsIsRefusedOrFlagged() {
        var template = "订单备注：好评返现5元，晒图再返3元";
        var sale = shop.sale().line("MURAL-1", 1, 86400).paid("ALIPAY", 86400).signed(1);
        var body = new java.util.HashMap<>(sale.body());
        body.put(
                "remarks",
                List.of(
                        Map.of("at", shop.now().toString(), "by", "erp", "text", template, "flag", "BLUE"),
                        Map.of("at", shop.now().toString(), "by", "erp", "text", "2.8×2.1，图案已确认，周五发，送辅料一套")));
        var path = "/api/v1/orders/" + sale.store + "/" + sale.orderNumber;
        shop.as("shop").put(path, body).is(201);
        var history = shop.as("agent").get(path + "/remarks").is(200).body();
        assertThat(Shop.items(history.at("/items")))
                .extracting(r -> r.at("/text").asText().substring(0, 4) + " "
                        + r.at("/flag").asText())
                .containsExactlyInAnyOrder("订单备注 RED", "2.8× ");
        var refused = shop.as("agent")
                .post(path + "/remarks", Map.of("text", template))
                .refused(422, "TEXT_REFUSED");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/text");
        shop.as("agent")
                .post(path + "/remarks", Map.of("text", "客户要求周六送", "flag", "PURPLE"))
                .is(201);
        assertThat(Shop.items(shop.as("agent").get(path + "/remarks").body().at("/items")))
                .hasSize(3);
    }
}
