package makegood.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayAmountsTests {
    @ParameterizedTest
    @CsvSource({"1, 0.01", "10, 0.10", "100, 1.00", "33915, 339.15", "100000000000, 1000000000.00"})
    void alipayWantsYuanWithTwoDecimals(long fen, String yuan) {
        assertThat(Yuan.text(fen)).isEqualTo(yuan);
        assertThat(Yuan.fen(yuan)).isEqualTo(fen);
    }

    @Test
    void alipaySaysYuanInSeveralWays() {
        assertThat(Yuan.fen("12")).isEqualTo(1200);
        assertThat(Yuan.fen("12.3")).isEqualTo(1230);
        assertThat(Yuan.fen("0")).isZero();
        for (var wrong : new String[] {null, "", "12.345", "-1", "1e3", "1,000.00", " 1"}) {
            assertThat(Yuan.fen(wrong)).as(String.valueOf(wrong)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 1234, 1234",
        "CNY, 1, 1",
        "JPY, 500, 500",
        "KRW, 10000, 10000",
        "KWD, 1230, 1230",
        "ISK, 5, 500",
        "UGX, 5, 500",
        "MGA, 500, 5"
    })
    void stripeCountsInItsSmallestUnit(String currency, long minor, long stripe) {
        assertThat(StripeAmount.of(minor, currency)).isEqualTo(stripe);
    }

    @ParameterizedTest
    @CsvSource({"KWD, 1234", "MGA, 501", "XXZ, 1", ", 1"})
    void whatStripeCannotPayExactlyIsNotPaid(String currency, long minor) {
        assertThat(StripeAmount.of(minor, currency)).isNull();
    }
}
