package makegood.orders;

import static makegood.orders.Sold.china;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentRouteTests {
    private static final String PAYMENTS = "'payments':["
            + "{'paymentNumber':'CARD','method':'GIFTCARD','amount':9900,'paidAt':'2026-11-01T00:00:00Z'},"
            + "{'paymentNumber':'LATER','method':'WECHAT','amount':20000,'paidAt':'2026-11-03T00:00:00Z'},"
            + "{'paymentNumber':'FIRST','method':'SomeNewPay','amount':50000,'paidAt':'2026-11-02T00:00:00Z'}]";

    private final Order order = Sold.order(china(), "{'lines':[{'sku':'A','paid':79900}]," + PAYMENTS + "}");

    @Test
    void moneyGoesBackInTheOrderItWasPaidAndStoredValueLast() {
        assertThat(Payments.route(order)).extracting(Payment::paymentNumber).containsExactly("FIRST", "LATER", "CARD");
    }

    @Test
    void anAmountIsSplitAlongTheRoute() {
        assertThat(Payments.split(order, 59900))
                .extracting(s -> s.payment().paymentNumber() + " " + s.amount())
                .containsExactly("FIRST 50000", "LATER 9900");
        assertThat(Payments.split(order, 100_000).stream()
                        .mapToLong(Payments.Share::amount)
                        .sum())
                .isEqualTo(79900);
        assertThat(Payments.split(order, 0)).isEmpty();
    }

    @Test
    void cashAtTheDoorHasNoRouteBack() {
        var cash = Sold.order(
                china(),
                "{'lines':[{'sku':'A','paid':100}],'codDue':100,"
                        + "'payments':[{'paymentNumber':'P','method':'COD_CASH','amount':100}]}");
        assertThat(cash.payments().get(0).hasRouteBack()).isFalse();
        assertThat(order.payments()).allMatch(Payment::hasRouteBack);
    }

    @Test
    void theRestOfADivisionGoesWithTheLastPiece() {
        var line = Sold.order(china(), "{'lines':[{'sku':'A','quantity':3,'paid':1000}]}")
                .lines()
                .get(0);
        assertThat(line.unitShare()).isEqualTo(333);
        assertThat(line.shareOf(1)).isEqualTo(333);
        assertThat(line.shareOf(2)).isEqualTo(666);
        assertThat(line.shareOf(3)).isEqualTo(1000);
    }

    private static String twice(long line, long... amounts) {
        var payments = new StringBuilder();
        for (int n = 0; n < amounts.length; n++) {
            payments.append("{'paymentNumber':'P")
                    .append(n + 1)
                    .append("','method':'WECHAT','amount':")
                    .append(amounts[n])
                    .append(",'paidAt':'2026-11-02T00:00:0")
                    .append(n)
                    .append("Z'},");
        }
        var order = Sold.order(
                china(),
                "{'lines':[{'sku':'A','paid':" + line + "}],'payments':[" + payments.substring(0, payments.length() - 1)
                        + "]}");
        return Payments.duplicate(order)
                .map(s -> s.payment().paymentNumber() + " " + s.amount())
                .orElse("none");
    }

    @Test
    void thePaymentThatShouldNotExistIsTheLaterOfTwoAlike() {
        assertThat(twice(16800, 16800, 16800)).isEqualTo("P2 16800");
        assertThat(twice(16800, 16800)).isEqualTo("none");
        assertThat(twice(16800, 8400, 8400)).as("an order paid in two halves").isEqualTo("none");
        assertThat(twice(16800, 16800, 500)).as("too much, but not twice").isEqualTo("none");
        assertThat(twice(25200, 16800, 8400, 8400)).isEqualTo("P3 8400");
    }
}
