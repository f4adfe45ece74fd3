package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiabilityTests {
    private static final String NEUTRAL = "exceptionKind=NONE, fact=NONE";
    private static final String ROWS = """
            LI-01 | exceptionKind=WRONG_ADDRESS, fact=ADDRESS_BY_CUSTOMER         | liability=CUSTOMER, claim=false
            LI-02 | exceptionKind=WRONG_ADDRESS, fact=ADDRESS_ALTERED_BY_US       | liability=SELLER_DATA, claim=false
            LI-03 | exceptionKind=WRONG_ADDRESS, fact=MISROUTED                   | liability=CARRIER, claim=true
            LI-04 | exceptionKind=NO_FIRST_SCAN, fact=NOT_HANDED_OVER             | liability=WAREHOUSE_LATE, claim=false
            LI-05 | exceptionKind=NO_FIRST_SCAN, fact=HANDED_OVER                 | liability=CARRIER, claim=true
            LI-18 | exceptionKind=STUCK, fact=PROMISE_NOT_NOTED                   | liability=AGENT, claim=false
            LI-19 | exceptionKind=WRONG_GOODS, fact=REMARK_NOT_FOLLOWED           | liability=WAREHOUSE_PICK, claim=false
            LI-06 | exceptionKind=LOST                                            | liability=CARRIER, claim=true
            LI-07 | exceptionKind=RETURN_LEG_LOST, fact=OUR_LABEL                 | liability=CARRIER, claim=true
            LI-08 | exceptionKind=DAMAGED, fact=OUTER_DAMAGED                     | liability=CARRIER, claim=true
            LI-09 | exceptionKind=DAMAGED, fact=PACKING_BELOW_STANDARD            | liability=PACKAGING, claim=false
            LI-10 | exceptionKind=DAMAGED, fact=PACKING_OK_OUTER_OK               | liability=PRODUCT, claim=false
            LI-11 | exceptionKind=MISSING_GOODS, fact=WEIGHT_WRONG_AT_START       | liability=WAREHOUSE_PICK, claim=false
            LI-12 | exceptionKind=MISSING_GOODS, fact=WEIGHT_LOST_EN_ROUTE        | liability=CARRIER, claim=true
            LI-13 | exceptionKind=WRONG_GOODS, fact=SKU_DATA_WRONG                | liability=SELLER_DATA, claim=false
            LI-14 | exceptionKind=DELIVERED_NOT_RECEIVED, fact=PROOF_NOT_DESIGNATED | liability=CARRIER, claim=true
            LI-15 | exceptionKind=COD_REFUSED, fact=NOT_CONFIRMED_BEFORE_SHIPPING | liability=AGENT, claim=false
            LI-16 | exceptionKind=REFUSED_BY_CUSTOMER, fact=NO_FAULT_FOUND        | liability=CUSTOMER, claim=false
            LI-17 | exceptionKind=CUSTOMS_HELD                                    | liability=NONE, claim=false
            LI-99 | exceptionKind=DAMAGED                                         | liability=UNDETERMINED, claim=false
            """;

    private final Table liability = new Table("liability", "liability");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        liability.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource({"NO_UPDATE", "STUCK", "OVERDUE", "LOST", "ADDRESS_UNREACHABLE"})
    void aParcelInTheCarriersHandsIsTheCarriersWhateverElseIsKnown(String kind) {
        liability.expect("LI-06", NEUTRAL, "exceptionKind=" + kind, "liability=CARRIER, claim=true");
        liability.expect(
                "LI-06", NEUTRAL, "exceptionKind=" + kind + ", fact=HANDED_OVER", "liability=CARRIER, claim=true");
    }

    @Test
    void aBrokenPromiseOfOursIsNeverPutOnTheCarrier() {
        liability.expect(
                "LI-18", NEUTRAL, "exceptionKind=LOST, fact=PROMISE_NOT_NOTED", "liability=AGENT, claim=false");
    }

    @Test
    void everyRuleHasARow() {
        liability.expectARowForEveryRule(ROWS);
    }
}
