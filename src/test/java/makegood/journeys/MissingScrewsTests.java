package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-034: half built, no screws; the pack is taken from a new set. */
class MissingScrewsTests extends ShopJourney {
    private final String shelf = Resent.sku("SHELF-5");
    private final String screws = shelf + "-SCREW";

    private Resent missing(int sets) {
        shop.as("shop")
                .put(
                        "/api/v1/products/north/" + shelf,
                        Map.of("listPrice", 26900, "parts", List.of(Map.of("part", "SCREW", "value", 600))))
                .is(200);
        shop.stock(screws, 0);
        var missing = Resent.asked(shop, shelf, 26900, sets, "MISSING_PARTS");
        var task = missing.played().task("agent", Resent.REVIEW);
        assertThat(shop.as("agent").get("/api/v1/tasks/" + task + "/case").text("/proposal/parts/0/sku"))
                .isEqualTo(screws);
        missing.approved("part", screws, "evidence", "SUFFICIENT");
        return missing;
    }

    @Test
    void thePackIsTakenFromANewSet() {
        var missing = missing(7);
        var played = missing.played();
        var task = played.task("agent", Resent.OTHER_WAY);
        assertThat(shop.as("agent").get("/api/v1/tasks/" + task + "/case").text("/proposal/shelves"))
                .isEqualTo(screws + " 0, " + shelf + " 7");
        played.completes("agent", Resent.OTHER_WAY, Map.of("decision", "OPEN_NEW_SET"));
        played.complete("warehouse", "Task_OpenNewSet", Map.of()).refused(422, "INVALID_INPUT");
        played.completes("warehouse", "Task_OpenNewSet", Map.of("setOpened", true, "openingNote", "箱底未封"));
        missing.delivered();

        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(shop.stock(shelf)).isEqualTo("sellable 6 asOpened 0 refurbish 1 scrap 0 hold 0");
        assertThat(shop.stock(screws)).startsWith("sellable 0 ");
        assertThat(missing.sent()).containsExactly(screws + " 1");
        assertThat(missing.costs()).hasSize(1).first().asString().startsWith("RESEND 600 ");
        assertThat(played.timeline())
                .filteredOn(e -> e.at("/kind").asText().equals("STOCK"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.at("/actor").asText()).isEqualTo("warehouse");
                    assertThat(e.at("/text").asText()).contains("new set").contains("箱底未封");
                });
        assertThat(played.calls("warehouse.authorise-return")).isEmpty();
        missing.noMoneyMoved();
        assertThat(shop.order(missing.sale()).at("/lines/0/resentQuantity").asInt())
                .isZero();
    }

    @Test
    void noSetInTheBookAndNoneOpenedLeadBackToTheAgentAndThenToARefund() {
        var missing = missing(0);
        var played = missing.played();
        var open = Map.<String, Object>of("decision", "OPEN_NEW_SET");
        played.completes("agent", Resent.OTHER_WAY, open);
        played.completes("warehouse", "Task_OpenNewSet", Map.of("setOpened", true));
        played.completes("agent", Resent.OTHER_WAY, open);
        played.completes("warehouse", "Task_OpenNewSet", Map.of("setOpened", false));
        played.complete("agent", Resent.OTHER_WAY, Map.of("decision", "OFFER_OTHER"))
                .refused(422, "INVALID_INPUT");
        played.complete("agent", Resent.OTHER_WAY, Resent.fields("OFFER_OTHER", "offerProcedure", "REVIEW"))
                .refused(422, "INVALID_INPUT");
        played.completes("agent", Resent.OTHER_WAY, Resent.fields("OFFER_OTHER", "offerProcedure", "REFUND_ONLY"));
        played.completes("agent", "Task_ReviewRefundRequest", Resent.fields("APPROVE", "approvedAmount", 600));

        assertThat(played.ends()).startsWith("RESOLVED_OTHER");
        assertThat(shop.gateway(missing.sale().payment(1))).containsExactly("SETTLED 600");
        assertThat(missing.sent()).isEmpty();
    }

    @Test
    void newStockIsWaitedForAndComes() {
        var missing = missing(2);
        var played = missing.played();
        var today = LocalDate.ofInstant(shop.now(), ZoneId.of("Asia/Shanghai"));
        for (var day : List.of("soon", today.toString(), today.plusDays(99).toString())) {
            played.complete("agent", Resent.OTHER_WAY, Resent.fields("WAIT_FOR_STOCK", "waitUntil", day))
                    .refused(422, "INVALID_INPUT");
        }
        played.complete("agent", Resent.OTHER_WAY, Map.of("decision", "WAIT_FOR_STOCK"))
                .refused(422, "INVALID_INPUT");
        var day = today.plusDays(3).toString();
        played.completes("agent", Resent.OTHER_WAY, Resent.fields("WAIT_FOR_STOCK", "waitUntil", day));
        assertThat(played.told("Task_TellStockWait")).contains(day);
        shop.stock(screws, 5);
        played.fire("Event_ResendStockExpected");
        missing.delivered();
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(shop.stock(screws)).startsWith("sellable 4 ");
        assertThat(shop.stock(shelf)).startsWith("sellable 2 ");
    }

    @Test
    void onlyPartsThatTheProductHasCanBeNamed() {
        shop.stock(shelf, 3);
        var missing = Resent.asked(shop, shelf, 26900, 3, "MISSING_PARTS");
        var played = missing.played();
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("decision", "APPROVE", "part", "WINGS"),
                Map.of("decision", "APPROVE", "resendQuantity_1", 2),
                Map.of("decision", "APPROVE", "resendQuantity_1", 0),
                Map.of("decision", "APPROVE", "giftSku", "GLUE"),
                Map.of("decision", "APPROVE", "fact", "WEATHER"),
                Map.of("decision", "APPROVE", "packedWeight", "heavy"),
                Map.of("decision", "REFUSE"),
                Map.of("decision", "OFFER_OTHER"),
                Map.of("decision", "OFFER_OTHER", "offerProcedure", "RESEND"),
                Map.of())) {
            played.complete("agent", Resent.REVIEW, wrong).refused(422, "INVALID_INPUT");
        }
        played.task("agent", Resent.REVIEW);
        played.completes("agent", Resent.REVIEW, Resent.fields("OFFER_OTHER", "offerProcedure", "INQUIRY"));
        played.completes("agent", "Task_AnswerCustomer", Map.of("messageToCustomer", "配件在袋子里"));
        assertThat(played.ends()).startsWith("RESOLVED_OTHER");
    }
}
