package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A parcel at the dock that no case expects finds its case, gets one, or is kept. */
class UnknownParcelTests extends ShopJourney {
    private static final String IDENTIFY = "Task_IdentifyParcel";
    private static final String FIND = "Task_FindParcelOwner";

    @Autowired
    private DataSource database;

    private final String tracking = "U" + UUID.randomUUID().toString().substring(0, 12);

    private void scanned(String kind, String place) {
        shop.as("shop")
                .post(
                        "/api/v1/parcels/" + tracking + "/scans",
                        Map.of(
                                "at",
                                shop.now().toString(),
                                "kind",
                                kind,
                                "place",
                                place,
                                "scanId",
                                UUID.randomUUID().toString()))
                .is(200);
    }

    /** The number of the parcel while it has no case, or nothing. */
    private List<String> numbers() {
        return JdbcClient.create(database)
                .sql("select parcel_number from unknown_parcel where tracking_number = ?")
                .param(tracking)
                .query(String.class)
                .list();
    }

    private PlayedCase parcel() {
        return new PlayedCase(shop, numbers().get(0));
    }

    private static Sale sold(Shop shop) {
        return shop.sold(shop.sale().line("DJ-1", 1, 9900).paid("ALIPAY", 9900).signed(3));
    }

    @Test
    void aDeliveryThatNamesNoPlaceIsTakenAndOpensNothing() {
        shop.as("shop")
                .post("/api/v1/parcels/" + tracking + "/scans", Map.of("kind", "DELIVERED", "scanId", "s-1"))
                .is(200);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void itsCaseIsNamedAndTheReturnGoesOn() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        scanned("DELIVERED", "warehouse");
        scanned("DELIVERED", "warehouse");
        assertThat(numbers()).hasSize(1);
        var found = parcel();
        assertThat(found.number).matches("UP-\\d{8}-\\d{6}");
        assertThat(shown(found, IDENTIFY)).isEqualTo(tracking);
        assertThat(found.complete("agent", found.task("warehouse", IDENTIFY), IDENTIFY, Map.of())
                        .status())
                .isGreaterThanOrEqualTo(400);
        found.completes("warehouse", IDENTIFY, Map.of("caseNumber", back.played().number));
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(shop.gateway(back.payment())).containsExactly("SETTLED 59900");
        assertThat(keysOf("unknown-parcel", back.played().number)).isEqualTo(1);
        scanned("DELIVERED", "warehouse");
        assertThat(numbers()).hasSize(1);
    }

    private String shown(PlayedCase parcel, String element) {
        return shop.as("warehouse")
                .get("/api/v1/tasks/" + parcel.task("warehouse", element) + "/parcel")
                .is(200)
                .text("/trackingNumber");
    }

    private long keysOf(String process, String businessKey) {
        return JdbcClient.create(database)
                .sql("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = ? and BUSINESS_KEY_ = ?")
                .params(process, businessKey)
                .query(Long.class)
                .single();
    }

    @Test
    void forAnOrderWithoutACaseOneIsOpenedThatAnAgentReviews() {
        var sale = sold(shop);
        scanned("DELIVERED", "退货仓");
        var found = parcel();
        found.completes("warehouse", IDENTIFY, Map.of("orderNumber", sale.orderNumber));
        var opened = new PlayedCase(shop, cases(sale).get(0).at("/caseNumber").asText());
        opened.completes("agent2", "Task_ReviewReturnRequest", Map.of("decision", "APPROVE", "evidence", "SUFFICIENT"));
        opened.inspected(1, 1, "A");
        assertThat(opened.ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(cases(sale)).hasSize(1);
    }

    private List<JsonNode> cases(Sale sale) {
        return Shop.items(shop.as("manager")
                .get("/api/v1/cases?q=" + sale.orderNumber)
                .is(200)
                .body()
                .at("/items"));
    }

    @Test
    void nobodysIsHeldALeadIsToldAndItIsKept() {
        scanned("DELIVERED", "warehouse");
        var found = parcel();
        found.completes("warehouse", IDENTIFY, Map.of("keep", true));
        found.complete("lead", FIND, Map.of("decision", "BELONGS_TO_CASE")).refused(422, "INVALID_INPUT");
        found.completes("lead", FIND, Map.of("decision", "KEEP"));
        assertThat(state()).isEqualTo("KEPT");
    }

    @Test
    void aLeadFindsTheCaseThatTheWarehouseCouldNot() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        back.played().awaitTold("Task_TellWhereToSend");
        scanned("DELIVERED", "warehouse");
        var found = parcel();
        found.completes("warehouse", IDENTIFY, Map.of("keep", true));
        found.completes("lead", FIND, Map.of("decision", "BELONGS_TO_CASE", "caseNumber", back.played().number));
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
    }

    @Test
    void aCustomerWhoNamesTheNumberEndsTheSearch() {
        var back = Returned.asked(shop, "RETURN_REFUND NO_REASON_7D", 59900, true);
        scanned("DELIVERED", "warehouse");
        var found = parcel();
        found.task("warehouse", IDENTIFY);
        back.played().happens("RETURN_PARCEL_SENT", "trackingNumber", tracking, "carrier", "SF");
        back.played().inspected(1, 1, "A");
        assertThat(back.played().ends()).isEqualTo("RESOLVED_FULL RETURN_REFUND");
        assertThat(found.tasks("warehouse", IDENTIFY)).isEmpty();
        assertThat(state()).isEqualTo("IDENTIFIED");
    }

    private String state() {
        return JdbcClient.create(database)
                .sql("select state from unknown_parcel where tracking_number = ?")
                .param(tracking)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"DELIVERED, 客户家门口", "DELIVERED, Hangzhou locker", "IN_TRANSIT, warehouse"})
    void parcelsOfOtherPeopleAreNoneOfOurs(String kind, String place) {
        scanned(kind, place);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void aParcelThatWasSentOutIsNotUnknownWhenItComesBack() {
        var sale = shop.sale().line("DJ-1", 1, 59900).paid("ALIPAY", 59900);
        sale.sent(Map.of(
                "trackingNumber",
                tracking,
                "carrier",
                "SF",
                "shippedAt",
                shop.now().toString()));
        shop.sold(sale);
        scanned("DELIVERED", "warehouse");
        assertThat(numbers()).isEmpty();
    }

    @Test
    void wrongAnswersKeepTheTaskOpen() {
        var sale = sold(shop);
        var open = shop.opened("agent", Shop.request(sale, "RETURN_REFUND", "QUALITY_DEFECT", "1:1", "坏了"));
        scanned("DELIVERED", "warehouse");
        var found = parcel();
        for (var wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("caseNumber", open.number, "keep", true),
                Map.of("caseNumber", "AS-20200101-000001"),
                Map.of("orderNumber", "NO-SUCH-ORDER"),
                Map.of("orderNumber", sale.orderNumber))) {
            found.complete("warehouse", IDENTIFY, wrong).refused(422, "INVALID_INPUT");
        }
        found.completes("warehouse", IDENTIFY, Map.of("caseNumber", open.number));
        assertThat(Shop.items(shop.as("manager")
                        .get(open.path() + "/parcels")
                        .is(200)
                        .body()
                        .at("/items")))
                .hasSize(1);
    }

    @Test
    void theWarehouseStartsItByHandAndNobodyElse() {
        assertThat(started("agent", "north").status()).isEqualTo(403);
        started("warehouse", "").refused(422, "INVALID_INPUT");
        assertThat(started("warehouse", "north").status()).isEqualTo(200);
        assertThat(numbers()).hasSize(1);
        started("warehouse", "north").refused(409, "PARCEL_ALREADY_KNOWN");
        parcel().completes("warehouse", IDENTIFY, Map.of("keep", true));
    }

    private Reply started(String account, String store) {
        var variables = new HashMap<String, Object>();
        variables.put("store", Map.of("value", store));
        variables.put("trackingNumber", Map.of("value", tracking));
        return shop.as(account)
                .post("/engine-rest/process-definition/key/unknown-parcel/start", Map.of("variables", variables));
    }
}
