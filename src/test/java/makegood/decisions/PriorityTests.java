package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTests {
    private static final String NEUTRAL =
            "safety=false, origin=CUSTOMER, kind=RETURN_REFUND, tier=REGULAR, hoursLeft=9999, moneyAtZero=0, reopenCount=0, rating=0";
    private static final String ROWS = """
            PR-01 | safety=true, origin=REGULATOR                | priority=P1
            PR-02 | origin=REGULATOR, hoursLeft=3                | priority=P1
            PR-03 | hoursLeft=6                                  | priority=P1
            PR-04 | hoursLeft=24, moneyAtZero=50000              | priority=P1
            PR-05 | origin=PLATFORM, kind=COMPLAINT, hoursLeft=9999 | priority=P1
            PR-06 | kind=COMPLAINT, reopenCount=1                | priority=P2
            PR-07 | reopenCount=1, kind=INQUIRY                  | priority=P2
            PR-08 | tier=VIP, hoursLeft=24, moneyAtZero=49999    | priority=P2
            PR-09 | hoursLeft=24, moneyAtZero=49999              | priority=P2
            PR-10 | origin=REVIEW, kind=REVIEW, rating=2         | priority=P2
            PR-11 | kind=INQUIRY                                 | priority=P4
            PR-99 | kind=REVIEW, rating=3, hoursLeft=25          | priority=P3
            """;

    private final Table priority = new Table("priority", "priority");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        priority.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        priority.expectARowForEveryRule(ROWS);
    }
}
