package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exchanges into several articles, cheaper ones, one after the other, and what the shelves show at each step. */
class ExchangeArticlesTests extends ShopJourney {
    private static final String REVIEW = "Task_ReviewExchangeRequest";
    private static final String OFFER = "Task_OfferAlternatives";

    private String old;
    private String one;
    private String two;

    @BeforeEach
    void shelves() {
        var unique = UUID.randomUUID().toString().substring(0, 6);
        old = "A-" + unique;
        one = "B-" + unique;
        two = "C-" + unique;
        shop.stock(old, 5);
        shop.stock(one, 5);
        shop.stock(two, 5);
    }

    private Swap reviewed(Sale sale, String lines, String wanted) {
        shop.sold(sale);
        var request = Shop.request(sale, "EXCHANGE", "SIZE_TOO_SMALL", lines, "换两件，退一件");
        request.put("goodsIntact", false);
        if (wanted != null) {
            request.put("wantedSku", wanted);
        }
        return new Swap(shop, sale, shop.opened("shop", request));
    }

    @Test
    void ofThreePiecesTwoBecomeTwoArticlesAndOneIsRefunded() {
        shop.priced(two, 11000);
        var swap =
                reviewed(shop.sale().line(old, 3, 30001).paid("ALIPAY", 30001).signed(3), "1:3", one);
        var approve = Map.<String, Object>of("decision", "APPROVE", "exchangeQuantity_1", 2, "wantedSku_1", one + ":1");
        swap.played().complete("agent2", REVIEW, approve).is(422);
        swap.played()
                .completes(
                        "agent2",
                        REVIEW,
                        Map.of(
                                "decision",
                                "APPROVE",
                                "exchangeQuantity_1",
                                2,
                                "wantedSku_1",
                                one + ":1, " + two + "：1"));
        swap.answers("OK");
        swap.played().goodsComeBack();
        assertThat(swap.stock(one)).startsWith("sellable 4 ");
        assertThat(swap.stock(two)).startsWith("sellable 4 ");
        swap.played().inspected(1, 3, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.collections()).hasSize(1);
        assertThat(swap.collections().get(0).at("/payload/amount").asLong()).isEqualTo(1000);
        assertThat(swap.replacements()).hasSize(1);
        assertThat(swap.stock(old)).startsWith("sellable 8 ");
        assertThat(swap.stock(one)).startsWith("sellable 4 ");
        assertThat(swap.stock(two)).startsWith("sellable 4 ");
        assertThat(swap.played().refunds()).containsExactly(swap.sale().payment(1) + " SETTLED 10333");
    }

    @Test
    void theRequestItselfMayNameSeveralArticles() {
        var swap = Swap.asked(
                shop,
                "shop",
                shop.sale().line(old, 2, 20000).paid("ALIPAY", 20000).signed(3),
                "SIZE_TOO_SMALL",
                "1:2",
                one + ":1," + two + ":1");
        swap.played().goodsComeBack();
        swap.played().inspected(1, 2, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.stock(one)).startsWith("sellable 4 ");
        assertThat(swap.stock(two)).startsWith("sellable 4 ");
        assertThat(swap.stock(old)).startsWith("sellable 7 ");
    }

    @Test
    void allArticlesAreLookedUpAndOnlyTheMissingOneIsReplaced() {
        shop.stock(two, 0);
        var swap = Swap.asked(
                shop,
                "shop",
                shop.sale()
                        .line(one, 1, 20000)
                        .line(two, 1, 20000)
                        .paid("ALIPAY", 40000)
                        .signed(3),
                "QUALITY_DEFECT",
                "1:1,2:1",
                null);
        swap.played().completes("agent2", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        var task = swap.played().task("agent", OFFER);
        assertThat(shop.as("agent")
                        .get("/api/v1/tasks/" + task + "/case")
                        .is(200)
                        .body()
                        .at("/proposal/missingSkus")
                        .asText())
                .isEqualTo(two);
        assertThat(swap.played().calls("warehouse.reserve-stock")).isEmpty();
        assertThat(swap.played().calls("warehouse.check-stock").get(0).at("/payload/skus"))
                .hasSize(2);
        swap.played().completes("agent", OFFER, Map.of("decision", "OTHER_SKU", "otherSku", old));
        swap.played().completes("agent", "Task_RecordOfferAnswer", Map.of("customerAnswer", "ACCEPTED"));
        var sent = Await.until("sent", swap::replacements, r -> r.size() == 1);
        assertThat(sent).hasSize(1);
        assertThat(swap.stock(one)).startsWith("sellable 4 ");
        assertThat(swap.stock(old)).startsWith("sellable 4 ");
        assertThat(swap.stock(two)).startsWith("sellable 0 ");
    }

    @Test
    void theSameArticleForTwoLinesIsLookedUpTogether() {
        shop.stock(one, 1);
        var swap = Swap.asked(
                shop,
                "shop",
                shop.sale()
                        .line(old, 1, 20000)
                        .line(two, 1, 20000)
                        .paid("ALIPAY", 40000)
                        .signed(3),
                "SIZE_TOO_SMALL",
                "1:1,2:1",
                one);
        swap.played().task("agent", OFFER);
        assertThat(swap.stock(one)).startsWith("sellable 1 ");
    }

    /** R7: both prices before promotion; what was really paid stays the most that can come back. */
    @Test
    void theCheaperArticleGivesTheDifferenceOfTheListPricesBack() {
        shop.priced(one, 27000);
        var sale = shop.sale()
                .line(old, 1, 24000, Map.of("listPrice", 30000))
                .paid("ALIPAY", 14000)
                .paid("GIFTCARD", 10000)
                .signed(3);
        var swap = Swap.asked(shop, sale, "STYLE_COLOUR_DISLIKED", one);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().refunds()).containsExactly(sale.payment(1) + " SETTLED 3000");
    }

    @Test
    void moreThanWasPaidNeverComesBack() {
        shop.priced(one, 5000);
        var sale = shop.sale()
                .line(old, 1, 10000, Map.of("listPrice", 30000))
                .paid("ALIPAY", 10000)
                .signed(3);
        var swap = Swap.asked(shop, sale, "STYLE_COLOUR_DISLIKED", one);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.played().refunds()).containsExactly(sale.payment(1) + " SETTLED 10000");
    }

    @Test
    void aSecondExchangeOfTheLineKnowsWhatTheCustomerHasNow() {
        shop.priced(one, 23000);
        shop.priced(two, 22000);
        var sale = shop.sale().line(old, 1, 20000).paid("ALIPAY", 20000).signed(3);
        var first = Swap.asked(shop, sale, "SIZE_TOO_SMALL", one);
        first.answers("OK");
        first.played().goodsComeBack();
        first.played().inspected(1, 1, "A");
        first.arrives();
        assertThat(first.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");

        var second = Swap.asked(shop, sale, "SIZE_TOO_LARGE", two);
        second.played().goodsComeBack();
        second.played().inspected(1, 1, "A");
        second.arrives();
        assertThat(second.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(second.played().refunds()).hasSize(1);
        assertThat(second.played().refunds().get(0)).endsWith(" SETTLED 1000");
        assertThat(second.stock(old)).startsWith("sellable 6 ");
        assertThat(second.stock(one)).startsWith("sellable 5 ");
        assertThat(second.stock(two)).startsWith("sellable 4 ");
        assertThat(second.paidFor(1)).isEqualTo(23000);
    }

    /** The ordered white one never left its shelf, the grey one left unbooked. */
    @Test
    void wrongGoodsPutBothShelvesRightAtOnceAndTheParcelHasTheLastWord() {
        var white = old;
        var grey = one;
        var curtain = wrongGoods();
        curtain.played()
                .complete("agent", REVIEW, Map.of("decision", "APPROVE", "evidence", "SUFFICIENT", "wrongSku", white))
                .is(422);
        curtain.approved("fact", "PICK_RECORD_WRONG", "wrongSku", grey);
        Await.until("sent", curtain::replacements, r -> r.size() == 1);
        assertThat(curtain.stock(white)).startsWith("sellable 5 "); // one more found, one sent
        assertThat(curtain.stock(grey)).startsWith("sellable 4 ");
        curtain.arrives();
        curtain.played().goodsComeBack();
        curtain.played().inspectedAs(two); // it was a third one
        assertThat(curtain.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(curtain.stock(white)).startsWith("sellable 5 ");
        assertThat(curtain.stock(grey)).startsWith("sellable 5 ");
        assertThat(curtain.stock(two)).startsWith("sellable 5 ");
    }

    @Test
    void theCustomerWasWrongAboutTheWrongGoods() {
        var curtain = wrongGoods();
        curtain.approved("fact", "PICK_RECORD_WRONG", "wrongSku", one);
        curtain.arrives();
        curtain.played().goodsComeBack();
        curtain.found(1, "A", "AS_ANNOUNCED");
        assertThat(curtain.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(curtain.stock(old)).startsWith("sellable 5 "); // one sent, one back
        assertThat(curtain.stock(one)).startsWith("sellable 5 ");
    }

    @Test
    void wrongGoodsThatNeverComeBackLeaveTheShelvesAsTheyAre() {
        var curtain = wrongGoods();
        curtain.approved("fact", "PICK_RECORD_WRONG", "wrongSku", one);
        curtain.arrives();
        curtain.neverSent();
        curtain.played().completes("lead", "Task_ChargeOrWriteOff", Map.of("decision", "WRITE_OFF"));
        curtain.played().completes("finance", "Task_ConfirmWriteOff", Map.of("decision", "CONFIRM"));
        assertThat(curtain.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(curtain.stock(old)).startsWith("sellable 5 ");
        assertThat(curtain.stock(one)).startsWith("sellable 4 ");
    }

    private Swap wrongGoods() {
        return Swap.asked(
                shop, shop.sale().line(old, 1, 15000).paid("ALIPAY", 15000).signed(1), "WRONG_GOODS", null);
    }

    /** The hold ends while the goods travel: what is on the shelf is sent all the same, once. */
    @Test
    void aHoldThatEndsWhileTheGoodsTravelIsNoLoss() {
        shop.stock(one, 1);
        var swap = Swap.asked(
                shop, shop.sale().line(old, 1, 20000).paid("ALIPAY", 20000).signed(3), "SIZE_TOO_SMALL", one);
        swap.played().awaitTold("Task_TellWhereToSend");
        swap.oldGoodsLeave(swap.played().number + "-R");
        shop.later(Duration.ofDays(11));
        swap.played().scan(swap.played().number + "-R", "DELIVERED");
        swap.played().inspected(1, 1, "A");
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.stock(one)).startsWith("sellable 0 ");
        assertThat(swap.done("warehouse.ship")).isEqualTo(1);
    }

    @Test
    void aHoldThatIsRefusedAtTheLastMomentIsLetGoBeforeTheNext() {
        shop.next("warehouse.ship", "REFUSE:STOCK_UNAVAILABLE");
        var swap = Swap.asked(
                shop, shop.sale().line(old, 1, 20000).paid("ALIPAY", 20000).signed(3), "SIZE_TOO_SMALL", one);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        swap.played().completes("agent", "Task_SolveReplacementTrouble", Map.of("decision", "SEND_ANOTHER"));
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        assertThat(swap.stock(one)).startsWith("sellable 4 ");
        assertThat(swap.played().calls("warehouse.release-stock")).hasSize(1);
    }

    @Test
    void aReplacementLostOnTheWayIsClaimedOnceForEachParcel() {
        var swap = Swap.asked(
                shop, shop.sale().line(old, 1, 20000).paid("ALIPAY", 20000).signed(3), "SIZE_TOO_SMALL", one);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        for (int lost = 1; lost <= 2; lost++) {
            int parcels = lost;
            var sent = Await.until("sent " + lost, swap::replacements, r -> r.size() == parcels);
            swap.played().scan(sent.get(lost - 1), "LOST");
            swap.played().completes("agent", "Task_LookForShipment", Map.of("decision", "LOST"));
            swap.played().completes("agent", "Task_SolveReplacementTrouble", Map.of("decision", "SEND_ANOTHER"));
        }
        Await.until("sent 3", swap::replacements, r -> r.size() == 3);
        swap.arrives();
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_FULL EXCHANGE");
        var claims = Await.until("claims", () -> swap.played().calls(Troubled.CLAIM), c -> c.size() == 2);
        assertThat(claims).extracting(c -> c.at("/payload/amount").asLong()).containsOnly(20000L);
        assertThat(swap.stock(one)).startsWith("sellable 2 ");
    }

    @Test
    void aReplacementThatComesBackUndeliveredIsNotTheCarriersLoss() {
        var swap = Swap.asked(
                shop, shop.sale().line(old, 1, 20000).paid("ALIPAY", 20000).signed(3), "SIZE_TOO_SMALL", one);
        swap.played().goodsComeBack();
        swap.played().inspected(1, 1, "A");
        var sent = Await.until("sent", swap::replacements, r -> r.size() == 1).get(0);
        swap.played().scan(sent, "REFUSED");
        swap.played().completes("agent", "Task_LookForShipment", Map.of("decision", "LOST"));
        swap.played().completes("agent", "Task_SolveReplacementTrouble", Map.of("decision", "REFUND"));
        assertThat(swap.played().ends()).isEqualTo("RESOLVED_OTHER RETURN_REFUND");
        assertThat(swap.played().calls(Troubled.CLAIM)).isEmpty();
    }

    @Test
    void withoutAnOrderThereIsNothingToExchange() {
        var reply = shop.ask(
                "agent",
                Map.of(
                        "store",
                        "north",
                        "paymentReference",
                        "PAY-1",
                        "procedure",
                        "EXCHANGE",
                        "reason",
                        "SIZE_TOO_SMALL",
                        "channel",
                        "CHAT"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/pointer").asText()).isEqualTo("orderNumber");
    }
}
