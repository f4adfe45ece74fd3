package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageTests {
    private static final String NEUTRAL =
            "safety=false, origin=CUSTOMER, orderState=DELIVERED, kindAsked=UNKNOWN, reason=OTHER, reasonClass=NONE, attemptsOver=false";
    private static final String ROWS = """
            TR-01 | safety=true, origin=REGULATOR                                            | procedure=RETURN_REFUND, sure=true, beside=COMPLAINT
            TR-02 | safety=true, orderState=SHIPPED, kindAsked=RETURN_REFUND                 | procedure=COMPLAINT, sure=true, beside=NONE
            TR-03 | origin=REGULATOR, kindAsked=RETURN_REFUND                                | procedure=COMPLAINT, sure=true, beside=NONE
            TR-04 | origin=PLATFORM, kindAsked=COMPLAINT                                     | procedure=COMPLAINT, sure=true, beside=NONE
            TR-20 | attemptsOver=true, kindAsked=RETURN_REFUND                               | procedure=INQUIRY, sure=false, beside=NONE
            TR-05 | origin=REVIEW, kindAsked=RETURN_REFUND                                   | procedure=REVIEW, sure=true, beside=NONE
            TR-06 | origin=WATCH, orderState=SHIPPED                                         | procedure=LOGISTICS, sure=true, beside=NONE
            TR-07 | orderState=NOT_FOUND, reason=PAID_NO_ORDER, reasonClass=P                | procedure=PAYMENT, sure=true, beside=NONE
            TR-08 | orderState=NOT_FOUND, kindAsked=RETURN_REFUND                            | procedure=INQUIRY, sure=false, beside=NONE
            TR-09 | kindAsked=REFUND_ONLY, reason=PRICE_PROTECTION, reasonClass=P            | procedure=PAYMENT, sure=true, beside=NONE
            TR-10 | orderState=PICKING, kindAsked=REFUND_ONLY                                | procedure=ORDER_CHANGE, sure=true, beside=NONE
            TR-11 | orderState=SHIPPED, reason=WRONG_ADDRESS, reasonClass=C                  | procedure=ORDER_CHANGE, sure=true, beside=NONE
            TR-12 | orderState=SHIPPED, kindAsked=REFUND_ONLY, reason=NOT_RECEIVED, reasonClass=L | procedure=LOGISTICS, sure=true, beside=NONE
            TR-13 | reason=MISSING_PARTS, reasonClass=S                                      | procedure=RESEND, sure=true, beside=NONE
            TR-14 | reason=WRONG_GOODS, reasonClass=S                                        | procedure=EXCHANGE, sure=false, beside=NONE
            TR-15 | kindAsked=REPAIR, reason=FUNCTION_FAULT, reasonClass=Q                   | procedure=REPAIR, sure=true, beside=NONE
            TR-16 | kindAsked=RETURN_REFUND, reason=DAMAGED_IN_TRANSIT, reasonClass=L        | procedure=RETURN_REFUND, sure=true, beside=NONE
            TR-17 | kindAsked=REFUND_ONLY, reason=QUALITY_DEFECT, reasonClass=Q              | procedure=REFUND_ONLY, sure=true, beside=NONE
            TR-18 | kindAsked=COMPLAINT, reason=SERVICE_COMPLAINT, reasonClass=S             | procedure=COMPLAINT, sure=true, beside=NONE
            TR-19 | kindAsked=COMPENSATION                                                   | procedure=COMPENSATION, sure=true, beside=NONE
            TR-99 | kindAsked=REFUND_ONLY, reason=NO_REASON_7D, reasonClass=N                | procedure=INQUIRY, sure=false, beside=NONE
            """;

    private final Table triage = new Table("triage", "triage");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        triage.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource({
        "RETURN_REFUND, TR-16",
        "EXCHANGE, TR-16",
        "REPAIR, TR-16",
        "RESEND, TR-16",
        "COMPLAINT, TR-19",
        "INQUIRY, TR-19",
        "LOGISTICS, TR-19",
        "PAYMENT, TR-19"
    })
    void givesWhatIsAsked(String kind, String rule) {
        triage.expect(rule, NEUTRAL, "kindAsked=" + kind, "procedure=" + kind + ", sure=true, beside=NONE");
    }

    /** The danger in it is served inside the review's own procedure. */
    @Test
    void aReviewStaysAReviewAlsoWhereItNamesADanger() {
        for (var state : new String[] {"DELIVERED", "SHIPPED", "NOT_FOUND"}) {
            triage.expect(
                    "TR-05",
                    NEUTRAL,
                    "safety=true, origin=REVIEW, reason=SAFETY_HAZARD, kindAsked=REVIEW, orderState=" + state,
                    "procedure=REVIEW, sure=true, beside=NONE");
        }
    }

    @Test
    void everyRuleHasARow() {
        triage.expectARowForEveryRule(ROWS);
    }
}
