package makegood.orders;

import static makegood.orders.Sold.china;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderInputTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | UNPAID",
                "{'codDue':100} | PAID",
                "{'payments':[{'paymentNumber':'P','method':'ALIPAY','amount':1}]} | PAID",
                "{'codDue':100,'parcels':[{'trackingNumber':'T'}]} | PICKING",
                "{'codDue':100,'parcels':[{'trackingNumber':'T','shippedAt':'2026-11-01T00:00:00Z'}]} | SHIPPED",
                "{'codDue':100,'parcels':[{'trackingNumber':'T','deliveredAt':'2026-11-01T00:00:00Z'},{'trackingNumber':'U'}]} | SHIPPED",
                "{'codDue':100,'parcels':[{'trackingNumber':'T','deliveredAt':'2026-11-01T00:00:00Z'}]} | DELIVERED",
                "{'state':'CLOSED'} | CLOSED"
            })
    void theStateFollowsFromPaymentsAndParcels(String order, OrderState state) {
        var json = order.equals("{}") ? "{" : order.substring(0, order.length() - 1) + ",";
        assertThat(Sold.order(china(), json + "'lines':[{'sku':'A','paid':100}]}")
                        .state())
                .isEqualTo(state);
    }

    @Test
    void whatIsNotSaidHasAPlainMeaning() {
        var order = Sold.order(china(), "{'lines':[{'sku':'A','quantity':2,'paid':101},{'sku':'B','paid':5}]}");
        assertThat(order.lines()).extracting(Line::line).containsExactly(1, 2);
        assertThat(order.lines()).extracting(Line::listPrice).containsExactly(50L, 5L);
        assertThat(order.currency()).isEqualTo("CNY");
        assertThat(order.country()).isEqualTo("CN");
        assertThat(order.customer().tier()).isEqualTo(Tier.REGULAR);
        assertThat(order.placedAt()).isEqualTo(Sold.NOW);
    }

    @Test
    void everyFaultOfALargeBodyIsToldAtOnce() throws Exception {
        assertThat(
                        faults(
                                "{'lines':[{'line':1,'sku':'A','paid':-1},{'line':1,'paid':'5'},7],"
                                        + "'payments':[{'paymentNumber':'P','method':'ALIPAY','amount':1.5}],"
                                        + "'parcels':[{'trackingNumber':'T','lines':[9],'deliveredAt':'yesterday'}],"
                                        + "'currency':'yuan','customer':{'tier':'GOLD'},'freightPaid':9000000000000000000000,'oops':1}"))
                .contains(
                        "/lines/0/paid OUT_OF_RANGE",
                        "/lines/1/line TWICE",
                        "/lines/1/paid WRONG_TYPE",
                        "/lines/1/sku REQUIRED",
                        "/lines/2 WRONG_TYPE",
                        "/payments/0/amount WRONG_TYPE",
                        "/parcels/0/lines LINE_UNKNOWN",
                        "/parcels/0/deliveredAt NOT_A_TIME",
                        "/currency NOT_A_CURRENCY",
                        "/customer/tier UNKNOWN_CODE",
                        "/freightPaid OUT_OF_RANGE",
                        "/oops UNKNOWN_FIELD");
    }

    @Test
    void anOrderWithoutLinesIsNone() throws Exception {
        assertThat(faults("{}")).containsExactly("/lines REQUIRED");
        assertThat(faults("{'lines':'A'}")).contains("/lines WRONG_TYPE");
    }

    @Test
    void lengthCountsCharactersAndNotBytes() throws Exception {
        var hundred = "😡".repeat(100);
        assertThat(Sold.imported(china(), "{'lines':[{'sku':'A','paid':1}],'customer':{'name':'" + hundred + "'}}")
                        .person()
                        .name())
                .isEqualTo(hundred);
        assertThat(faults("{'lines':[{'sku':'A','paid':1}],'customer':{'name':'" + hundred + "!'}}"))
                .containsExactly("/customer/name TOO_LONG");
        assertThat(faults("{'lines':[{'sku':'A','paid':1}],'customer':{'name':'\\ud83d'}}"))
                .containsExactly("/customer/name NOT_TEXT");
    }

    @Test
    void theDescribedShapeIsTheOneThatIsRead() throws Exception {
        var shape = new OrderRequest(
                null,
                blank(OrderRequest.CustomerRequest.class),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(blank(OrderRequest.LineRequest.class)),
                List.of(blank(OrderRequest.PaymentRequest.class)),
                List.of(blank(OrderRequest.RemarkRequest.class)),
                List.of(blank(OrderRequest.ParcelRequest.class)),
                List.of(blank(OrderRequest.BenefitRequest.class)));
        assertThat(faults(new ObjectMapper().writeValueAsString(shape)))
                .containsExactlyInAnyOrder(
                        "/lines/0/sku REQUIRED",
                        "/lines/0/paid REQUIRED",
                        "/payments/0/paymentNumber REQUIRED",
                        "/payments/0/method REQUIRED",
                        "/payments/0/amount REQUIRED",
                        "/remarks/0/text REQUIRED",
                        "/parcels/0/trackingNumber REQUIRED",
                        "/benefits/0/reference REQUIRED",
                        "/benefits/0/value REQUIRED");
    }

    private static <T> T blank(Class<T> shape) throws ReflectiveOperationException {
        var constructor = shape.getDeclaredConstructors()[0];
        return shape.cast(constructor.newInstance(new Object[constructor.getParameterCount()]));
    }

    private static List<String> faults(String json) throws InvalidInput {
        var input = new OrderInput("north", "N-1", china(), Sold.NOW, Sold.body(json));
        var wrong = catchThrowableOfType(InvalidInput.class, input::read);
        return wrong.errors().stream().map(OrderInputTests::fault).toList();
    }

    private static String fault(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
