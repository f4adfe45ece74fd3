package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompensationAuthorityTests {
    private static final String NEUTRAL =
            "tied=false, type=COUPON, grade=JUNIOR, amountFen=1000, overBudget=false, given90d=0";
    private static final String ROWS = """
            CA-01 | tied=true, grade=MANAGER, amountFen=1                  | decision=FORBIDDEN
            CA-02 | type=STATUTORY_DAMAGES, grade=MANAGER, overBudget=true | decision=ASK_LEGAL
            CA-11 | type=FREIGHT_BILL, amountFen=2500, overBudget=true     | decision=ALLOWED
            CA-03 | grade=MANAGER, overBudget=true                         | decision=ASK_MANAGER
            CA-04 | grade=SENIOR, given90d=3                               | decision=ASK_LEAD
            CA-05 | type=POINTS, amountFen=2000                            | decision=ALLOWED
            CA-06 | type=GIFT, grade=MID, amountFen=5000                   | decision=ALLOWED
            CA-07 | type=CASH, grade=SENIOR, amountFen=10000               | decision=ALLOWED
            CA-08 | type=CASH, grade=LEAD, amountFen=50000                 | decision=ALLOWED
            CA-09 | type=CASH, grade=MANAGER, amountFen=200000             | decision=ALLOWED
            CA-10 | type=CASH, amountFen=4000                              | decision=ASK_LEAD
            CA-99 | type=CASH, grade=LEAD, amountFen=50001                 | decision=ASK_MANAGER
            """;
    private static final String EDGES = """
            CA-10 | amountFen=2001                                  | decision=ASK_LEAD
            CA-10 | type=GIFT, amountFen=1                          | decision=ASK_LEAD
            CA-10 | type=CASH, grade=MID, amountFen=1               | decision=ASK_LEAD
            CA-10 | type=WAIVED_DIFFERENCE, grade=MID, amountFen=1  | decision=ASK_LEAD
            CA-10 | grade=MID, amountFen=5001                       | decision=ASK_LEAD
            CA-10 | grade=SENIOR, amountFen=10001                   | decision=ASK_LEAD
            CA-08 | grade=LEAD, given90d=9                          | decision=ALLOWED
            CA-05 | given90d=2                                      | decision=ALLOWED
            CA-99 | grade=MANAGER, amountFen=200001                 | decision=ASK_MANAGER
            CA-99 | grade=FINANCE, amountFen=1                      | decision=ASK_MANAGER
            """;

    private final Table authority = new Table("compensation-authority", "compensation-authority");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        authority.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EDGES)
    void limitsIncludeTheirLastFen(String rule, String facts, String outputs) {
        authority.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        authority.expectARowForEveryRule(ROWS);
    }
}
