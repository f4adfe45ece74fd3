package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nonsense is answered with a 4xx and changes nothing. */
class BadInputTests extends ShopJourney {
    private static final String TOO_LONG = "长".repeat(4001);
    private static final List<Object> ODD = Arrays.asList(
            -1,
            "-1",
            9_000_000_000_000_000_000L,
            "99999999999999999999999",
            1.5,
            true,
            "",
            TOO_LONG,
            "😡𠮷",
            "NO_SUCH_CODE",
            List.of(),
            List.of(1),
            Map.of(),
            Map.of("a", 1),
            "null",
            "\u0000",
            "' or 1=1 --");

    @Autowired
    private DataSource database;

    private long cases() {
        return JdbcClient.create(database)
                .sql("select count(*) from after_sales_case")
                .query(Long.class)
                .single();
    }

    private static void refused(Reply reply, Object why) {
        assertThat(reply.status()).as("%s: %s", why, reply.body()).isBetween(400, 499);
    }

    private Map<String, Object> request() {
        var sale = shop.sold(
                shop.sale().line("DJ-1", 1, 59900).paid("ALIPAY", 59900).signed(3));
        return Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "退");
    }

    @Test
    void noFieldOfARequestTakesNonsense() {
        var good = request();
        long before = cases();
        for (var field :
                List.of("store", "orderNumber", "procedure", "reason", "channel", "lines", "platformDeadline")) {
            for (var odd : ODD) {
                if (!odd.equals("") && !odd.equals(List.of()) && !odd.equals(Map.of())) {
                    var bad = new HashMap<>(good);
                    bad.put(field, odd);
                    refused(shop.ask("agent", bad), field + "=" + odd);
                }
            }
        }
        for (var amount : List.<Object>of(-1, 1.5, "x", 9_000_000_000_000_000_000L, true, List.of(1))) {
            var bad = new HashMap<>(good);
            bad.put("requestedAmount", amount);
            refused(shop.ask("agent", bad), "requestedAmount=" + amount);
        }
        for (var lines : List.<Object>of(
                "1",
                "1:2",
                "1:0",
                "0:1",
                "-1:1",
                "9:1",
                "1:1,1:1",
                "a:b",
                "1:1:1",
                ":::",
                List.of("1:1"),
                List.of(Map.of("line", 1)),
                List.of(Map.of("line", "x", "quantity", 1)),
                List.of(Map.of("line", 1, "quantity", 2_147_483_648L)))) {
            if (!lines.equals("1")) {
                var bad = new HashMap<>(good);
                bad.put("lines", lines);
                refused(shop.ask("agent", bad), "lines=" + lines);
            }
        }
        var words = new HashMap<>(good);
        words.put("statement", TOO_LONG);
        refused(shop.ask("agent", words), "4,001 characters");
        var foreign = new HashMap<>(good);
        foreign.put("store", "south");
        shop.ask("agent", foreign).is(404);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void brokenBodiesAreNeverAFaultOfOurs() {
        long before = cases();
        var number = shop.opened("agent", request()).number;
        var posts = List.of(
                "/api/v1/cases",
                "/api/v1/cases/" + number + "/events",
                "/api/v1/cases/" + number + "/reveal",
                "/api/v1/parcels/X1/scans",
                "/api/v1/orders/north/X1/remarks",
                "/api/v1/text-checks",
                "/api/v1/sandbox/timers/fire",
                "/api/v1/sandbox/clock",
                "/api/v1/webhooks/finance",
                "/api/v1/webhooks/nobody",
                "/engine-rest/process-definition/key/after-sales-case/start",
                "/engine-rest/task/none/complete");
        var puts = List.of(
                "/api/v1/orders/north/X1",
                "/api/v1/orders/nowhere/X1",
                "/api/v1/products/north/X1",
                "/api/v1/stores/north/settings",
                "/api/v1/people/x",
                "/api/v1/sandbox/topics/none",
                "/api/v1/sandbox/stock/north/X1");
        for (var body : List.of(
                "{",
                "[]",
                "[{}]",
                "null",
                "\"x\"",
                "1",
                "{\"a\":1e999}",
                "{\"type\":[]}",
                "{\"type\":\"NOPE\"}",
                "{\"variables\":[]}",
                "{\"variables\":{\"lines\":{\"value\":{}}}}",
                "{\"lines\":{}}",
                "\u0000")) {
            for (var account : List.of("shop", "admin", "agent")) {
                posts.forEach(p -> refused(shop.as(account).post(p, body), account + " POST " + p + " " + body));
                puts.forEach(p -> refused(shop.as(account).put(p, body), account + " PUT " + p + " " + body));
            }
        }
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void noFieldOfATaskTakesNonsense() {
        var review = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", 59900, false);
        refusesOdd(review, "agent2", "Task_ReviewReturnRequest", "decision", Map.of());
        refusesOdd(review, "agent2", "Task_ReviewReturnRequest", "refusalReason", Map.of("decision", "REFUSE"));
        refusesOdd(review, "agent2", "Task_ReviewReturnRequest", "offerProcedure", Map.of("decision", "OFFER_OTHER"));
        var arrived = Returned.arrived(shop, 20000);
        for (var field : List.of("receivedQuantity_1", "goodsGrade_1", "finding_1")) {
            refusesOdd(
                    arrived,
                    "warehouse",
                    "Task_InspectReturnedGoods",
                    field,
                    Map.of("receivedQuantity_1", 1, "goodsGrade_1", "A", "finding_1", "AS_ANNOUNCED"));
        }
        arrived.found(1, "C", "USED_BEYOND_INSPECTION");
        refusesOdd(arrived, "agent", "Task_AgreeDeduction", "customerAnswer", Map.of());
        refusesOdd(arrived, "agent", "Task_AgreeDeduction", "agreedAmount", Map.of("customerAnswer", "COUNTERED"));
        arrived.played().completes("agent", "Task_AgreeDeduction", Map.of("customerAnswer", "DISPUTED"));
        refusesOdd(arrived, "lead", "Task_SettleDisputedDeduction", "agreedAmount", Map.of("decision", "PAY_PART"));
        assertThat(arrived.refunded()).isZero();
        arrived.played().happens("PLATFORM_STEPPED_IN", "disputeNumber", "D-4");
        refusesOdd(arrived, "lead", "Task_AnswerPlatform", "decision", Map.of());
        arrived.played().happens("PLATFORM_RULED", "ruling", "SPLIT", "amount", 100, "paidBy", "SELLER");
        refusesOdd(arrived, "lead", "Task_CarryOutRuling", "decision", Map.of());
        arrived.played().happens("ESCALATE", "reason", "COMPLEX");
        refusesOdd(arrived, "lead", "Task_LookIntoEscalation", "decision", Map.of());
        assertThat(arrived.refunded()).isZero();
    }

    private void refusesOdd(Returned back, String account, String element, String field, Map<String, Object> rest) {
        var task = back.played().task(account, element);
        for (var odd : ODD) {
            var variables = new HashMap<String, Object>();
            rest.forEach((name, value) -> variables.put(name, Map.of("value", value)));
            variables.put(field, Map.of("value", odd));
            var reply =
                    shop.as(account).post("/engine-rest/task/" + task + "/complete", Map.of("variables", variables));
            refused(reply, element + "." + field + "=" + odd);
        }
        assertThat(back.played().task(account, element)).isEqualTo(task);
    }

    @Test
    void everyCharacterComesBackAsItCame() {
        var words = "太臃肿 😡𠮷 'quoted' <b> \\ \" é́ \u200d end";
        var request = request();
        request.put("statement", words);
        var played = shop.opened("agent", request);
        assertThat(played.show().at("/statement").asText()).isEqualTo(words);
        played.happens("CUSTOMER_REPLIED", "text", "再问 😡𠮷");
        assertThat(played.timeline("CUSTOMER_REPLIED").toString()).contains("再问 😡𠮷");
    }
}
