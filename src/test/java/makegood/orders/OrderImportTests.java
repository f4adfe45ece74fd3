package makegood.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import makegood.MovableClock;
import makegood.Tables;
import makegood.stores.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders on a database, without the application. */
class OrderImportTests {
    private static final String ORDER = "{'customer':{'name':'测试客户一','phone':'13000000001','address':'示例路 1 号'},"
            + "'freightPaid':1000,'lines':[{'sku':'A','quantity':2,'paid':20000},{'sku':'B','paid':5000}],"
            + "'payments':[{'paymentNumber':'P1','method':'ALIPAY','amount':20000},"
            + "{'paymentNumber':'P2','method':'GIFTCARD','amount':6000}],"
            + "'parcels':[{'trackingNumber':'T1','shippedAt':'2026-11-18T02:00:00Z'}]}";

    private final List<ParcelScanned> scanned = new ArrayList<>();
    private final StaticListableBeanFactory others = new StaticListableBeanFactory();
    private JdbcClient db;
    private OrderImport imports;
    private Orders orders;
    private Payments payments;
    private Lines lines;
    private Scans scans;
    private Remarks remarks;

    @BeforeEach
    void build() throws Exception {
        db = JdbcClient.create(Tables.of(
                "V20__stores",
                "V30__orders",
                "V50__cases",
                "V60__returns",
                "V80__exchanges",
                "V81__resends",
                "V86__watch",
                "V95__payments_at_gateways",
                "V97_4__benefits"));
        var clock = new MovableClock(Sold.NOW);
        var stores = Settings.stores(db, clock);
        var rows = new OrderRows(db);
        orders = new Orders(rows);
        remarks = new Remarks(db, new makegood.texts.TextGuard());
        scans = new Scans(db, new ParcelTraces(db, clock), clock, event -> scanned.add((ParcelScanned) event));
        payments = new Payments(db);
        lines = new Lines(db);
        imports = new OrderImport(
                rows,
                new OrderWriter(
                        db, Settings.products(db), remarks, new ParcelTraces(db, clock), new Benefits(db, clock)),
                stores,
                scans,
                others.getBeanProvider(LinesInCases.class),
                clock);
        put(ORDER);
    }

    @Test
    void anOrderIsReadBackMasked() {
        var order = order();
        assertThat(order.customer()).isEqualTo(new Customer(null, "测**", "130****0001", Tier.REGULAR));
        assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(order.lines()).extracting(Line::paid).containsExactly(20000L, 5000L);
        assertThat(order.payments()).extracting(Payment::amount).containsExactlyInAnyOrder(20000L, 6000L);
        assertThat(orders.personalData("north", "N-1")).contains(new PersonalData("测试客户一", "13000000001", "示例路 1 号"));
        assertThat(orders.find("south", "N-1")).isEmpty();
    }

    @Test
    void theGatewaysNumberOfAPaymentIsKept() throws Exception {
        put(ORDER.replace("'paymentNumber':'P1'", "'paymentNumber':'P1','gatewayTransaction':'4200000001'"));
        assertThat(payments.find("north", "P1").orElseThrow().gatewayTransaction())
                .isEqualTo("4200000001");
        assertThat(payments.find("north", "P2").orElseThrow().gatewayTransaction())
                .isNull();
        assertThat(payments.find("south", "P1")).isEmpty();
    }

    @Test
    void theSameImportAgainChangesNothing() throws Exception {
        payments.hold("north", "P1", 700);
        lines.hold("north", "N-1", 1, 700);
        var before = order();
        assertThat(put(ORDER)).isFalse();
        assertThat(order()).isEqualTo(before);
    }

    @Test
    void aLineWithReturnsCannotVanishOrShrink() throws Exception {
        var withoutB = ORDER.replace(",{'sku':'B','paid':5000}", "");
        assertThat(lines.returned("north", "N-1", 2, 1)).isTrue();
        assertThatThrownBy(() -> put(withoutB)).isInstanceOf(LineHasReturns.class);
        lines.hold("north", "N-1", 1, 15000);
        assertThatThrownBy(() -> put(ORDER.replace("'paid':20000", "'paid':14999")))
                .isInstanceOf(LineHasReturns.class);
        put(ORDER.replace("'paid':20000", "'paid':15000"));
        assertThat(order().line(1).orElseThrow().left()).isZero();
    }

    @Test
    void aLineWithoutReturnsMayVanish() throws Exception {
        put(ORDER.replace(",{'sku':'B','paid':5000}", ""));
        assertThat(order().lines()).hasSize(1);
    }

    @Test
    void aLineInAnOpenCaseCannotVanish() {
        others.addBean("cases", (LinesInCases) (store, number) -> Set.of(2));
        assertThatThrownBy(() -> put(ORDER.replace(",{'sku':'B','paid':5000}", "")))
                .isInstanceOf(LineHasReturns.class);
    }

    @Test
    void moneyThatHasMovedCannotBeImportedAway() {
        payments.hold("north", "P2", 100);
        var withoutP2 = ORDER.replace(",{'paymentNumber':'P2','method':'GIFTCARD','amount':6000}", "");
        assertThatThrownBy(() -> put(withoutP2)).isInstanceOf(MoneyHasMoved.class);
        assertThatThrownBy(() -> put(ORDER.replace("'freightPaid'", "'currency':'USD','freightPaid'")))
                .isInstanceOf(MoneyHasMoved.class);
        lines.holdFreight("north", "N-1", 1000);
        assertThatThrownBy(() -> put(ORDER.replace("'freightPaid':1000", "'freightPaid':999")))
                .isInstanceOf(MoneyHasMoved.class);
    }

    @Test
    void aPaymentBelongsToOneOrder() {
        assertThatThrownBy(() -> imports.put("north", "N-2", json(ORDER))).isInstanceOf(PaymentOfAnotherOrder.class);
    }

    @Test
    void aScanIsRecordedOnceAndStaysKnown() throws Exception {
        var delivered = new Scan("T1", "s1", Sold.NOW, ScanKind.DELIVERED, "门口");
        assertThat(scans.record(delivered, "本人")).isTrue();
        assertThat(scans.record(delivered, "本人")).isFalse();
        scans.record(new Scan("T1", "s2", Sold.NOW.plusSeconds(60), ScanKind.DELIVERED, null), null);
        put(ORDER);
        var parcel = order().parcels().get(0);
        assertThat(parcel.deliveredAt()).isEqualTo(Sold.NOW);
        assertThat(parcel.signedBy()).isEqualTo("本人");
        assertThat(order().state()).isEqualTo(OrderState.DELIVERED);
        assertThat(scanned).extracting(ParcelScanned::scanId).containsExactly("s1", "s2");
    }

    @Test
    void aScanBeforeItsOrderIsNotLost() throws Exception {
        scans.record(new Scan("T9", "s1", Sold.NOW, ScanKind.DELIVERED, null), null);
        imports.put(
                "north",
                "N-9",
                json("{'codDue':5,'lines':[{'sku':'A','paid':5}],'parcels':[{'trackingNumber':'T9'}]}"));
        assertThat(orders.find("north", "N-9").orElseThrow().state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void remarksAreAddedAndNeverOverwritten() throws Exception {
        var withRemark = ORDER.replace("'freightPaid'", "'remarks':[{'text':'改地址','flag':'RED'}],'freightPaid'");
        put(withRemark);
        put(withRemark);
        remarks.add("north", "N-1", new Remark(Sold.NOW.plusSeconds(5), "agent", "已联系", RemarkFlag.GREEN));
        assertThat(remarks.of("north", "N-1")).extracting(Remark::text).containsExactly("改地址", "已联系");
    }

    @Test
    void neverMoreIsHeldThanIsLeft() {
        assertThat(payments.hold("north", "P1", 20000)).isTrue();
        assertThat(payments.hold("north", "P1", 1)).isFalse();
        assertThat(payments.settle("north", "P1", 12000)).isTrue();
        assertThat(payments.moveToPaidOut("north", "P1", 3000)).isTrue();
        assertThat(payments.release("north", "P1", 5001)).isFalse();
        assertThat(payments.release("north", "P1", 5000)).isTrue();
        var payment = order().payment("P1").orElseThrow();
        assertThat(payment.refunded()).isEqualTo(15000);
        assertThat(payment.paidOut()).isEqualTo(3000);
        assertThat(payment.left()).isEqualTo(5000);
        assertThat(payments.hold("north", "nobody", 0)).isFalse();
        assertThatThrownBy(() -> payments.hold("north", "P1", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linesAndFreightAreHeldLikePayments() {
        assertThat(lines.hold("north", "N-1", 1, 20001)).isFalse();
        assertThat(lines.hold("north", "N-1", 1, 20000)).isTrue();
        assertThat(lines.settle("north", "N-1", 1, 15000)).isTrue();
        assertThat(lines.release("north", "N-1", 1, 5000)).isTrue();
        assertThat(order().line(1).orElseThrow().left()).isEqualTo(5000);
        assertThat(lines.holdFreight("north", "N-1", 1000)).isTrue();
        assertThat(lines.holdFreight("north", "N-1", 1)).isFalse();
        assertThat(lines.settleFreight("north", "N-1", 600)).isTrue();
        assertThat(lines.releaseFreight("north", "N-1", 400)).isTrue();
        assertThat(order().freightRefunded()).isEqualTo(600);
        assertThat(lines.returned("north", "N-1", 1, 3)).isFalse();
    }

    @Test
    void tenAtOnceTakeNoMoreThanThereIs() throws Exception {
        var threads = Executors.newFixedThreadPool(10);
        Callable<Boolean> one = () -> payments.hold("north", "P1", 3000);
        int held = 0;
        for (var done : threads.invokeAll(java.util.Collections.nCopies(10, one))) {
            held += done.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(held).isEqualTo(6); // 6 * 3000 of 20000
        assertThat(order().payment("P1").orElseThrow().held()).isEqualTo(18000);
    }

    @Test
    void theDatabaseItselfRefusesToPayTooMuch() {
        assertThatThrownBy(() -> db.sql("update order_payment set refunded = 20001 where payment_number = 'P1'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> db.sql("update order_line set held = paid + 1").update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        db.sql("update shop_order set freight_held = 1001").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private boolean put(String order) throws Exception {
        return imports.put("north", "N-1", json(order));
    }

    private Order order() {
        return orders.find("north", "N-1").orElseThrow();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void whatWasUsedForTheOrderComesBackOnceWhateverIsImportedAgain() throws Exception {
        var benefits = new Benefits(db, new MovableClock(Sold.NOW));
        var used = ORDER.replaceFirst(
                "\\{",
                "{'benefits':[{'reference':'CP-1','kind':'COUPON','value':4000},"
                        + "{'reference':'PT-1','kind':'POINTS','value':500}],");
        put(used);
        put(used);
        assertThat(benefits.open("north", "N-1"))
                .containsExactly(new Benefits.Used("CP-1", "COUPON", 4000), new Benefits.Used("PT-1", "POINTS", 500));
        assertThat(benefits.take("north", "N-1")).hasSize(2);
        assertThat(benefits.take("north", "N-1")).isEmpty();
        put(used);
        assertThat(benefits.open("north", "N-1")).isEmpty();
        assertThat(benefits.givenBack("north", "N-1", "CP-1")).isTrue();
        assertThat(benefits.givenBack("north", "N-1", "CP-1")).isFalse();
    }
}
