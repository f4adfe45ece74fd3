package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** S-058: what went back today, why and of which model; what the month costs, and the cases behind each figure. */
class ReportsTests extends ShopJourney {
    private static final String PATH = "/api/v1/reports/";

    /** Products of its own, so that other tests' cases are on other lines. */
    private final String a = sku("A");

    private final String b = sku("B");

    private static String sku(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private JsonNode report(String name) {
        return shop.as("lead")
                .get(PATH + name + "?size=100&store=" + Shop.STORE + "&from=" + today() + "&to=" + today())
                .is(200)
                .body();
    }

    private String today() {
        return shop.now()
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .toString();
    }

    private List<JsonNode> lines(String name, String sku) {
        return Shop.items(report(name).at("/items")).stream()
                .filter(l -> l.at("/sku").asText().equals(sku))
                .toList();
    }

    /** As {@code "QUALITY_DEFECT opened 1 closed 1 refunded 1 pieces 1 money 12000"}, by reason. */
    private List<String> days(String sku) {
        return lines("daily-returns", sku).stream()
                .map(l ->
                        l.at("/reason").asText() + " opened " + l.at("/opened").asLong() + " closed "
                                + l.at("/closed").asLong() + " refunded "
                                + l.at("/refundedCases").asLong() + " pieces "
                                + l.at("/pieces").asLong() + " money "
                                + l.at("/refunded/amount").asLong())
                .toList();
    }

    private Map<String, Long> month(String sku) {
        var line = lines("monthly-money", sku).get(0);
        var sums = new TreeMap<String, Long>();
        line.at("/byKind").fields().forEachRemaining(e -> {
            if (e.getValue().at("/amount").asLong() != 0) {
                sums.put(e.getKey(), e.getValue().at("/amount").asLong());
            }
        });
        sums.put("cost", line.at("/cost/amount").asLong());
        sums.put("refunded", line.at("/refunded/amount").asLong());
        return sums;
    }

    private List<String> behind(JsonNode line) {
        return Shop.items(shop.as("lead")
                        .get(line.at("/links/cases").asText())
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .map(c -> c.at("/caseNumber").asText() + " "
                        + c.at("/booked/amount").asLong())
                .toList();
    }

    private Sale sale(String sku, long paid) {
        return shop.sale().line(sku, 1, paid, Map.of("model", sku + " 黑 M"));
    }

    private Returned noReason() {
        var back = Returned.asked(
                shop,
                "RETURN_REFUND NO_REASON_7D",
                sale(a, 10000).paid("ALIPAY", 10000).signed(3),
                true,
                Map.of());
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        return back;
    }

    /** With freight to the customer, our label for the way back, and goods that nobody can buy again. */
    private Returned broken() {
        shop.next("warehouse.authorise-return", "PENDING");
        var back = Returned.asked(
                shop,
                "RETURN_REFUND QUALITY_DEFECT",
                sale(a, 11000).freight(1000).paid("ALIPAY", 12000).signed(3),
                true,
                Map.of());
        var request = Await.until("asked", () -> back.played().calls("warehouse.authorise-return"), c -> !c.isEmpty())
                .get(0)
                .at("/requestId")
                .asText();
        var label = Map.of("answer", "OK", "values", Map.of("labelCost", 1200));
        shop.as("agent").post("/api/v1/sandbox/requests/" + request, label).is(200);
        back.played().goodsComeBack();
        back.found(1, "D", "DEFECT_CONFIRMED");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        return back;
    }

    @Test
    void theDayAndTheMonthAddUp() {
        var first = noReason();
        var second = broken();
        var cash = Compensated.wanted(shop, sale(b, 25000).paid("ALIPAY", 25000).signed(3));
        cash.proposes("agent2", "CASH", 3000);
        assertThat(cash.played().ends()).isEqualTo("RESOLVED_FULL CASH_COMPENSATION");

        assertThat(days(a))
                .containsExactly(
                        "NO_REASON_7D opened 1 closed 1 refunded 1 pieces 1 money 10000",
                        "QUALITY_DEFECT opened 1 closed 1 refunded 1 pieces 1 money 12000");
        assertThat(days(b)).containsExactly("QUALITY_DEFECT opened 1 closed 1 refunded 0 pieces 1 money 0");
        assertThat(lines("daily-returns", a).get(0).at("/model").asText()).isEqualTo(a + " 黑 M");
        assertThat(month(a))
                .isEqualTo(new TreeMap<>(Map.of(
                        "REFUND", 21000L,
                        "OUTBOUND_FREIGHT", 1000L,
                        "RETURN_FREIGHT", 1200L,
                        "WRITE_OFF", 11000L,
                        "refunded", 22000L,
                        "cost", 34200L)));
        assertThat(month(b)).isEqualTo(new TreeMap<>(Map.of("COMPENSATION", 3000L, "refunded", 0L, "cost", 3000L)));
        assertThat(lines("reasons", a).stream()
                        .map(l -> l.at("/reason").asText() + " "
                                + l.at("/unitAtFault").asText() + " "
                                + l.at("/cases").asLong() + " "
                                + l.at("/cost/amount").asLong()))
                .containsExactly("NO_REASON_7D CUSTOMER 1 10000", "QUALITY_DEFECT PRODUCT 1 24200");

        assertThat(behind(lines("daily-returns", a).get(1))).containsExactly(second.played().number + " 12000");
        assertThat(behind(lines("daily-returns", b).get(0))).containsExactly(cash.played().number + " 0");
        assertThat(behind(lines("monthly-money", a).get(0)))
                .containsExactlyInAnyOrder(first.played().number + " 10000", second.played().number + " 24200");
        assertThat(behind(lines("reasons", a).get(0))).containsExactly(first.played().number + " 10000");
        whatCameBackIsTakenOff(first);
        whatIsFoundLaterMoves(second);
    }

    private void whatCameBackIsTakenOff(Returned first) {
        var number = first.played().refundRows().get(0).at("/refundNumber").asText();
        shop.as("agent")
                .post("/api/v1/sandbox/gateway/refunds/" + number, Map.of("state", "REVERSED"))
                .is(200);
        first.played().task("finance", "Task_HandleReversedRefund");
        assertThat(days(a)).contains("NO_REASON_7D opened 1 closed 1 refunded 1 pieces 1 money 0");
        assertThat(month(a)).containsEntry("REFUND", 11000L).containsEntry("cost", 24200L);
        assertThat(behind(lines("daily-returns", a).get(0))).containsExactly(first.played().number + " 0");
    }

    @org.springframework.beans.factory.annotation.Autowired
    private makegood.cases.Cases cases;

    private void whatIsFoundLaterMoves(Returned second) {
        cases.fault(second.played().number, "DAMAGED", "PACKAGING");
        assertThat(days(a))
                .contains(
                        "QUALITY_DEFECT opened 1 closed 1 refunded 1 pieces 1 money 0",
                        "DAMAGED opened 0 closed 0 refunded 0 pieces 0 money 12000");
        assertThat(month(a)).containsEntry("cost", 24200L);
    }

    @Test
    void aCaseOfSeveralProductsIsOneCase() {
        var both = shop.sale()
                .line(a, 2, 20000)
                .line(b, 1, 5000)
                .paid("ALIPAY", 25000)
                .signed(3);
        var before = report("daily-returns").at("/sums/0/opened").asLong();
        shop.sold(both);
        shop.opened("agent", Shop.request(both, "RETURN_REFUND", "SIZE_TOO_SMALL", "", "小了"));
        assertThat(days(a)).containsExactly("SIZE_TOO_SMALL opened 1 closed 0 refunded 0 pieces 2 money 0");
        assertThat(days(b)).containsExactly("SIZE_TOO_SMALL opened 1 closed 0 refunded 0 pieces 1 money 0");
        assertThat(report("daily-returns").at("/sums/0/opened").asLong()).isEqualTo(before + 1);
    }

    @Test
    void whoMayReadAndHowFar() {
        for (var account : List.of("agent", "warehouse", "shop", "admin", "legal")) {
            shop.as(account).get(PATH + "reasons").refused(403, "FORBIDDEN");
            shop.as(account).get(PATH + "reasons/cases?store=north").refused(403, "FORBIDDEN");
        }
        for (var account : List.of("lead", "manager", "finance")) {
            shop.as(account).get(PATH + "daily-returns.csv").is(200);
            shop.as(account).get(PATH + "daily-returns?format=xlsx").is(200);
        }
        shop.as("admin")
                .put(
                        "/api/v1/people/lead-south",
                        Map.of(
                                "password",
                                "lead-south",
                                "grade",
                                "LEAD",
                                "teams",
                                List.of("leads"),
                                "stores",
                                List.of("south")));
        noReason();
        var south = shop.as("lead-south");
        south.get(PATH + "reasons?store=north").refused(404, "STORE_UNKNOWN");
        south.get(PATH + "reasons/cases?store=north").refused(404, "STORE_UNKNOWN");
        south.get(PATH + "reasons.csv?store=north").refused(404, "STORE_UNKNOWN");
        assertThat(south.get(PATH + "monthly-money?size=100").is(200).body().toString())
                .doesNotContain(a)
                .doesNotContain("north");
        assertThat(south.get(PATH + "monthly-money.csv").is(200).body().toString())
                .doesNotContain(a);
    }

    @Test
    void whatIsNoReportIsRefusedInTheCallersWords() {
        var manager = shop.as("manager");
        manager.get(PATH + "reasons?from=2026-11-02&to=2026-11-01").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons?from=2025-01-01&to=2026-11-01").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons?from=tomorrow").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons?format=pdf").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons.pdf").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons?size=1000").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons?page=-1").refused(422, "INVALID_INPUT");
        manager.get(PATH + "reasons?store=nowhere").refused(404, "STORE_UNKNOWN");
        manager.get(PATH + "nothing").refused(404, "REPORT_UNKNOWN");
        manager.get(PATH + "reasons/cases").refused(404, "STORE_UNKNOWN");
        manager.get(PATH + "reasons?page=many").refused(400, "MALFORMED_REQUEST");
    }
}
