package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import makegood.gateways.PlayedGateways;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money goes back through a real gateway's account, played by WireMock; the sandbox keeps the rest. */
class PaidByWechatTests extends ShopJourney {
    private static final PlayedGateways GATEWAYS = PlayedGateways.SHARED;
    private String root;

    @BeforeEach
    void where(@LocalServerPort int port) {
        root = "http://127.0.0.1:" + port;
    }

    private Returned paidBack() {
        var sale = shop.sale()
                .line("GW-1", 1, 10_000)
                .paid("WECHAT_DIRECT", 10_000)
                .signed(3);
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", sale, true, Map.of());
        back.played().goodsComeBack();
        back.played().inspected(1, 1, "A");
        return back;
    }

    private String sent(Returned back, String state) {
        Await.until(
                "refund " + state,
                () -> back.played().refunds(),
                r -> r.toString().contains(state));
        var number = back.played().refundRows().get(0).at("/refundNumber").asText();
        Await.until("sent " + number, GATEWAYS::sendings, s -> s.toString().contains(number));
        return number;
    }

    private void settled(Returned back) {
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(back.played().refunds()).containsExactly(back.payment() + " SETTLED 10000");
    }

    private void sentOnce(String number) {
        assertThat(GATEWAYS.sendings()).filteredOn(s -> s.startsWith(number)).containsExactly(number + " 10000");
    }

    @Test
    void aWordOfTheGatewayMakesTheCaseAskAndItsAnswerSettles() {
        var back = paidBack();
        var number = sent(back, "SENT");
        assertThat(GATEWAYS.strangerTells(root, "s-" + number, number)).isEqualTo(401);
        assertThat(GATEWAYS.tells(root, "early-" + number, number, "SUCCESS")).isEqualTo(204);
        Await.aWhile();
        assertThat(back.played().refunds().toString()).contains("SENT"); // told so, but not so when asked
        GATEWAYS.becomes(number, "SUCCESS");
        for (int time = 0; time < 3; time++) {
            assertThat(GATEWAYS.tells(root, "done-" + number, number, "SUCCESS"))
                    .isEqualTo(204);
        }
        settled(back);
        sentOnce(number);
        assertThat(shop.gateway(back.payment())).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAndPaysOnce() {
        GATEWAYS.loseAnswer();
        var back = paidBack();
        var number = sent(back, "UNKNOWN");
        GATEWAYS.becomes(number, "SUCCESS");
        back.played().fire("Event_AskGatewayDue");
        settled(back);
        sentOnce(number);
    }

    @Test
    void aDeadCardIsPaidOutAnotherWay() {
        var back = paidBack();
        var number = sent(back, "SENT");
        GATEWAYS.becomes(number, "ABNORMAL");
        GATEWAYS.tells(root, "abnormal-" + number, number, "ABNORMAL");
        back.played().task("finance", "Task_PayOutAnotherWay");
        assertThat(back.played().refunds()).containsExactly(back.payment() + " FAILED_FINAL 10000");
        sentOnce(number);
    }

    @Test
    void aSettledRefundThatComesBackIsFinancesTask() {
        var back = paidBack();
        var number = sent(back, "SENT");
        GATEWAYS.becomes(number, "SUCCESS");
        back.played().fire("Event_AskGatewayDue");
        settled(back);
        GATEWAYS.tells(root, "back-" + number, number, "ABNORMAL");
        Await.aWhile();
        assertThat(back.played().refunds()).containsExactly(back.payment() + " SETTLED 10000"); // not when asked
        GATEWAYS.becomes(number, "ABNORMAL");
        GATEWAYS.tells(root, "back-again-" + number, number, "ABNORMAL");
        back.played().task("finance", "Task_HandleReversedRefund");
        assertThat(back.played().refunds()).containsExactly(back.payment() + " REVERSED 10000");
        sentOnce(number);
    }

    @Test
    void whatNobodySentWaitsForFinance() {
        assertThat(GATEWAYS.alipayTells(root, "alipay-1", "RF-NOBODY-1")).isEqualTo("200 success");
        assertThat(GATEWAYS.tellsTooMuch(root)).isEqualTo(413);
        var kept = shop.as("finance").get("/api/v1/gateways/notices").is(200).body();
        assertThat(Shop.items(kept.at("/items")))
                .extracting(n ->
                        n.at("/account").asText() + " " + n.at("/refundNumber").asText())
                .containsExactly("alipay RF-NOBODY-1");
        shop.as("agent").get("/api/v1/gateways/notices").is(403);
        shop.as("finance").get("/api/v1/gateways/notices?size=101").refused(422, "INVALID_INPUT");
        shop.as("finance")
                .post("/api/v1/gateways/notices/alipay/alipay-1/seen", Map.of())
                .is(204);
        shop.as("finance")
                .post("/api/v1/gateways/notices/alipay/alipay-1/seen", Map.of())
                .refused(404, "NOTICE_UNKNOWN");
        assertThat(Shop.items(shop.as("finance")
                        .get("/api/v1/gateways/notices")
                        .is(200)
                        .body()
                        .at("/items")))
                .isEqualTo(List.of());
    }

    @Test
    void otherMethodsGoTheirUsualWay() {
        var back = Returned.arrived(shop, 10_000);
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 10000");
    }
}
