package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lost, or sent on a road that we had promised not to take: the goods go out again, the claim and the old parcel go on. */
class SentAgainTests extends ShopJourney {
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    /** The new parcel reaches the customer. */
    private void arrives(Troubled trouble) {
        trouble.played().awaitTold("Task_TellShipped");
        var parcels = Shop.items(shop.as("agent")
                .get(trouble.played().path() + "/parcels")
                .is(200)
                .body()
                .at("/items"));
        var sent = parcels.stream()
                .filter(p -> p.at("/purpose").asText().equals("RESEND"))
                .findFirst()
                .orElseThrow();
        trouble.played().scan(sent.at("/trackingNumber").asText(), "DELIVERED");
    }

    @Test
    void aLostBedIsSentAgainAndTheCarrierPaysLater() {
        shop.stock("BED-KID-1", 5);
        var bed = Troubled.lost(shop, "BED-KID-1", 18900);
        var played = bed.played();
        played.task("agent", Troubled.DECIDE);
        assertThat(played.rules("remedy")).contains("RM-03", "RM-04");
        assertThat(played.calls(Troubled.CLAIM)).hasSize(1);
        assertThat(played.calls(Troubled.CLAIM).get(0).at("/payload/amount").asLong())
                .isEqualTo(18900);
        bed.decides("agent", "remedy", "RESEND", "agreed", true);
        played.completes("agent2", "Task_ApproveResend", APPROVE);
        arrives(bed);
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(shop.as("agent").get(played.path() + "/parcels").body().toString())
                .contains("lostAt");
        assertThat(shop.stock("BED-KID-1")).startsWith("sellable 4");
        assertThat(played.waits("CARRIER")).containsExactly("carrier.file-claim");
        bed.answers(Troubled.CLAIM, "OK", Map.of("state", "PAID", "amount", 15000));
        Await.until("payback", bed::costs, c -> c.contains("CARRIER_PAYBACK -15000 CARRIER"));
        assertThat(bed.costs()).contains("RESEND 18900 CARRIER");
        assertThat(played.waits("CARRIER")).isEmpty();
        assertThat(bed.gateway()).isEmpty();
    }

    @Test
    void aPromiseThatNobodyNotedIsKeptAndTheOldParcelComesHome() {
        shop.stock("LAMP-7", 9);
        var sale = shop.sold(shop.sale()
                .line("LAMP-7", 1, 22900)
                .freight(1200)
                .paid("WECHAT", 24100)
                .onTheWay(Duration.ofDays(7)));
        Troubled.scanned(shop, sale, "IN_TRANSIT", Duration.ofHours(20));
        shop.next(Troubled.TRACE, "PENDING");
        var lamp = Troubled.reported(shop, "agent", sale, "DELIVERY_TOO_LATE");
        var played = lamp.played();
        lamp.answers(Troubled.TRACE, "OK", Map.of("status", "RETURNING"));
        played.await("word", c -> played.timeline("CARRIER_ANSWERED").size() == 1);
        lamp.follows("decision", "DECIDE_REMEDY", "fact", "PROMISE_NOT_NOTED");
        assertThat(played.rules("liability")).containsExactly("LI-18");
        lamp.decides("agent", "remedy", "RESEND", "agreed", true);
        played.completes("lead", "Task_ApproveResend", APPROVE);
        arrives(lamp);
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RESEND");
        assertThat(shop.stock("LAMP-7")).startsWith("sellable 8");
        lamp.scan("RETURNED_TO_SENDER");
        played.completes(
                "warehouse", "Task_InspectRefusedParcel", Map.of("receivedQuantity_1", 1, "goodsGrade_1", "A"));
        Await.until("stock", () -> shop.stock("LAMP-7"), s -> s.startsWith("sellable 9"));
        assertThat(lamp.gateway()).isEmpty();
        assertThat(played.calls(Troubled.CLAIM)).isEmpty();
        assertThat(lamp.costs()).contains("RESEND 22900 AGENT");
        assertThat(Shop.items(shop.as("manager")
                        .get("/api/v1/cases?q=" + sale.orderNumber)
                        .body()
                        .at("/items")))
                .hasSize(1);
    }
}
