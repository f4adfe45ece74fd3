package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerRiskTests {
    private static final String NEUTRAL =
            "appealOpen=false, abuse12m=0, swap12m=0, returns90d=0, returnRate90d=0, orders12m=1";
    private static final String ROWS = """
            CR-01 | appealOpen=true, abuse12m=9               | level=NORMAL, effect=NONE
            CR-02 | abuse12m=3, orders12m=99                  | level=HIGH, effect=LEAD_REVIEW
            CR-03 | swap12m=2, abuse12m=1                     | level=HIGH, effect=LEAD_REVIEW
            CR-04 | abuse12m=2, swap12m=1                     | level=ELEVATED, effect=EVIDENCE_FIRST
            CR-05 | swap12m=1, orders12m=99                   | level=ELEVATED, effect=EVIDENCE_FIRST
            CR-06 | returns90d=10, returnRate90d=60           | level=ELEVATED, effect=INSPECT_THEN_PAY
            CR-07 | returns90d=1, returnRate90d=10, orders12m=10 | level=LOW, effect=FAST_LANE
            CR-99 | returns90d=9, returnRate90d=100, orders12m=9 | level=NORMAL, effect=NONE
            """;

    private final Table risk = new Table("customer-risk", "customer-risk");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        risk.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        risk.expectARowForEveryRule(ROWS);
    }
}
