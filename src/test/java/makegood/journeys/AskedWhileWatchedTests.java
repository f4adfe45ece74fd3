package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer asks for something while only our watch has a case about the parcel: nobody is turned away for that. */
class AskedWhileWatchedTests extends ShopJourney {
    @Autowired
    private ProcessEngine engine;

    private Sale sale() {
        return shop.sale()
                .line("RUG-2", 1, 15900)
                .line("ROD-2", 1, 900)
                .paid("ALIPAY", 16800)
                .with("customer", Map.of("reference", "C-W", "name", "测试客户", "address", "浙江省杭州市西湖区测试路 1 号"));
    }

    /** The first line travels alone; the watch has opened a case about its silence. */
    private Troubled silent() {
        var sale = sale();
        sale.sent(new HashMap<>(Map.of(
                "trackingNumber",
                sale.tracking(1),
                "carrier",
                "YTO",
                "lines",
                java.util.List.of(1),
                "shippedAt",
                shop.now().minus(Duration.ofDays(5)).toString())));
        shop.sold(sale);
        Troubled.scanned(shop, sale, "IN_TRANSIT", Duration.ofHours(60));
        new Watch(engine).looks();
        return found(sale);
    }

    private Troubled found(Sale sale) {
        var number = Await.until(
                "case of " + sale.orderNumber,
                () -> Shop.items(shop.as("manager")
                        .get("/api/v1/cases?q=" + sale.orderNumber)
                        .body()
                        .at("/items")),
                c -> !c.isEmpty());
        return new Troubled(
                shop, sale, new PlayedCase(shop, number.get(0).at("/caseNumber").asText()));
    }

    /** Signed for in another city: the watch has opened a case at once. */
    private Troubled signedFarAway() {
        var sale = sale();
        sale.sent(new HashMap<>(Map.of(
                "trackingNumber",
                sale.tracking(1),
                "carrier",
                "YTO",
                "shippedAt",
                shop.now().minus(Duration.ofDays(3)).toString())));
        shop.sold(sale);
        shop.as("shop")
                .post(
                        "/api/v1/parcels/" + sale.tracking(1) + "/scans",
                        Map.of("at", shop.now().toString(), "kind", "DELIVERED", "place", "乌鲁木齐分拨中心", "scanId", "1"))
                .is(200);
        return found(sale);
    }

    private Reply asks(Troubled watched, String procedure, String reason, String lines) {
        return shop.ask("agent", Shop.request(watched.sale(), procedure, reason, lines, "我要处理"));
    }

    private static void joined(Reply reply, Troubled watched) {
        assertThat(reply.is(200).body().at("/joined").asBoolean()).isTrue();
        assertThat(reply.text("/caseNumber")).isEqualTo(watched.played().number);
    }

    @Test
    void aRefundAskedForAParcelThatIsLateIsServedByTheCaseThatFollowsIt() {
        var late = silent();
        late.played().task("agent", Troubled.FOLLOW);
        joined(asks(late, "REFUND_ONLY", "NOT_RECEIVED", "1:1"), late);
        var shown = late.played().show();
        assertThat(shown.at("/procedure").asText()).isEqualTo("LOGISTICS");
        assertThat(shown.at("/reason").asText()).isEqualTo("NOT_RECEIVED");
        assertThat(shown.at("/statement").asText()).isEqualTo("我要处理");
        assertThat(late.played().rules("triage")).containsExactly("TR-06", "TR-12");
        assertThat(late.played().timeline("JOINED")).hasSize(1);
        joined(asks(late, "REFUND_ONLY", "NOT_RECEIVED", "1:1"), late);
        asks(late, "EXCHANGE", "NOT_RECEIVED", "1:1").refused(409, "LINE_ALREADY_IN_CASE");
        late.follows("decision", "DECIDE_REMEDY");
        late.decides("agent", "remedy", "REFUND_FULL", "agreed", true);
        assertThat(late.played().ends()).isEqualTo("RESOLVED_OTHER REFUND_FULL"); // by another procedure than asked
        assertThat(late.gateway()).containsExactly("SETTLED 15900");
    }

    @Test
    void whoHasTheGoodsAndWantsToReturnThemReturnsThem() {
        var signed = signedFarAway();
        signed.played().task("agent", Troubled.FOLLOW);
        joined(asks(signed, "RETURN_REFUND", "NO_REASON_7D", "1:1"), signed);
        var played = signed.played();
        played.goodsComeBack();
        played.inspected(1, 1, "A");
        assertThat(played.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(signed.gateway()).containsExactly("SETTLED 15900");
        assertThat(played.rules("triage")).containsExactly("TR-06", "TR-16");
        assertThat(played.calls(Troubled.CLAIM)).isEmpty();
    }

    @Test
    void goodsThatArrivedBrokenAreLookedAtInsteadOfFollowed() {
        var signed = signedFarAway();
        signed.played().task("agent", Troubled.FOLLOW);
        joined(asks(signed, "REFUND_ONLY", "DAMAGED_IN_TRANSIT", ""), signed);
        signed.played().task("agent", "Task_CheckEvidence");
        assertThat(signed.played().tasks("agent", Troubled.FOLLOW)).isEmpty();
    }

    @Test
    void whatIsNotInThatParcelGetsACaseOfItsOwn() {
        var late = silent();
        var request = Shop.request(late.sale(), "LOGISTICS", "NOT_RECEIVED", "", "都没收到");
        var other = shop.opened("agent", request);
        assertThat(other.number).isNotEqualTo(late.played().number);
        assertThat(late.played().timeline("JOINED")).hasSize(1);
        assertThat(Shop.items(other.show().at("/lines"))).hasSize(1);
        var again = shop.ask("agent", request).is(200);
        assertThat(again.body().at("/joined").asBoolean()).isTrue();
    }

    @Test
    void whatIsUnderWayGoesOnAndTheOwnerIsTold() {
        var late = silent();
        late.follows("decision", "DECIDE_REMEDY");
        late.decides("agent", "remedy", "RESEND", "agreed", true);
        late.played().await("resend", c -> !late.played().openTasks().contains("DECIDE_REMEDY"));
        joined(asks(late, "EXCHANGE", "QUALITY_DEFECT", "1:1"), late);
        assertThat(late.played().timeline("TO_LOOK_AT")).hasSize(1);
        assertThat(late.played().show().at("/procedure").asText()).isEqualTo("LOGISTICS");
    }
}
