package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundApprovalTests {
    private static final String NEUTRAL =
            "route=ORIGINAL, ruling=false, lane=QUALITY, inspected=false, risk=NORMAL, grade=NONE, amountFen=20000";
    private static final String ROWS = """
            RA-01 | route=OTHER, ruling=true, amountFen=1                      | approval=TWO_PEOPLE
            RA-02 | ruling=true, amountFen=1000001                             | approval=NONE
            RA-03 | lane=NO_REASON, inspected=true, amountFen=1000001          | approval=TWO_PEOPLE
            RA-04 | lane=PAYMENT, risk=HIGH, amountFen=1                       | approval=FINANCE
            RA-05 | lane=NOT_SHIPPED, risk=HIGH, amountFen=200000              | approval=NONE
            RA-06 | lane=NO_REASON, inspected=true, risk=HIGH, amountFen=200000 | approval=NONE
            RA-07 | risk=HIGH, grade=MANAGER, amountFen=1                      | approval=LEAD
            RA-08 | grade=JUNIOR, amountFen=5000                               | approval=NONE
            RA-09 | grade=MID, amountFen=20000                                 | approval=NONE
            RA-10 | grade=SENIOR, amountFen=50000                              | approval=NONE
            RA-11 | grade=JUNIOR, amountFen=20000                              | approval=AGENT
            RA-12 | grade=SENIOR, amountFen=200000                             | approval=LEAD
            RA-99 | grade=SENIOR, amountFen=1000000                            | approval=FINANCE
            """;
    private static final String EDGES = """
            RA-99 | lane=NO_REASON, inspected=true, amountFen=1000000 | approval=FINANCE
            RA-99 | lane=NO_REASON, inspected=true, amountFen=200001  | approval=FINANCE
            RA-99 | lane=NOT_SHIPPED, amountFen=200001                | approval=FINANCE
            RA-11 | grade=JUNIOR, amountFen=5001                      | approval=AGENT
            RA-12 | grade=MID, amountFen=20001                        | approval=LEAD
            RA-12 | grade=SENIOR, amountFen=50001                     | approval=LEAD
            RA-10 | grade=LEAD, amountFen=50000                       | approval=NONE
            RA-11 | grade=FINANCE, amountFen=20000                    | approval=AGENT
            RA-12 | lane=WARRANTY, inspected=true, amountFen=20001    | approval=LEAD
            RA-08 | grade=JUNIOR, amountFen=0                         | approval=NONE
            """;

    private final Table approval = new Table("refund-approval", "refund-approval");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        approval.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = EDGES)
    void limitsIncludeTheirLastFen(String rule, String facts, String outputs) {
        approval.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        approval.expectARowForEveryRule(ROWS);
    }
}
