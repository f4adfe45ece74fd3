package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongGoodsReturnTests {
    private static final String NEUTRAL = "safety=false, small=false";
    private static final String ROWS = """
            WG-01 | safety=true, small=true | wrongGoods=BACK
            WG-02 | small=true              | wrongGoods=LEAVE
            WG-99 | small=false             | wrongGoods=BACK
            """;

    private final Table wrongGoods = new Table("wrong-goods-return", "wrong-goods-return");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        wrongGoods.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        wrongGoods.expectARowForEveryRule(ROWS);
    }
}
