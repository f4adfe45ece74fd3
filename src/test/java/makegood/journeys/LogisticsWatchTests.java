package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** S-020 and its like: the shop sees a parcel that stands still before its customer asks, once. */
class LogisticsWatchTests extends ShopJourney {
    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DataSource database;

    @Autowired
    @Qualifier("parcelWatch")
    private Object parcelWatch;

    private Watch watch;

    @BeforeEach
    void watch() {
        watch = new Watch(engine);
    }

    /** Shipped so many hours ago, promised for so many hours from now. */
    private Sale shipped(int hoursAgo, int promisedIn, Map<String, Object> more) {
        var sale = shop.sale().line("CUR-28", 1, 35800).paid("ALIPAY", 35800);
        var parcel = new HashMap<String, Object>(Map.of(
                "trackingNumber",
                sale.orderNumber + "-S1",
                "carrier",
                "YTO",
                "shippedAt",
                shop.now().minus(Duration.ofHours(hoursAgo)).toString(),
                "promisedBy",
                shop.now().plus(Duration.ofHours(promisedIn)).toString()));
        parcel.putAll(more);
        return shop.sold(sale.sent(parcel));
    }

    private void scanned(Sale sale, String kind, int hoursAgo, String place) {
        shop.as("shop")
                .post(
                        "/api/v1/parcels/" + sale.orderNumber + "-S1/scans",
                        Map.of(
                                "at",
                                shop.now().minus(Duration.ofHours(hoursAgo)).toString(),
                                "kind",
                                kind,
                                "place",
                                place,
                                "scanId",
                                UUID.randomUUID().toString()))
                .is(200);
    }

    private List<JsonNode> cases(Sale sale) {
        return Shop.items(shop.as("manager")
                .get("/api/v1/cases?q=" + sale.orderNumber)
                .is(200)
                .body()
                .at("/items"));
    }

    private PlayedCase only(Sale sale) {
        var found = Await.until("a case about " + sale.orderNumber, () -> cases(sale), c -> !c.isEmpty());
        assertThat(found).hasSize(1);
        return new PlayedCase(shop, found.get(0).at("/caseNumber").asText());
    }

    /** As {@code "NO_UPDATE DELIVERY_TOO_LATE SYSTEM WATCH"}. */
    private String opened(Sale sale) {
        var number = only(sale).number;
        return jdbc("select concat(exception_kind, ' ', reason, ' ', channel, ' ', origin) from after_sales_case"
                + " where case_number = '" + number + "'");
    }

    private String jdbc(String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).single();
    }

    @Test
    void fortyNineHoursOfSilenceOpenOneCaseHoweverOftenTheWatchLooks() {
        var late = shipped(72, 48, Map.of());
        scanned(late, "IN_TRANSIT", 49, "武汉分拨");
        var fine = shipped(72, 48, Map.of());
        scanned(fine, "IN_TRANSIT", 47, "武汉分拨");
        watch.looks();
        watch.looks();
        assertThat(opened(late)).isEqualTo("NO_UPDATE DELIVERY_TOO_LATE SYSTEM WATCH");
        assertThat(only(late).rules("triage")).containsExactly("TR-06");
        assertThat(only(late).timeline("WATCH")).hasSize(1);
        assertThat(cases(fine)).isEmpty();
        assertThat(shop.gateway(late.payment(1))).isEmpty();
    }

    @Test
    void whatWasNeverScannedOrIsPastItsDayOrLiesAtTheLastStationIsSeen() {
        var unscanned = shipped(25, 48, Map.of());
        var waiting = shipped(23, 48, Map.of());
        var overdue = shipped(72, -25, Map.of());
        scanned(overdue, "IN_TRANSIT", 2, "武汉分拨");
        var stuck = shipped(90, 48, Map.of());
        scanned(stuck, "OUT_FOR_DELIVERY", 49, "武汉");
        var post = shipped(90, 48, Map.of("carrier", "EMS"));
        scanned(post, "IN_TRANSIT", 60, "武汉");
        watch.looks();
        assertThat(opened(unscanned)).startsWith("NO_FIRST_SCAN NO_TRACKING ");
        assertThat(opened(overdue)).startsWith("OVERDUE DELIVERY_TOO_LATE ");
        assertThat(opened(stuck)).startsWith("STUCK DELIVERY_TOO_LATE ");
        assertThat(cases(waiting)).isEmpty();
        assertThat(cases(post)).as("the post has half as long again").isEmpty();
    }

    /** As if the timer had gone off on four nodes in the same moment. */
    @Test
    void fourWatchesAtOnceOpenOneCase() throws Exception {
        var late = shipped(72, 48, Map.of());
        scanned(late, "IN_TRANSIT", 50, "武汉分拨");
        var other = shipped(72, 48, Map.of());
        scanned(other, "IN_TRANSIT", 50, "武汉分拨");
        var nodes = Executors.newFixedThreadPool(4);
        Callable<Object> look = () -> ReflectionTestUtils.invokeMethod(parcelWatch, "openCases");
        for (var looked : nodes.invokeAll(List.of(look, look, look, look))) {
            assertThat(looked.get()).isEqualTo(false);
        }
        nodes.shutdown();
        assertThat(only(late).timeline("JOINED")).isEmpty();
        assertThat(only(other).timeline("WATCH")).hasSize(1);
    }

    @Test
    void aStandstillIsCaughtUpWithOneLook() {
        var probe = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "probe.bpmn",
                        Bpmn.createExecutableProcess("watch-probe")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .timerWithCycle("R/PT15M")
                                .endEvent()
                                .done())
                .deploy();
        shop.later(Duration.ofDays(3));
        Await.until("a look", () -> looks("watch-probe"), n -> n > 0);
        Await.aWhile();
        assertThat(looks("watch-probe")).isEqualTo(1);
        engine.getRepositoryService().deleteDeployment(probe.getId(), true);
    }

    private long looks(String process) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    @Test
    void aCustomersOwnOpenCaseIsEnough() {
        var late = shipped(72, 48, Map.of());
        scanned(late, "IN_TRANSIT", 50, "武汉分拨");
        var asked = shop.opened("shop", Shop.request(late, "REFUND_ONLY", "QUALITY_DEFECT", "1:1", "一直没动，我要退款"));
        watch.looks();
        scanned(late, "LOST", 0, "武汉分拨");
        Await.until("the open case to be told", () -> asked.timeline("PARCEL"), t -> !t.isEmpty());
        assertThat(only(late).number).isEqualTo(asked.number);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, 0, REFUSED_BY_CUSTOMER REFUSED_PARCEL",
        "REFUSED, 17400, COD_REFUSED REFUSED_PARCEL",
        "DAMAGED, 0, DAMAGED DAMAGED_IN_TRANSIT",
        "LOST, 0, LOST NOT_RECEIVED",
        "RETURNED_TO_SENDER, 0, ADDRESS_UNREACHABLE NOT_RECEIVED",
    })
    void aScanThatTellsOfTroubleOpensItsCaseAtOnce(String scan, long codDue, String opened) {
        var sale = shop.sale().line("RUG-2", 1, 15900);
        if (codDue == 0) {
            sale.paid("ALIPAY", 15900);
        }
        sale.with("codDue", codDue).sent(parcel(sale));
        shop.sold(sale);
        scanned(sale, scan, 0, "武汉");
        assertThat(opened(sale)).startsWith(opened + " SYSTEM WATCH");
        watch.looks();
        assertThat(cases(sale)).hasSize(1);
    }

    private Map<String, Object> parcel(Sale sale) {
        return Map.of(
                "trackingNumber",
                sale.orderNumber + "-S1",
                "carrier",
                "YTO",
                "shippedAt",
                shop.now().minus(Duration.ofHours(30)).toString());
    }

    @ParameterizedTest
    @CsvSource({"乌鲁木齐分拨中心, 1", "杭州西湖区驿站, 0", "菜鸟驿站, 0"})
    void aParcelSignedForInAnotherCityIsLookedInto(String place, int cases) {
        var sale = shop.sale().line("RUG-2", 1, 15900).paid("ALIPAY", 15900);
        sale.with(
                "customer",
                Map.of(
                        "reference", "C-" + sale.orderNumber,
                        "name", "测试客户",
                        "phone", "13000000001",
                        "address", "浙江省杭州市西湖区测试路 1 号",
                        "tier", "REGULAR"));
        sale.sent(parcel(sale));
        shop.sold(sale);
        scanned(sale, "DELIVERED", 0, place);
        if (cases == 1) {
            assertThat(opened(sale)).startsWith("DELIVERED_NOT_RECEIVED NOT_RECEIVED ");
        }
        watch.looks();
        assertThat(cases(sale)).hasSize(cases);
    }

    @Test
    void aNewSilenceAfterTheCaseOpensAnotherLinkedOne() {
        var late = shipped(96, 300, Map.of());
        scanned(late, "IN_TRANSIT", 50, "武汉分拨");
        watch.looks();
        var first = only(late);
        first.fires("CUSTOMER_WITHDREW");
        assertThat(first.ends()).isEqualTo("WITHDRAWN");
        watch.looks();
        assertThat(cases(late)).as("nothing has happened since").hasSize(1);

        shop.later(Duration.ofMinutes(1));
        scanned(late, "IN_TRANSIT", 0, "郑州");
        shop.later(Duration.ofHours(49));
        watch.looks();
        var both = cases(late);
        assertThat(both).hasSize(2);
        var second = both.stream()
                .map(c -> c.at("/caseNumber").asText())
                .filter(n -> !n.equals(first.number))
                .findFirst()
                .orElseThrow();
        assertThat(new PlayedCase(shop, second).show().at("/linkedCases").toString())
                .contains(first.number);
    }
}
