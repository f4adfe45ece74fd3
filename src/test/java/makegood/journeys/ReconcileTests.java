package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our book against the gateway's and the bank's: each difference is one task, once, and is closed by a booking. */
class ReconcileTests extends ShopJourney {
    private static final String PATH = "/api/v1/reconciliations";
    private static final String SETTLE = "Task_SettleMoneyDifference";
    private static final String CONFIRM = "Task_ConfirmBooking";
    private static final Map<String, Object> BOOK =
            Map.of("decision", "BOOK_DIFFERENCE", "reasonCode", "GATEWAY_ERROR");

    @Autowired
    private DataSource database;

    @Autowired
    private ManagementService jobs;

    private Returned refunded(long paid) {
        var back = Returned.arrived(shop, paid);
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        return back;
    }

    private String number(Returned back) {
        return back.played().refundRows().get(0).at("/refundNumber").asText();
    }

    /** What the statement says of a number beside, or instead of, what the gateway has done. */
    private void says(String number, String source, String state, long amount, boolean instead) {
        var line = new HashMap<String, Object>(Map.of("store", Shop.STORE, "source", source, "kind", "REFUND"));
        line.putAll(Map.of("amount", amount, "currency", "CNY", "state", state, "instead", instead));
        line.put("reference", "X-" + UUID.randomUUID());
        shop.as("agent")
                .post("/api/v1/sandbox/gateway/statement/" + number, line)
                .is(200);
    }

    private JsonNode compared() {
        var from = shop.now().minus(Duration.ofDays(1));
        return ended(shop.as("finance")
                .post(PATH, Map.of("store", Shop.STORE, "from", from.toString()))
                .is(202)
                .text("/runNumber"));
    }

    private JsonNode ended(String run) {
        return Await.until(
                run,
                () -> shop.as("finance").get(PATH + "/" + run).is(200).body(),
                r -> r.at("/state").asText().equals("DONE"));
    }

    private List<JsonNode> differences(String number) {
        return Shop.items(shop.as("finance")
                        .get(PATH + "/differences?open=false&size=100")
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .filter(d -> d.at("/number").asText().equals(number))
                .toList();
    }

    /** As {@code "KIND ours theirs correction state"}. */
    private List<String> told(String number) {
        return differences(number).stream()
                .map(d -> d.at("/kind").asText() + " " + d.at("/ours/amount").asLong() + " "
                        + d.at("/theirs/amount").asLong() + " "
                        + d.at("/correction/amount").asLong() + " "
                        + d.at("/state").asText())
                .toList();
    }

    private PlayedCase difference(String number) {
        return new PlayedCase(
                shop, differences(number).get(0).at("/differenceNumber").asText());
    }

    private List<Long> booked(String differenceNumber) {
        return JdbcClient.create(database)
                .sql("select amount from ledger_entry where booking_key = ?")
                .param("difference:" + differenceNumber)
                .query(Long.class)
                .list();
    }

    @Test
    void everyKindIsTaskedOnceAndClosedByABooking() {
        var honest = number(refunded(10000));
        var lost = refunded(59900);
        var wrong = refunded(20000);
        var twice = number(refunded(30000));
        var stranger = "RF-" + UUID.randomUUID();
        says(number(lost), "GATEWAY", "SILENT", 1, true);
        says(number(lost), "SETTLEMENT", "SILENT", 1, true);
        says(number(wrong), "GATEWAY", "SETTLED", 20001, true);
        says(twice, "GATEWAY", "SETTLED", 30000, false);
        says(stranger, "GATEWAY", "SETTLED", 500, false);
        shop.later(Duration.ofHours(2));
        compared();

        assertThat(told(honest)).isEmpty();
        assertThat(told(number(lost))).containsExactly("MISSING_AT_GATEWAY 59900 0 -59900 OPEN");
        assertThat(told(number(wrong))).containsExactly("AMOUNT_DIFFERS 20000 20001 1 OPEN");
        assertThat(told(twice)).containsExactly("TWICE 30000 60000 30000 OPEN");
        assertThat(told(stranger)).containsExactly("MISSING_WITH_US 0 500 500 OPEN");
        compared();
        assertThat(told(stranger)).as("the next day nothing is opened again").hasSize(1);

        var doubled = difference(twice);
        doubled.complete("finance", SETTLE, Map.of("decision", "BOOK_DIFFERENCE"))
                .refused(422, "INVALID_INPUT");
        doubled.complete("finance", SETTLE, Map.of("decision", "TAKE_BACK", "reasonCode", "OUR_ERROR"))
                .refused(422, "INVALID_INPUT");
        doubled.complete("finance", SETTLE, Map.of("decision", "BOOK_NOTHING", "reasonCode", "OTHER"))
                .refused(422, "INVALID_INPUT");
        assertThat(doubled.complete("agent", SETTLE, BOOK).status()).isGreaterThanOrEqualTo(400);
        doubled.completes("finance", SETTLE, BOOK);
        difference(number(wrong)).completes("finance", SETTLE, BOOK);
        difference(stranger)
                .completes(
                        "finance",
                        SETTLE,
                        Map.of("decision", "BOOK_NOTHING", "reasonCode", "OTHER", "bookingNote", "另一店铺的退款"));
        difference(number(lost))
                .completes("finance", SETTLE, Map.of("decision", "TAKE_BACK", "reasonCode", "GATEWAY_ERROR"));

        assertThat(told(twice)).containsExactly("TWICE 30000 60000 30000 CLOSED");
        assertThat(booked(doubled.number)).containsExactly(30000L);
        assertThat(booked(difference(stranger).number)).containsExactly(0L);
        assertThat(wrong.played().costs()).contains("CORRECTION 1 GATEWAY_ERROR FINANCE");
        assertThat(wrong.played().timeline("DIFFERENCE")).hasSize(1);
        assertThat(lost.played().costs())
                .filteredOn(c -> c.startsWith("REFUND") || c.startsWith("CORRECTION"))
                .extracting(c -> c.split(" ")[0] + " " + c.split(" ")[1])
                .containsExactlyInAnyOrder("REFUND 59900", "REFUND -59900", "CORRECTION 0");
        assertThat(lost.played().refunds()).containsExactly(lost.payment() + " REVERSED 59900");
        lost.played().task("finance", "Task_HandleReversedRefund");

        compared();
        assertThat(told(twice)).hasSize(1);
        assertThat(told(number(wrong))).hasSize(1);
        assertThat(told(number(lost))).hasSize(1);
        says(twice, "GATEWAY", "SETTLED", 30000, false);
        compared();
        assertThat(told(twice)).as("a third time is news").contains("TWICE 30000 90000 60000 OPEN");
    }

    @Test
    void aLargeBookingNeedsASecondPerson() {
        var stranger = "RF-" + UUID.randomUUID();
        says(stranger, "GATEWAY", "SETTLED", 1_000_001, false);
        compared();
        var difference = difference(stranger);
        difference.completes("finance", SETTLE, BOOK);
        assertThat(booked(difference.number)).isEmpty();
        var task = difference.task("lead", CONFIRM);
        assertThat(difference
                        .complete("finance", task, CONFIRM, Map.of("decision", "CONFIRM"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        difference.complete("lead", CONFIRM, Map.of("decision", "PERHAPS")).refused(422, "INVALID_INPUT");
        difference.completes("lead", CONFIRM, Map.of("decision", "RETURN"));
        difference.completes("finance", SETTLE, BOOK);
        var shown = shop.as("lead").get("/api/v1/tasks/" + difference.task("lead", CONFIRM) + "/difference");
        assertThat(shown.is(200).text("/settledBy")).isEqualTo("finance");
        difference.completes("lead", CONFIRM, Map.of("decision", "CONFIRM"));
        assertThat(booked(difference.number)).containsExactly(1_000_001L);
        assertThat(differences(stranger).get(0).at("/confirmedBy").asText()).isEqualTo("lead");
    }

    @Test
    void theAccountIsWaitedForThreeDays() {
        var back = refunded(10000);
        says(number(back), "SETTLEMENT", "SILENT", 1, true);
        says("RF-" + UUID.randomUUID(), "SETTLEMENT", "SETTLED", 1, false);
        shop.later(Duration.ofHours(2));
        compared();
        assertThat(told(number(back))).isEmpty();
        shop.later(Duration.ofDays(3));
        compared();
        assertThat(told(number(back))).containsExactly("NOT_SETTLED 10000 0 -10000 OPEN");
        says(number(back), "SETTLEMENT", "SETTLED", 10000, false);
        compared();
        assertThat(told(number(back))).hasSize(1);
        difference(number(back))
                .completes("finance", SETTLE, Map.of("decision", "BOOK_NOTHING", "reasonCode", "COMES_LATER"));
    }

    @Test
    void everyMorningEveryPageIsRead() {
        var strangers = java.util.stream.IntStream.range(0, 45)
                .mapToObj(n -> "RF-" + UUID.randomUUID())
                .toList();
        strangers.forEach(number -> says(number, "GATEWAY", "REFUSED", 100, false));
        says(strangers.get(0), "GATEWAY", "SETTLED", 100, false);
        new PlayedCase(shop, "reconcile-" + Shop.STORE).fire("Event_TimeToReconcile");
        Await.until("the difference of the morning", () -> told(strangers.get(0)), t -> !t.isEmpty());
        assertThat(told(strangers.get(1))).as("nothing moved").isEmpty();
        assertThat(jobs.createJobQuery()
                        .processDefinitionKey("reconcile")
                        .activityId("Event_TimeToReconcile")
                        .tenantIdIn(Shop.STORE)
                        .list())
                .hasSize(1)
                .allMatch(next -> next.getDuedate().toInstant().isAfter(shop.now()));
        var runs = Shop.items(shop.as("manager")
                .get(PATH + "?store=" + Shop.STORE)
                .is(200)
                .body()
                .at("/items"));
        assertThat(runs)
                .anyMatch(r -> r.at("/startedBy").asText().equals("clock")
                        && r.at("/newLines").asLong() >= 46);
    }

    private Reply upload(String account, String query, String... lines) {
        var file = "source,kind,number,payment,amount,currency,state,reference,at\n" + String.join("\n", lines);
        return shop.as(account).upload(PATH + query, "", "s.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aStatementIsUploadedWholeOrNotAtAll() {
        var back = refunded(12345);
        var at = "," + shop.now();
        var good = "GATEWAY,REFUND," + number(back) + "," + back.payment() + ",123.46,CNY,SETTLED,G-1" + at;
        var query = "?store=" + Shop.STORE;
        var refused = upload("finance", query, good, good.replace("123.46", "1.234"), "x");
        refused.refused(422, "INVALID_INPUT");
        assertThat(Shop.items(refused.body().at("/errors")))
                .extracting(e -> e.at("/pointer").asText())
                .containsExactly("/file/3", "/file/4");
        assertThat(told(number(back))).isEmpty();

        upload("agent", query, good).is(403);
        upload("finance", "?store=nowhere", good).is(404);
        upload("finance", query + "&from=2026-01-01T00:00:00Z", good).refused(422, "INVALID_INPUT");
        ended(upload("finance", query, good).is(202).text("/runNumber"));
        assertThat(told(number(back))).containsExactly("AMOUNT_DIFFERS 12345 12346 1 OPEN");
        ended(upload("finance", query, good).is(202).text("/runNumber"));
        assertThat(told(number(back))).hasSize(1);
        shop.as("agent").get(PATH).is(403);
    }

    @Test
    void aFileThatIsWholeMissesWhatIsNotInIt() {
        var back = refunded(7000);
        var from = shop.now().minus(Duration.ofMinutes(30));
        shop.later(Duration.ofMinutes(10));
        var stranger = "RF-" + UUID.randomUUID();
        var line = "GATEWAY,REFUND," + stranger + ",,5.00,CNY,SETTLED,G-2," + shop.now();
        var query = "?store=" + Shop.STORE + "&from=" + from + "&until=" + shop.now();
        ended(upload("finance", query, line).is(202).text("/runNumber"));
        assertThat(told(number(back))).containsExactly("MISSING_AT_GATEWAY 7000 0 -7000 OPEN");
        assertThat(told(stranger)).containsExactly("MISSING_WITH_US 0 500 500 OPEN");
    }
}
