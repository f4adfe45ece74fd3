package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-024: three of four in the box; the parcel was too light when it left. */
class MissingSweaterTests extends ShopJourney {
    private final String sweater = Resent.sku("SW-220-M");

    private Sale sale() {
        return shop.sale()
                .line(Resent.sku("TS-101"), 1, 6900)
                .line(Resent.sku("SK-012"), 1, 4500)
                .line(sweater, 1, 12800)
                .line(Resent.sku("HT-03"), 1, 3900)
                .paid("ALIPAY", 28100)
                .signed(0);
    }

    @Test
    void whatNeverLeftIsPutRightAndSentAgain() {
        shop.stock(sweater, 4);
        shop.next("carrier.trace", "PENDING");
        var missing = Resent.asked(shop, sale(), "MISSING_GOODS", "3:1", Map.of());
        var played = missing.played();
        Await.until("carrier asked", () -> played.calls("carrier.trace"), c -> c.size() == 1);
        var asked = played.calls("carrier.trace").get(0);
        assertThat(asked.at("/payload/trackingNumber").asText()).isEqualTo(missing.sale().orderNumber + "-S1");
        shop.as("agent")
                .post(
                        "/api/v1/sandbox/requests/" + asked.at("/requestId").asText(),
                        Map.of("answer", "OK", "values", Map.of("weightGrams", 840)))
                .is(200);
        var task = played.task("agent", Resent.REVIEW);
        assertThat(shop.as("agent").get("/api/v1/tasks/" + task + "/case").text("/proposal/weightAtStart"))
                .isEqualTo("840");

        missing.approved("fact", "WEIGHT_WRONG_AT_START", "packedWeight", 1390);
        played.task("agent2", Resent.APPROVE);
        assertThat(missing.parcels()).isEmpty();
        var approve = Map.<String, Object>of("decision", "APPROVE");
        played.complete("agent", Resent.APPROVE, approve).refused(403, "OWN_REQUEST");
        shop.hire("xiaoyu-resend", "JUNIOR");
        played.complete("xiaoyu-resend", Resent.APPROVE, approve).refused(422, "BEYOND_AUTHORITY");
        played.completes("agent2", Resent.APPROVE, approve);
        missing.delivered();

        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(played.rules("liability")).containsExactly("LI-11");
        assertThat(played.timeline("WEIGHT")).anyMatch(w -> w.contains("840")).anyMatch(w -> w.contains("1390"));
        assertThat(shop.stock(sweater)).startsWith("sellable 4 "); // +1 never left, -1 sent
        assertThat(missing.sent()).containsExactly(sweater + " 1");
        assertThat(missing.costs()).containsExactly("RESEND 12800 WAREHOUSE_PICK");
        assertThat(played.told()).doesNotContain("Task_AskForEvidence");
        missing.noMoneyMoved();
        itIsNotMissingTwice(missing);
    }

    @Test
    void whatWasPaidBackIsNotSentToo() {
        shop.stock(sweater, 4);
        var sale = shop.sold(sale());
        var back = shop.opened("agent", Shop.request(sale, "LOGISTICS", "MISSING_GOODS", "3:1", "毛衣没有，退钱"));
        back.completes(
                "agent",
                "Task_CheckEvidence",
                Map.of(
                        "decision",
                        "ESTABLISHED",
                        "fact",
                        "NONE",
                        "severity",
                        "LIGHT",
                        "evidence",
                        "SUFFICIENT",
                        "affectedQuantity_3",
                        1));
        back.completes("agent", Troubled.DECIDE, Map.of("remedy", "REFUND_FULL", "agreed", true));
        assertThat(back.ends()).isEqualTo("RESOLVED_FULL REFUND_FULL");

        var again = Shop.request(sale, "RESEND", "OTHER", "3:1", "毛衣还是补发吧");
        shop.ask("shop", again).refused(422, "ALREADY_PAID_BACK");
        again.put("procedure", "EXCHANGE");
        shop.ask("shop", again).refused(422, "ALREADY_PAID_BACK");
        again.put("procedure", "LOGISTICS");
        again.put("reason", "DAMAGED_IN_TRANSIT");
        var damaged = shop.opened("agent", again);
        damaged.completes(
                "agent",
                "Task_CheckEvidence",
                Map.of(
                        "decision",
                        "ESTABLISHED",
                        "fact",
                        "NONE",
                        "severity",
                        "LIGHT",
                        "evidence",
                        "SUFFICIENT",
                        "affectedQuantity_3",
                        1));
        var send = Map.<String, Object>of("remedy", "RESEND", "agreed", true, "quantity_3", 1);
        damaged.complete("agent", Troubled.DECIDE, send).refused(422, "INVALID_INPUT");
        assertThat(shop.stock(sweater)).startsWith("sellable 4 ");
    }

    private void itIsNotMissingTwice(Resent missing) {
        var again = Shop.request(missing.sale(), "REFUND_ONLY", "MISSING_GOODS", "3:1", "毛衣还是没有，退钱");
        shop.ask("shop", again).refused(422, "ALREADY_RESENT");
        again.put("procedure", "RESEND");
        shop.ask("agent", again).refused(422, "ALREADY_RESENT");
        again.put("procedure", "REFUND_ONLY");
        again.put("lines", "4:1");
        shop.ask("agent", again).is(201);
        assertThat(shop.order(missing.sale()).at("/lines/2/resentQuantity").asInt())
                .isEqualTo(1);
    }

    @Test
    void aSilentCarrierHoldsNobodyUp() {
        shop.stock(sweater, 4);
        shop.next("carrier.trace", "PENDING");
        var missing = Resent.asked(shop, sale(), "MISSING_GOODS", "3:1", Map.of());
        missing.played().fire("Event_WeightNotTold");
        missing.approved();
        missing.played().completes("lead", Resent.APPROVE, Map.of("decision", "APPROVE"));
        missing.delivered();
        assertThat(missing.played().ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(missing.played().rules("liability")).containsExactly("LI-99");
        assertThat(shop.stock(sweater)).startsWith("sellable 3 ");
        assertThat(missing.costs()).containsExactly("RESEND 12800 UNDETERMINED");
    }
}
