package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeOrderTests {
    private static final String NEUTRAL = "stock=YES, lane=NO_REASON, risk=NORMAL, tier=REGULAR, newFen=32900";
    private static final String ROWS = """
            EO-01 | stock=NO, lane=SAFETY                        | order=OFFER_ALTERNATIVES, security=NONE
            EO-02 | lane=SAFETY, risk=HIGH, newFen=900000        | order=REPLACEMENT_FIRST, security=NONE
            EO-03 | lane=QUALITY, risk=ELEVATED, newFen=1000     | order=GOODS_FIRST, security=NONE
            EO-04 | lane=QUALITY, risk=LOW, newFen=200001        | order=GOODS_FIRST, security=NONE
            EO-05 | lane=TRANSPORT, newFen=5000                  | order=REPLACEMENT_NO_RETURN, security=NONE
            EO-06 | lane=QUALITY, newFen=50000                   | order=REPLACEMENT_FIRST, security=REMIND
            EO-07 | risk=LOW, tier=VIP, newFen=50000             | order=REPLACEMENT_FIRST, security=REMIND
            EO-08 | tier=VIP, newFen=50000                       | order=REPLACEMENT_FIRST, security=REMIND
            EO-99 | risk=LOW, tier=VIP, newFen=50001             | order=GOODS_FIRST, security=NONE
            """;

    private final Table order = new Table("exchange-order", "exchange-order");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        order.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        order.expectARowForEveryRule(ROWS);
    }
}
