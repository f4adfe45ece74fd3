package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All rules that fit answer, in their order; the first is the recommendation. */
class RemedyTests {
    private static final String NEUTRAL =
            "problem=OTHER, stock=NO, quality=UNKNOWN, guided=true, hoursLate=0, severity=NONE";
    private static final String ROWS = """
            RM-01 | problem=SAFETY_HAZARD                                  | RM-01=RETURN_REFUND, RM-99=APOLOGY
            RM-02 | problem=NO_UPDATE, stock=YES, hoursLate=47             | RM-02=WAIT_AND_WATCH, RM-99=APOLOGY
            RM-03 | problem=LOST, stock=YES, hoursLate=9999                | RM-03=RESEND, RM-04=REFUND_FULL, RM-99=APOLOGY
            RM-04 | problem=DELIVERED_NOT_RECEIVED, hoursLate=48           | RM-04=REFUND_FULL, RM-99=APOLOGY
            RM-05 | problem=MISSING_GOODS, stock=YES                       | RM-05=RESEND, RM-99=APOLOGY
            RM-06 | problem=MISSING_PARTS                                  | RM-06=REFUND_PARTIAL, RM-99=APOLOGY
            RM-07 | problem=WRONG_GOODS, stock=YES                         | RM-07=EXCHANGE, RM-99=APOLOGY
            RM-08 | problem=DAMAGED, stock=YES, severity=HEAVY             | RM-08=RESEND, RM-99=APOLOGY
            RM-09 | problem=DAMAGED, stock=YES, severity=LIGHT             | RM-09=REFUND_PARTIAL, RM-99=APOLOGY
            RM-10 | problem=FUNCTION_FAULT, guided=false                   | RM-10=GUIDANCE, RM-99=APOLOGY
            RM-11 | problem=FUNCTION_FAULT, stock=YES, quality=IN          | RM-11=EXCHANGE, RM-99=APOLOGY
            RM-12 | problem=QUALITY_DEFECT, stock=YES, quality=OUT         | RM-12=REPAIR, RM-99=APOLOGY
            RM-13 | problem=WRONG_GOODS, stock=YES, quality=IN             | RM-07=EXCHANGE, RM-13=RETURN_REFUND, RM-99=APOLOGY
            RM-14 | problem=OUT_OF_STOCK                                   | RM-14=CANCEL_ORDER, RM-99=APOLOGY
            RM-15 | problem=DUPLICATE_PAYMENT                              | RM-15=REFUND_FULL, RM-99=APOLOGY
            RM-16 | problem=DISCOUNT_NOT_USED                              | RM-16=COUPON, RM-99=APOLOGY
            RM-17 | problem=PRICE_PROTECTION                               | RM-17=PRICE_DIFFERENCE, RM-99=APOLOGY
            RM-99 | problem=REFUSED_BY_CUSTOMER                            | RM-99=APOLOGY
            """;

    private final Table remedy = new Table("remedy", "remedy");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void recommends(String rule, String facts, String hits) {
        remedy.expectAll(NEUTRAL, facts, "remedy", hits);
    }

    @Test
    void waitingEndsAfterTwoDaysAndTheGoodsOrTheMoneyComeFirst() {
        remedy.expectAll(
                NEUTRAL,
                "problem=NO_UPDATE, stock=YES, hoursLate=48",
                "remedy",
                "RM-03=RESEND, RM-04=REFUND_FULL, RM-99=APOLOGY");
    }

    @Test
    void anOverdueParcelIsWaitedForAndNothingElseIsForeseen() {
        remedy.expectAll(NEUTRAL, "problem=OVERDUE, hoursLate=48", "remedy", "RM-99=APOLOGY");
    }

    @Test
    void everyRuleHasARow() {
        remedy.expectARowForEveryRule(ROWS);
    }
}
