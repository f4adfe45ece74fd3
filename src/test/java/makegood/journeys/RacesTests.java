package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Ten at the same moment: one wins, the others are told so. */
class RacesTests extends ShopJourney {
    private static List<Reply> tenAtOnce(Callable<Reply> what) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(10);
        try {
            var running = new ArrayList<java.util.concurrent.Future<Reply>>();
            for (int i = 0; i < 10; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return what.call();
                }));
            }
            start.countDown();
            var replies = new ArrayList<Reply>();
            for (var one : running) {
                replies.add(one.get());
            }
            return replies;
        } finally {
            pool.shutdown();
        }
    }

    private static long with(List<Reply> replies, int status) {
        return replies.stream().filter(r -> r.status() == status).count();
    }

    private Sale sale() {
        return shop.sold(
                shop.sale().line("DJ-1", 1, 59900).paid("ALIPAY", 59900).signed(3));
    }

    @Test
    void theSameRequestTenTimesIsOneCase() throws Exception {
        var request = Shop.request(sale(), "RETURN_REFUND", "NO_REASON_7D", "1:1", "退");
        var agent = shop.as("agent");
        var replies = tenAtOnce(() -> agent.post("/api/v1/cases", request));
        assertThat(with(replies, 201)).isEqualTo(1);
        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 201, 409);
        assertThat(replies)
                .filteredOn(r -> r.status() < 300)
                .extracting(r -> r.text("/caseNumber"))
                .containsOnly(replies.stream()
                        .filter(r -> r.status() == 201)
                        .findFirst()
                        .orElseThrow()
                        .text("/caseNumber"));
        var again = agent.post("/api/v1/cases", request).is(200);
        assertThat(again.body().at("/joined").asBoolean()).isTrue();
        agent.post(
                        "/api/v1/cases",
                        Map.of(
                                "store",
                                "north",
                                "orderNumber",
                                request.get("orderNumber"),
                                "procedure",
                                "REFUND_ONLY",
                                "reason",
                                "QUALITY_DEFECT",
                                "lines",
                                "1:1"))
                .refused(409, "LINE_ALREADY_IN_CASE");
    }

    @Test
    void aKeyIsGoodForOneRequest() throws Exception {
        var request = Shop.request(sale(), "RETURN_REFUND", "NO_REASON_7D", "1:1", "退");
        var key = UUID.randomUUID().toString();
        var agent = shop.as("agent");
        var replies = tenAtOnce(() -> agent.post("/api/v1/cases", request, key));
        assertThat(with(replies, 201)).isEqualTo(1);
        assertThat(replies).extracting(Reply::status).isSubsetOf(200, 201, 409);
        agent.post("/api/v1/cases", request, key).is(200);
        request.put("statement", "别的");
        agent.post("/api/v1/cases", request, key).refused(409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void anInspectionCountsOnce() throws Exception {
        var back = Returned.arrived(shop, 59900);
        onceOfTen(back, "warehouse", "Task_InspectReturnedGoods", """
                {"variables": {"receivedQuantity_1": {"value": 1}, "goodsGrade_1": {"value": "A"},
                 "finding_1": {"value": "AS_ANNOUNCED"}}}""");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
    }

    @Test
    void anApprovalCountsOnce() throws Exception {
        var back = Returned.arrived(shop, 300_000);
        back.played().inspected(1, 1, "A");
        onceOfTen(back, "finance", "Task_ApproveRefund", "{\"variables\": {\"decision\": {\"value\": \"APPROVE\"}}}");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 300000");
    }

    private void onceOfTen(Returned back, String account, String element, String fields) throws Exception {
        var task = back.played().task(account, element);
        var login = shop.as(account);
        var replies = tenAtOnce(() -> login.post("/engine-rest/task/" + task + "/complete", fields));
        assertThat(with(replies, 204)).isEqualTo(1);
        assertThat(replies).extracting(Reply::status).isSubsetOf(204, 404, 409);
    }
}
