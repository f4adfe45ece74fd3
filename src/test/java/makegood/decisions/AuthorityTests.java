package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTests {
    private static final String ROWS = """
            AU-01 | NEGOTIATE                | junior=-1, mid=-1, senior=-1, lead=-1, manager=-1, finance=0, dual=false
            AU-02 | APPROVE_RETURN           | junior=20000, mid=50000, senior=200000, lead=-1, manager=-1, finance=0, dual=false
            AU-03 | CONFIRM_REFUSAL          | junior=0, mid=0, senior=50000, lead=-1, manager=-1, finance=0, dual=false
            AU-04 | REFUND                   | junior=5000, mid=20000, senior=50000, lead=200000, manager=1000000, finance=-1, dual=false
            AU-05 | REFUND_OTHER_ROUTE       | junior=0, mid=0, senior=0, lead=200000, manager=1000000, finance=-1, dual=true
            AU-06 | COMPENSATE               | junior=2000, mid=5000, senior=10000, lead=50000, manager=200000, finance=0, dual=false
            AU-07 | WAIVE_PRICE_DIFFERENCE   | junior=1000, mid=3000, senior=10000, lead=50000, manager=-1, finance=0, dual=false
            AU-08 | SHIP_WITHOUT_RETURN      | junior=0, mid=5000, senior=20000, lead=100000, manager=-1, finance=0, dual=false
            AU-09 | WRITE_OFF_NOT_RETURNED   | junior=0, mid=0, senior=0, lead=20000, manager=200000, finance=-1, dual=true
            AU-10 | REVEAL_PERSONAL_DATA     | junior=-1, mid=-1, senior=-1, lead=-1, manager=-1, finance=-1, dual=false
            AU-11 | EXPORT_PERSONAL_DATA     | junior=0, mid=0, senior=0, lead=0, manager=-1, finance=0, dual=true
            AU-12 | CHARGE_NOT_RETURNED      | junior=0, mid=0, senior=0, lead=-1, manager=-1, finance=0, dual=false
            AU-13 | SETTLE_STATUTORY_DAMAGES | junior=0, mid=0, senior=0, lead=0, manager=1000000, finance=0, dual=true
            AU-14 | CHANGE_RULE_SET          | junior=0, mid=0, senior=0, lead=0, manager=-1, finance=0, dual=true
            AU-15 | APPROVE_SHIFT_SWAP       | junior=0, mid=0, senior=0, lead=-1, manager=-1, finance=0, dual=false
            AU-16 | SETTLE_DIFFERENCE        | junior=0, mid=0, senior=0, lead=200000, manager=1000000, finance=1000000, dual=false
            AU-99 | UNKNOWN                  | junior=0, mid=0, senior=0, lead=0, manager=-1, finance=0, dual=true
            """;

    private final Table authority = new Table("authority", "authority");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String action, String outputs) {
        authority.expect(rule, "", "action=" + action, outputs);
    }

    @ParameterizedTest
    @CsvSource({
        "ASK_EVIDENCE, AU-01",
        "ANSWER, AU-01",
        "MARK_MALICIOUS, AU-12",
        "APPEAL_REVIEW, AU-12",
        "BLOCK_FAST_LANE, AU-12"
    })
    void actionsShareARule(String action, String rule) {
        var leads = "junior=0, mid=0, senior=0, lead=-1, manager=-1, finance=0, dual=false";
        var everyone = "junior=-1, mid=-1, senior=-1, lead=-1, manager=-1, finance=0, dual=false";
        authority.expect(rule, "", "action=" + action, rule.equals("AU-12") ? leads : everyone);
    }

    @Test
    void everyRuleHasARow() {
        authority.expectARowForEveryRule(ROWS);
    }
}
