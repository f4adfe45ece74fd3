package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that went out in several parcels: each in trouble is known by its number and followed to its own end. */
class ParcelsOfOneOrderTests extends ShopJourney {
    private static final String NAME = "Task_NameParcel";

    @Autowired
    private ProcessEngine engine;

    /** Two lines, a parcel for each; {@code arrived} is the parcel that was signed for, or 0. */
    private Sale two(int arrived) {
        var sale = shop.sale().line("CUR-28", 1, 35800).line("ROD-2", 2, 9000).paid("ALIPAY", 44800);
        return shop.sold(sale.sent(parcel(sale, 1, arrived == 1, 1)).sent(parcel(sale, 2, arrived == 2, 2)));
    }

    /** Four pieces of one line, and nobody said how many are in which parcel. */
    private Sale split(Integer... lines) {
        var sale = shop.sale().line("CUP-1", 4, 8000).paid("ALIPAY", 8000);
        return shop.sold(sale.sent(parcel(sale, 1, false, lines)).sent(parcel(sale, 2, false, lines)));
    }

    private Map<String, Object> parcel(Sale sale, int number, boolean arrived, Integer... lines) {
        var parcel = new HashMap<String, Object>(Map.of(
                "trackingNumber",
                sale.tracking(number),
                "carrier",
                "YTO",
                "lines",
                List.of(lines),
                "shippedAt",
                shop.now().minus(Duration.ofDays(5)).toString()));
        if (arrived) {
            parcel.put("deliveredAt", shop.now().minus(Duration.ofDays(1)).toString());
            parcel.put("signedBy", "customer");
        }
        return parcel;
    }

    private void scanned(Sale sale, int number, String kind, Duration ago) {
        shop.as("shop")
                .post(
                        "/api/v1/parcels/" + sale.tracking(number) + "/scans",
                        Map.of(
                                "at",
                                shop.now().minus(ago).toString(),
                                "kind",
                                kind,
                                "place",
                                "hub",
                                "scanId",
                                UUID.randomUUID().toString()))
                .is(200);
    }

    private List<JsonNode> cases(Sale sale) {
        return Shop.items(shop.as("manager")
                .get("/api/v1/cases?q=" + sale.orderNumber)
                .is(200)
                .body()
                .at("/items"));
    }

    private PlayedCase caseOf(Sale sale, int parcel) {
        var found = Await.until(
                "case of " + sale.tracking(parcel),
                () -> cases(sale).stream()
                        .map(c -> new PlayedCase(shop, c.at("/caseNumber").asText()))
                        .filter(c -> parcels(c).contains(sale.tracking(parcel)))
                        .toList(),
                c -> !c.isEmpty());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> parcels(PlayedCase played) {
        return Shop.items(shop.as("agent")
                        .get(played.path() + "/parcels")
                        .is(200)
                        .body()
                        .at("/items"))
                .stream()
                .map(p -> p.at("/trackingNumber").asText())
                .toList();
    }

    /** Pieces of the case, as {@code "1:1"}. */
    private static List<String> pieces(PlayedCase played) {
        return Shop.items(played.show().at("/lines")).stream()
                .map(l -> l.at("/line").asInt() + ":" + l.at("/quantity").asInt())
                .toList();
    }

    private static Map<String, Object> request(Sale sale, String reason, String lines) {
        return Shop.request(sale, "LOGISTICS", reason, lines, "东西没收到");
    }

    @Test
    void whereNobodySaysWhichParcelAnAgentNamesItAndTheOtherOneGetsItsOwnCase() {
        var sale = two(0);
        var request = request(sale, "NOT_RECEIVED", "");
        var first = shop.opened("agent", request);
        var task = first.task("agent", NAME);
        assertThat(shop.as("agent")
                        .get("/api/v1/tasks/" + task + "/case")
                        .is(200)
                        .body()
                        .toString())
                .contains(sale.tracking(1), sale.tracking(2));
        first.complete("agent", NAME, Map.of()).refused(422, "INVALID_INPUT");
        first.complete("agent", NAME, Map.of("trackingNumber", "SF-999999")).refused(422, "INVALID_INPUT");
        first.complete("agent", NAME, Map.of("trackingNumber", sale.tracking(1), "alsoInTrouble", "SF-999999"))
                .refused(422, "INVALID_INPUT");
        first.complete("agent", NAME, Map.of("trackingNumber", sale.tracking(1), "quantity_1", 2))
                .refused(422, "INVALID_INPUT");
        first.complete("agent", NAME, Map.of("trackingNumber", sale.tracking(1), "quantity_1", 0))
                .refused(422, "INVALID_INPUT");
        assertThat(cases(sale)).hasSize(1);
        first.completes("agent", NAME, Map.of("trackingNumber", sale.tracking(1), "alsoInTrouble", sale.tracking(2)));
        first.task("agent", Troubled.FOLLOW);
        var second = caseOf(sale, 2);
        assertThat(second.number).isNotEqualTo(first.number);
        assertThat(pieces(first)).containsExactly("1:1");
        assertThat(pieces(second)).containsExactly("2:2");
        var again = shop.ask("agent", request).is(200);
        assertThat(again.body().at("/joined").asBoolean()).isTrue();
        assertThat(again.text("/caseNumber")).isEqualTo(first.number);

        scanned(sale, 1, "LOST", Duration.ofMinutes(1));
        first.completes("agent", Troubled.DECIDE, Map.of("remedy", "REFUND_FULL", "agreed", true));
        first.completes("lead", "Task_ApproveRefund", Map.of("decision", "APPROVE"));
        assertThat(first.ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");
        assertThat(second.open()).isTrue();
        scanned(sale, 2, "DELIVERED", Duration.ofMinutes(1));
        assertThat(second.ends()).isEqualTo("SELF_RESOLVED WAIT_AND_WATCH");
        assertThat(shop.gateway(sale.payment(1))).containsExactly("SETTLED 35800");
        assertThat(cases(sale)).hasSize(2);
    }

    @Test
    void aNumberALineOrWhatWasSignedForSaysWhichParcelIsMeant() {
        var named = two(0);
        var request = request(named, "NOT_RECEIVED", "");
        request.put("trackingNumber", named.tracking(2));
        var byNumber = shop.opened("agent", request);
        byNumber.task("agent", Troubled.FOLLOW);
        assertThat(pieces(byNumber)).containsExactly("2:2");
        assertThat(shop.ask("agent", request).is(200).body().at("/joined").asBoolean())
                .isTrue();
        request.put("trackingNumber", named.tracking(1));
        var other = shop.opened("agent", request);
        other.task("agent", Troubled.FOLLOW);
        assertThat(pieces(other)).containsExactly("1:1");

        var byLine = shop.opened("agent", request(two(0), "NOT_RECEIVED", "2:1"));
        byLine.task("agent", Troubled.FOLLOW);
        assertThat(pieces(byLine)).containsExactly("2:1");

        var half = two(1);
        var late = shop.opened("agent", request(half, "DELIVERY_TOO_LATE", ""));
        late.task("agent", Troubled.FOLLOW);
        assertThat(parcels(late)).containsExactly(half.tracking(2));
        var broken = shop.opened("agent", request(half, "DAMAGED_IN_TRANSIT", "1:1"));
        broken.task("agent", "Task_CheckEvidence");
        assertThat(parcels(broken)).containsExactly(half.tracking(1));
    }

    @Test
    void piecesOfOneLineInTwoParcelsAreCountedByTheAgent() {
        var sale = split(1);
        var first = shop.opened("agent", request(sale, "NOT_RECEIVED", "1:4"));
        first.complete("agent", NAME, Map.of("trackingNumber", sale.tracking(1), "alsoInTrouble", sale.tracking(2)))
                .refused(422, "INVALID_INPUT");
        first.completes(
                "agent",
                NAME,
                Map.of("trackingNumber", sale.tracking(1), "alsoInTrouble", sale.tracking(2), "quantity_1", 3));
        assertThat(pieces(first)).containsExactly("1:3");
        assertThat(pieces(caseOf(sale, 2))).containsExactly("1:1");
        assertThat(first.happens("CUSTOMER_WITHDREW")).isTrue();
        assertThat(first.ends()).isEqualTo("WITHDRAWN");
        assertThat(caseOf(sale, 2).open()).isTrue();
    }

    @Test
    void theWatchOpensOneCaseForEachParcelThatStandsStill() {
        var sale = two(0);
        var loose = split();
        for (var parcel : List.of(1, 2)) {
            scanned(sale, parcel, "IN_TRANSIT", Duration.ofHours(60));
            scanned(loose, parcel, "IN_TRANSIT", Duration.ofHours(60));
        }
        var watch = new Watch(engine);
        watch.looks();
        watch.looks();
        assertThat(cases(sale)).hasSize(2);
        assertThat(pieces(caseOf(sale, 1))).containsExactly("1:1");
        assertThat(pieces(caseOf(sale, 2))).containsExactly("2:2");
        assertThat(cases(loose)).hasSize(2);
        assertThat(pieces(caseOf(loose, 1))).containsExactly("1:3");
        assertThat(pieces(caseOf(loose, 2))).containsExactly("1:1");
        scanned(sale, 1, "DELIVERED", Duration.ZERO);
        assertThat(caseOf(sale, 1).ends()).isEqualTo("SELF_RESOLVED WAIT_AND_WATCH");
        assertThat(caseOf(sale, 2).open()).isTrue();
        scanned(sale, 2, "LOST", Duration.ZERO);
        caseOf(sale, 2).task("agent", Troubled.DECIDE);
        watch.looks();
        assertThat(cases(sale)).hasSize(2);
    }

    @Test
    void allArticlesMustBeThereBeforeTheyAreSentAgain() {
        var sale = shop.sold(shop.sale()
                .line("AAA-1", 1, 3000)
                .line("BBB-" + UUID.randomUUID().toString().substring(0, 6), 1, 5000)
                .paid("ALIPAY", 8000)
                .onTheWay(Duration.ofDays(3)));
        shop.stock("AAA-1", 9);
        var lost = Troubled.reported(shop, "agent", sale, "DELIVERY_TOO_LATE");
        lost.played().task("agent", Troubled.FOLLOW);
        lost.scan("LOST");
        lost.played().task("agent", Troubled.DECIDE);
        assertThat(lost.played().rules("remedy")).contains("RM-04").doesNotContain("RM-03");
        var there = shop.sold(shop.sale()
                .line("AAA-1", 1, 3000)
                .line("CCC-1", 1, 5000)
                .paid("ALIPAY", 8000)
                .onTheWay(Duration.ofDays(3)));
        shop.stock("CCC-1", 1);
        var again = Troubled.reported(shop, "agent", there, "DELIVERY_TOO_LATE");
        again.played().task("agent", Troubled.FOLLOW);
        again.scan("LOST");
        again.played().task("agent", Troubled.DECIDE);
        assertThat(again.played().rules("remedy")).contains("RM-03");
    }
}
