package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnEligibilityTests {
    private static final String NEUTRAL =
            "safety=false, jurisdiction=CN, reason=OTHER, reasonClass=N, kind=RETURN_REFUND, durable6m=false, noReason=OUT, quality=OUT, warranty=OUT, shop=UNKNOWN, exception=NONE, intact=YES, evidence=NONE";
    private static final String ROWS = """
            RE-01 | safety=true, reasonClass=X, exception=HARD, shop=OUT                            | verdict=AUTO_APPROVE, lane=SAFETY
            RE-02 | reason=SHELF_LIFE, reasonClass=Q, evidence=SUFFICIENT                           | verdict=AUTO_APPROVE, lane=QUALITY
            RE-03 | reason=SHELF_LIFE, reasonClass=Q, evidence=CONTRADICTS                          | verdict=REVIEW, lane=QUALITY
            RE-04 | reason=COUNTERFEIT_CLAIM, reasonClass=D, evidence=CONTRADICTS                   | verdict=REVIEW, lane=CLAIM
            RE-05 | reasonClass=Q, quality=IN, exception=HARD, evidence=SUFFICIENT                  | verdict=AUTO_APPROVE, lane=QUALITY
            RE-06 | reasonClass=D, noReason=IN, quality=IN, intact=UNKNOWN                          | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-07 | reasonClass=Q, durable6m=true, quality=IN, evidence=PARTIAL                     | verdict=REVIEW, lane=QUALITY
            RE-08 | reasonClass=Q, warranty=IN, evidence=CONTRADICTS                                | verdict=REVIEW, lane=WARRANTY
            RE-09 | reasonClass=D, quality=IN, evidence=PARTIAL                                     | verdict=REVIEW, lane=QUALITY
            RE-10 | reasonClass=S, evidence=CONTRADICTS                                             | verdict=REFUSE_PROPOSED, lane=QUALITY
            RE-11 | reasonClass=L, evidence=SUFFICIENT                                              | verdict=AUTO_APPROVE, lane=TRANSPORT
            RE-12 | reasonClass=L, evidence=CONTRADICTS                                             | verdict=REVIEW, lane=TRANSPORT
            RE-13 | jurisdiction=EU, noReason=IN, exception=SOFT_CONFIRMED, intact=NO               | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-14 | noReason=IN, exception=PROMISED, intact=UNKNOWN                                 | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-15 | noReason=IN, exception=SOFT_UNCONFIRMED, intact=OPENED_ONLY                     | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-16 | reasonClass=C, noReason=IN, intact=UNKNOWN                                      | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-17 | noReason=IN, intact=NO                                                          | verdict=REVIEW, lane=NO_REASON
            RE-18 | shop=IN, intact=OPENED_ONLY                                                     | verdict=AUTO_APPROVE, lane=SHOP
            RE-19 | noReason=IN, exception=HARD                                                     | verdict=REFUSE_PROPOSED, lane=NO_REASON
            RE-20 | noReason=IN, exception=SOFT_CONFIRMED                                           | verdict=REFUSE_PROPOSED, lane=NO_REASON
            RE-21 | noReason=UNKNOWN                                                                | verdict=REVIEW, lane=NO_REASON
            RE-22 | shop=OUT                                                                        | verdict=REFUSE_PROPOSED, lane=GOODWILL
            RE-FL | reasonClass=Q, noReason=IN, evidence=CONTRADICTS                                | verdict=REVIEW, lane=NO_REASON
            RE-99 | shop=UNKNOWN                                                                    | verdict=REVIEW, lane=GOODWILL
            """;
    private static final String STORIES = """
            RE-15 | noReason=IN, shop=IN                                                            | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-09 | reason=NOT_AS_DESCRIBED, reasonClass=D, quality=IN                              | verdict=REVIEW, lane=QUALITY
            RE-16 | noReason=IN, shop=IN, intact=UNKNOWN                                            | verdict=AUTO_APPROVE, lane=NO_REASON
            RE-21 | noReason=UNKNOWN, shop=UNKNOWN, intact=UNKNOWN                                  | verdict=REVIEW, lane=NO_REASON
            RE-09 | reasonClass=Q, noReason=IN, quality=IN, exception=HARD                          | verdict=REVIEW, lane=QUALITY
            RE-21 | jurisdiction=EU, noReason=UNKNOWN, exception=SOFT_CONFIRMED                     | verdict=REVIEW, lane=NO_REASON
            RE-FL | reasonClass=Q, evidence=SUFFICIENT                                              | verdict=REVIEW, lane=QUALITY
            """;

    private final Table eligibility = new Table("return-eligibility", "return-eligibility");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        eligibility.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = STORIES)
    void decidesWhatCustomersTell(String rule, String facts, String outputs) {
        eligibility.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        eligibility.expectARowForEveryRule(ROWS);
    }
}
