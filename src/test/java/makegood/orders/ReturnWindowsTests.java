package makegood.orders;

import static makegood.orders.Sold.at;
import static makegood.orders.Sold.china;
import static makegood.orders.Sold.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import makegood.clocks.Holidays;
import makegood.stores.Settings;
import makegood.stores.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnWindowsTests {
    private final ReturnWindows windows = new ReturnWindows(new Holidays());

    @Test
    void sevenDaysBeginAtTheMidnightAfterSigning() {
        var order = signed(china(), "2026-11-01T15:20");
        assertThat(noReason(order, at("2026-11-08T23:59:59"))).isEqualTo(Window.IN);
        assertThat(noReason(order, at("2026-11-09T00:00"))).isEqualTo(Window.OUT);
    }

    @Test
    void aLastDayInTheNationalHolidayMovesBehindIt() {
        var order = signed(china(), "2026-09-27T10:00");
        assertThat(noReason(order, at("2026-10-08T23:59"))).isEqualTo(Window.IN);
        assertThat(noReason(order, at("2026-10-09T00:00"))).isEqualTo(Window.OUT);
    }

    @Test
    void aMakeUpWorkdayMovesNothing() {
        var order = signed(china(), "2026-02-07T10:00");
        assertThat(noReason(order, at("2026-02-14T23:59"))).isEqualTo(Window.IN);
        assertThat(noReason(order, at("2026-02-15T00:00"))).isEqualTo(Window.OUT);
    }

    @Test
    void inTheUnionFourteenDaysCountFromTheLastParcel() {
        var europe = Settings.of("{'jurisdiction':'EU','zone':'Europe/Paris'}");
        var order = Sold.order(
                europe,
                "{'lines':[{'sku':'A','paid':1},{'sku':'B','paid':1}],'parcels':["
                        + "{'trackingNumber':'T1','lines':[1],'deliveredAt':'2026-06-10T10:00:00Z'},"
                        + "{'trackingNumber':'T2','lines':[2],'deliveredAt':'2026-06-20T10:00:00Z'}]}");
        assertThat(noReason(order, europe, Instant.parse("2026-07-04T21:59:59Z")))
                .isEqualTo(Window.IN);
        assertThat(noReason(order, europe, Instant.parse("2026-07-04T22:00:00Z")))
                .isEqualTo(Window.OUT);
    }

    @Test
    void inChinaEachLineCountsFromItsOwnParcel() {
        var order = Sold.order(
                china(),
                "{'lines':[{'sku':'A','paid':1},{'sku':'B','paid':1}],'parcels':["
                        + "{'trackingNumber':'T1','lines':[1],'deliveredAt':'2026-11-01T02:00:00Z'},"
                        + "{'trackingNumber':'T2','lines':[2],'deliveredAt':'2026-11-05T02:00:00Z'}]}");
        var asked = at("2026-11-10T12:00");
        assertThat(windows.noReason(order, order.lines().get(0), china(), asked))
                .isEqualTo(Window.OUT);
        assertThat(windows.noReason(order, order.lines().get(1), china(), asked))
                .isEqualTo(Window.IN);
    }

    @Test
    void withoutASigningRecordNobodyKnows() {
        assertThat(noReason(signed(china(), null), at("2026-11-08T12:00"))).isEqualTo(Window.UNKNOWN);
        var nothingSent = Sold.order(china(), "{'lines':[{'sku':'A','paid':1}]}");
        assertThat(noReason(nothingSent, at("2026-11-08T12:00"))).isEqualTo(Window.UNKNOWN);
    }

    @Test
    void aFaultMayBeToldAsLongAsTheShopPromisesAndNeverLessThanTheLaw() {
        var order = signed(china(), "2026-11-01T15:20");
        var line = order.lines().get(0);
        assertThat(windows.quality(order, line, china(), at("2026-11-16T23:59")))
                .isEqualTo(Window.IN);
        assertThat(windows.quality(order, line, china(), at("2026-11-17T00:00")))
                .isEqualTo(Window.OUT);
    }

    @Test
    void aLongerPromiseOfTheShopIsAWindowOfItsOwn() {
        var generous = Settings.of("{'promises':{'shopDays':30}}");
        var order = signed(generous, "2026-11-01T15:20");
        assertThat(noReason(order, generous, at("2026-11-20T12:00"))).isEqualTo(Window.OUT);
        assertThat(windows.shop(order, order.lines().get(0), generous, at("2026-11-20T12:00")))
                .isEqualTo(Window.IN);
    }

    @Test
    void warrantyRunsToItsDateElseForItsMonths() {
        var order = signed(china(), "2025-11-20T12:00");
        var line = order.lines().get(0);
        assertThat(windows.warranty(order, line, china(), at("2026-11-20T23:59")))
                .isEqualTo(Window.IN);
        assertThat(windows.warranty(order, line, china(), at("2026-11-21T00:00")))
                .isEqualTo(Window.OUT);
        var dated = Sold.order(china(), "{'lines':[{'sku':'A','paid':1,'warrantyUntil':'2026-03-01'}]}");
        assertThat(windows.warranty(dated, dated.lines().get(0), china(), at("2026-03-01T23:59")))
                .isEqualTo(Window.IN);
        assertThat(windows.warranty(dated, dated.lines().get(0), china(), at("2026-03-02T00:00")))
                .isEqualTo(Window.OUT);
    }

    @Test
    void forHalfAYearTheSellerProvesThatDurableGoodsHadNoDefect() {
        var order = Sold.order(
                china(),
                "{'lines':[{'sku':'TV','paid':1,'durable':true},{'sku':'SOAP','paid':1}],"
                        + "'parcels':[{'trackingNumber':'T1','deliveredAt':'2026-05-10T02:00:00Z'}]}");
        var tv = order.lines().get(0);
        assertThat(windows.durable6m(order, tv, china(), at("2026-11-10T23:00")))
                .isTrue();
        assertThat(windows.durable6m(order, tv, china(), at("2026-11-11T00:00")))
                .isFalse();
        assertThat(windows.durable6m(order, order.lines().get(1), china(), at("2026-06-01T00:00")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "',\"madeToOrder\":true', HARD",
        "',\"perishable\":true', HARD",
        "',\"digital\":true', HARD",
        "',\"madeToOrder\":true,\"noReasonPromised\":true', PROMISED",
        "',\"hygiene\":true', SOFT_UNCONFIRMED",
        "',\"hygiene\":true,\"exceptionConfirmedAt\":\"2026-11-01T00:00:00Z\"', SOFT_CONFIRMED",
        "',\"exceptionConfirmedAt\":\"2026-11-01T00:00:00Z\"', SOFT_CONFIRMED",
        "',\"noReasonPromised\":true', NONE"
    })
    void someGoodsAreExcepted(String flags, GoodsException exception) {
        var order = Sold.order(china(), "{'lines':[{'sku':'A','paid':1" + flags + "}]}");
        assertThat(windows.exception(order.lines().get(0))).isEqualTo(exception);
    }

    @Test
    void theEndCanBeShown() {
        var order = signed(china(), "2026-11-01T15:20");
        assertThat(windows.end(order, order.lines().get(0), china(), Period.ofDays(7)))
                .contains(at("2026-11-09T00:00"));
    }

    private Window noReason(Order order, Instant asked) {
        return noReason(order, china(), asked);
    }

    private Window noReason(Order order, StoreSettings settings, Instant asked) {
        return windows.noReason(order, order.lines().get(0), settings, asked);
    }
}
