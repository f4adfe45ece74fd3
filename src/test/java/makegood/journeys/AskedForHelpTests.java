package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How urgent a case is, who is asked when it is stuck, and how often a customer may come back with one line. */
class AskedForHelpTests extends ShopJourney {
    private Map<String, Object> question(Sale sale) {
        return Shop.request(sale, "INQUIRY", "OTHER", "1:1", "有个问题");
    }

    private Sale lamp() {
        return shop.sold(
                shop.sale().line("DJ-1", 1, 20000).paid("ALIPAY", 20000).signed(3));
    }

    @Test
    void aLeadPassesAnEscalationOnToTheManager() {
        var played = shop.opened("agent", question(lamp()));
        var unknown = Map.of("type", "ESCALATE", "reason", "BAD_MOOD", "eventId", "E-1");
        shop.as("agent").post(played.path() + "/events", unknown).refused(422, "INVALID_INPUT");
        assertThat(played.happens("ESCALATE", "reason", "THREAT_OF_REGULATOR")).isTrue();
        played.complete("lead", "Task_LookIntoEscalation", Map.of("decision", "MAYBE"))
                .refused(422, "INVALID_INPUT");
        played.completes("lead", "Task_LookIntoEscalation", Map.of("decision", "PASS_ON", "escalationNote", "超出主管权限"));
        var task = played.task("manager", "Task_DecideEscalation");
        played.complete("lead", task, "Task_DecideEscalation", Map.of("decision", "NOTED"))
                .refused(403, "NOT_YOUR_TASK");
        played.complete("manager", "Task_DecideEscalation", Map.of("decision", "PASS_ON"))
                .refused(422, "INVALID_INPUT");
        played.completes(
                "manager", "Task_DecideEscalation", Map.of("decision", "TAKEN_OVER", "escalationNote", "由我联系客户"));
        assertThat(played.timeline("ESCALATED")).hasSize(2);
        assertThat(played.timeline("ESCALATION").toString()).contains("由我联系客户");
        played.completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "您好"));
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
    }

    /** SC-26: evidence that is late goes to the manager at once, however often the sweep looks. */
    @Test
    void aMissedDateOfThePlatformGoesToTheManager() {
        var played = shop.opened("agent", question(lamp()));
        played.happens("PLATFORM_STEPPED_IN", "disputeNumber", "D-3");
        played.task("lead", "Task_AnswerPlatform");
        shop.later(Duration.ofHours(13));
        played.completes("manager", "Task_DecideEscalation", Map.of("decision", "NOTED"));
        Await.aWhile();
        assertThat(played.tasks("manager", "Task_DecideEscalation")).isEmpty();
        assertThat(played.timeline("CLOCK_BREACHED").toString()).containsAnyOf("举证", "evidence");
    }

    @Test
    void aDepartmentThatKeepsSilentIsSeenOnce() {
        shop.next("warehouse.authorise-return", "PENDING");
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 20000, true);
        Await.until("asked", () -> back.played().calls("warehouse.authorise-return"), c -> !c.isEmpty());
        assertThat(back.played().waits("WAREHOUSE")).containsExactly("warehouse.authorise-return");
        assertThat(back.played().parts("warehouse.authorise-return")).containsExactly("owed");
        shop.later(Duration.ofDays(2));
        Await.until("told", () -> back.played().timeline("DEPARTMENT_SILENT"), t -> t.size() == 1);
        back.played().completes("lead", "Task_LookIntoEscalation", Map.of("decision", "NOTED"));
        Await.aWhile();
        assertThat(back.played().timeline("DEPARTMENT_SILENT")).hasSize(1);
        var asked = back.played()
                .calls("warehouse.authorise-return")
                .get(0)
                .at("/requestId")
                .asText();
        var answer = Map.of("answer", "OK", "values", Map.of("rma", "RMA-1", "returnAddress", "示例市退货仓"));
        shop.as("agent").post("/api/v1/sandbox/requests/" + asked, answer).is(200);
        Await.until("done", () -> back.played().parts("warehouse.authorise-return"), p -> p.contains("DONE"));
    }

    @Test
    void theSixthRequestForOneLineGoesToAPerson() {
        var sale = lamp();
        for (int request = 1; request <= 5; request++) {
            var played = shop.opened("agent", question(sale));
            played.completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "您好"));
            played.ends();
        }
        var sixth = shop.opened("agent", question(sale));
        sixth.task("agent", "Task_TriageCase");
        assertThat(sixth.rules("triage")).containsExactly("TR-20");
        assertThat(sixth.timeline("ATTEMPTS")).hasSize(1);
        assertThat(sixth.show().at("/linkedCases")).hasSize(5);
        assertThat(sixth.show().at("/priority").asText()).as("it came back").isEqualTo("P2");
        sixth.complete("agent", "Task_TriageCase", Map.of("procedure", "REPAIR"))
                .refused(422, "INVALID_INPUT");
        sixth.complete("agent", "Task_TriageCase", Map.of("procedure", "REVIEW"))
                .refused(422, "INVALID_INPUT");
        var wish = new HashMap<String, Object>(Map.of("procedure", "INQUIRY"));
        sixth.completes("agent", "Task_TriageCase", wish);
        sixth.completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "您好"));
        assertThat(sixth.ends()).isEqualTo("RESOLVED_FULL GUIDANCE");
    }

    @Test
    void urgencyIsKnownBeforeTheFirstClockStarts() {
        assertThat(priority(Map.of())).isEqualTo("P4");
        assertThat(priority(Map.of("reason", "SAFETY_HAZARD"))).isEqualTo("P1");
        var danger = question(lamp());
        danger.put("reason", "SAFETY_HAZARD");
        assertThat(shop.opened("agent", danger).rules("priority"))
                .as("kept with its reason")
                .containsExactly("PR-01");
        var soon = shop.now().plus(Duration.ofHours(5)).toString();
        assertThat(priority(Map.of("platformDeadline", Map.of("stage", "REFUND_DECIDE", "until", soon))))
                .isEqualTo("P1");
        var today = shop.now().plus(Duration.ofHours(20)).toString();
        assertThat(priority(Map.of("platformDeadline", Map.of("stage", "REFUND_DECIDE", "until", today))))
                .isEqualTo("P2");
    }

    private String priority(Map<String, Object> more) {
        var request = question(lamp());
        request.putAll(more);
        return shop.opened("agent", request).show().at("/priority").asText();
    }
}
