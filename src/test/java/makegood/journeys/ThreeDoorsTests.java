package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-048: the shop's own REST, Tasklist's start form and the engine's REST start the same case, or refuse alike. */
class ThreeDoorsTests extends ShopJourney {
    private static final String START = "/process-definition/key/after-sales-case/";

    @Autowired
    private DataSource database;

    private enum Door {
        REST(s -> s.as("shop"), "/api/v1/cases"),
        TASKLIST(
                s -> s.hire("xiaoyu", "JUNIOR").inTasklist(),
                "/camunda/api/engine/engine/default" + START + "submit-form"),
        ENGINE(s -> s.as("warehouse"), "/engine-rest" + START + "start");

        private final Function<Shop, Http> who;
        private final String path;

        Door(Function<Shop, Http> who, String path) {
            this.who = who;
            this.path = path;
        }

        Reply knock(Shop shop, Map<String, Object> request) {
            if (this == REST) {
                return who.apply(shop).post(path, request);
            }
            var variables = new HashMap<String, Object>();
            request.forEach((name, value) -> variables.put(name, Map.of("value", value)));
            return who.apply(shop).post(path, Map.of("variables", variables));
        }

        String caseNumber(Reply reply) {
            return this == REST
                    ? reply.is(201).text("/caseNumber")
                    : reply.is(200).text("/businessKey");
        }
    }

    @Test
    void allThreeDoorsLeadToTheSameCase() {
        var cases = new LinkedHashMap<Door, PlayedCase>();
        for (var door : Door.values()) {
            cases.put(door, new PlayedCase(shop, door.caseNumber(door.knock(shop, request(shirt())))));
        }
        for (var opened : cases.values()) {
            assertThat(opened.number).matches("AS-\\d{8}-\\d{6}");
            opened.awaitTold("Task_TellWhereToSend");
            assertThat(opened.rules("triage")).isEqualTo(cases.get(Door.REST).rules("triage"));
            assertThat(opened.rules("return-eligibility")).containsExactly("RE-16");
            assertThat(opened.show().at("/reason").asText()).isEqualTo("NO_REASON_7D");
            assertThat(opened.show().at("/statement").asText()).isEqualTo("客户要求退货");
            assertThat(roots(opened.number)).isEqualTo(1);
        }
    }

    /** A review needs no order; its parts come flat from forms and from the engine's REST. */
    @ParameterizedTest
    @EnumSource
    void aReviewWithoutAnOrderIsACase(Door door) {
        var review = new HashMap<String, Object>(Map.of("store", "north", "procedure", "REVIEW", "reason", "OTHER"));
        review.put("reviewId", "RV-" + java.util.UUID.randomUUID());
        review.put("rating", 2);
        review.put("reviewText", "漏液");
        var opened = new PlayedCase(shop, door.caseNumber(door.knock(shop, review)));
        assertThat(opened.rules("triage")).containsExactly("TR-05");
        assertThat(opened.show().at("/procedure").asText()).isEqualTo("REVIEW");
        assertThat(opened.show().at("/priority").asText()).as("PR-10").isEqualTo("P2");
        review.remove("reviewId");
        refused(door, review, 422, "INVALID_INPUT");
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonWantsInsteadComesAlong(Door door) {
        var wish = request(shirt());
        wish.put("procedure", "COMPENSATION");
        wish.put("reason", "OTHER");
        wish.put("wantedSku", "TS-150-M");
        wish.put("requestedAmount", 500);
        wish.put("trackingNumber", "SF-1000001");
        var opened = new PlayedCase(shop, door.caseNumber(door.knock(shop, wish)));
        assertThat(opened.rules("triage")).containsExactly("TR-19");
        assertThat(opened.show().at("/requestedAmount/amount").asLong()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatNobodyKnowsOpensNothing(Door door) {
        var broken = request(shirt());
        broken.put("orderNumber", "J-NOBODY-KNOWS");
        refused(door, broken, 404, "ORDER_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource
    void twoOfOnePieceOpenNothing(Door door) {
        var broken = request(shirt());
        broken.put("lines", "1:2");
        refused(door, broken, 422, "QUANTITY_EXCEEDS_ORDER");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWithoutReasonOpensNothing(Door door) {
        var broken = request(shirt());
        broken.remove("reason");
        var answer = refused(door, broken, 422, "INVALID_INPUT");
        assertThat(answer.text("/errors/0/pointer")).contains("reason");
    }

    private Reply refused(Door door, Map<String, Object> broken, int status, String code) {
        long before = everything();
        var answer = door.knock(shop, broken).refused(status, code);
        assertThat(answer.body().toString()).doesNotContain("AS-2");
        assertThat(everything()).isEqualTo(before);
        return answer;
    }

    private Sale shirt() {
        return shop.sold(
                shop.sale().line("TS-150-S", 1, 7900).paid("ALIPAY", 7900).signed(2));
    }

    private static Map<String, Object> request(Sale sale) {
        return Shop.request(sale, "RETURN_REFUND", "NO_REASON_7D", "1:1", "客户要求退货");
    }

    /** Cases and root instances, ended ones too. */
    private long everything() {
        return JdbcClient.create(database)
                .sql("select (select count(*) from after_sales_case)"
                        + " + (select count(*) from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ is null)")
                .query(Long.class)
                .single();
    }

    private long roots(String caseNumber) {
        return JdbcClient.create(database)
                .sql(
                        "select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }
}
