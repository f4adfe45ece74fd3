package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Departments of an exchange that lose their answer, fail, or answer late and twice: nothing is lost, nothing done twice. */
class ExchangeFaultsTests extends ShopJourney {
    private static final List<String> STEPS = List.of(
            "marketplace.agree",
            "warehouse.check-stock",
            "warehouse.reserve-stock",
            "finance.collect",
            "warehouse.authorise-return",
            "warehouse.book-returned-goods",
            "warehouse.ship");

    private static final List<String> BEFORE_PAYING =
            List.of("marketplace.agree", "warehouse.check-stock", "warehouse.reserve-stock", "finance.collect");

    private String old;
    private String other;

    @BeforeEach
    void shelves() {
        var unique = UUID.randomUUID().toString().substring(0, 6);
        old = "FOLD-" + unique;
        other = "FNEW-" + unique;
        shop.stock(old, 5);
        shop.stock(other, 5);
    }

    static Stream<Arguments> faults() {
        return STEPS.stream()
                .flatMap(step -> Stream.of("LOSE_ANSWER", "ERROR", "PENDING").map(fault -> Arguments.of(step, fault)));
    }

    private Swap asked(long newPrice) {
        shop.priced(other, newPrice);
        return Swap.asked(
                shop, shop.sale().line(old, 1, 20000).paid("ALIPAY", 20000).signed(3), "SIZE_TOO_SMALL", other);
    }

    /** What a department was asked under a topic, once it was. */
    private JsonNode call(Swap swap, String topic) {
        return Await.until(
                        swap.played().number + " " + topic, () -> swap.played().calls(topic), c -> !c.isEmpty())
                .get(0);
    }

    private Reply answer(Swap swap, String topic, String word) {
        var id = call(swap, topic).at("/requestId").asText();
        return shop.as("agent").post("/api/v1/sandbox/requests/" + id, Map.of("answer", word, "values", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultAtAnyStepLosesNothingAndDoesNothingTwice(String step, String fault) {
        shop.next(step, fault);
        var swap = asked(24000);
        var late = fault.equals("PENDING") ? step : "";
        answersLateAndTwice(swap, BEFORE_PAYING, late);
        if (!step.equals("finance.collect") || fault.equals("ERROR")) {
            paid(swap);
        }
        answersLateAndTwice(swap, List.of("warehouse.authorise-return"), late);
        swap.played().awaitTold("Task_TellWhereToSend");
        swap.oldGoodsLeave(swap.played().number + "-R");
        swap.oldGoodsLeave(swap.played().number + "-R");
        swap.played().scan(swap.played().number + "-R", "DELIVERED");
        swap.played().scan(swap.played().number + "-R", "DELIVERED");
        swap.played().inspected(1, 1, "A");
        answersLateAndTwice(swap, List.of("warehouse.book-returned-goods", "warehouse.ship"), late);
        swap.arrives();
        swap.arrives();

        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.replacements()).hasSize(1);
        assertThat(swap.done("warehouse.ship")).isEqualTo(1);
        assertThat(swap.done("warehouse.reserve-stock")).isEqualTo(1);
        assertThat(swap.done("warehouse.book-returned-goods")).isEqualTo(1);
        assertThat(swap.stock(old)).isEqualTo("sellable 6 asOpened 0 refurbish 0 scrap 0 hold 0");
        assertThat(swap.stock(other)).isEqualTo("sellable 4 asOpened 0 refurbish 0 scrap 0 hold 0");
        assertThat(swap.paidFor(1)).isEqualTo(24000);
        assertThat(swap.played().costs()).containsExactly("COLLECTED -4000 SIZE_TOO_SMALL CUSTOMER");
        assertThat(swap.played().refunds()).isEmpty();
    }

    private void answersLateAndTwice(Swap swap, List<String> due, String late) {
        if (due.contains(late)) {
            answer(swap, late, "OK").is(200);
            assertThat(answer(swap, late, "OK").status()).isIn(200, 404, 409);
        }
    }

    /** As soon as finance has really asked the customer. */
    private void paid(Swap swap) {
        Await.until("paid", () -> answer(swap, "finance.collect", "OK"), r -> r.status() == 200);
    }

    @ParameterizedTest
    @MethodSource("refundFaults")
    void theDifferenceGoesBackOnce(String fault) {
        shop.next("finance.refund", fault);
        var swap = asked(17000);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        var payment = swap.sale().payment(1);
        if (fault.equals("LOSE_ANSWER")) {
            swap.played().fire("Event_AskGatewayDue");
        }
        if (fault.equals("PENDING")) {
            var refund = Await.until("refund", () -> swap.played().refundRows(), r -> r.size() == 1)
                    .get(0)
                    .at("/refundNumber")
                    .asText();
            for (int time = 0; time < 3; time++) {
                Await.until(
                        "told",
                        () -> shop.as("agent")
                                .post("/api/v1/sandbox/gateway/refunds/" + refund, Map.of("state", "SETTLED")),
                        r -> r.status() == 200);
            }
        }
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().refunds()).containsExactly(payment + " SETTLED 3000");
        assertThat(shop.gateway(payment)).containsExactly("SETTLED 3000");
    }

    static Stream<String> refundFaults() {
        return Stream.of("LOSE_ANSWER", "ERROR", "PENDING");
    }

    @ParameterizedTest
    @MethodSource("refundFaults")
    void whatWasHeldIsReleasedOnce(String fault) {
        shop.next("warehouse.release-stock", fault);
        var swap = asked(24000);
        Await.until("asked", swap::collections, c -> !c.isEmpty());
        swap.played().fires("CUSTOMER_WITHDREW");
        if (fault.equals("PENDING")) {
            answer(swap, "warehouse.release-stock", "OK").is(200);
        }
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        Await.until("free", () -> swap.stock(other), s -> s.startsWith("sellable 5 "));
        assertThat(swap.done("warehouse.release-stock")).isEqualTo(1);
    }

    /** The customer withdraws while nobody knows yet whether the goods are held. */
    @Test
    void withdrawnWhileTheWarehouseIsAskedToHoldIsReleasedAsSoonAsItAnswers() {
        shop.next("warehouse.reserve-stock", "PENDING");
        var swap = asked(20000);
        call(swap, "warehouse.reserve-stock");
        swap.played().fires("CUSTOMER_WITHDREW");
        assertThat(swap.played().open()).isTrue();
        answer(swap, "warehouse.reserve-stock", "OK").is(200);
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        Await.until("free", () -> swap.stock(other), s -> s.startsWith("sellable 5 "));
        assertThat(swap.played().calls("warehouse.authorise-return")).isEmpty();
    }

    @Test
    void withdrawnWhileTheWarehouseIsAskedToHoldEndsWhenItSaysNo() {
        shop.next("warehouse.reserve-stock", "PENDING");
        var swap = asked(20000);
        call(swap, "warehouse.reserve-stock");
        swap.played().fires("CUSTOMER_WITHDREW");
        answer(swap, "warehouse.reserve-stock", "REFUSE:STOCK_UNAVAILABLE").is(200);
        assertThat(swap.played().ends()).isEqualTo("WITHDRAWN");
        assertThat(swap.played().tasks("manager", "Task_OfferAlternatives")).isEmpty();
        assertThat(swap.stock(other)).startsWith("sellable 5 ");
    }

    @Test
    void acceptedGoodsThatAreBeingBookedAreNotSentBackAsWell() {
        shop.next("warehouse.book-returned-goods", "PENDING");
        var swap = asked(20000);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        call(swap, "warehouse.book-returned-goods");
        assertThat(swap.played().happens("CUSTOMER_WITHDREW")).isFalse();
        answer(swap, "warehouse.book-returned-goods", "OK").is(200);
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.stock(old)).startsWith("sellable 6 ");
        assertThat(swap.done("warehouse.ship")).isEqualTo(1);
    }
}
