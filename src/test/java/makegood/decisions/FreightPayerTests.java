package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreightPayerTests {
    private static final String NEUTRAL =
            "lane=NO_REASON, reasonClass=N, jurisdiction=CN, informedOfCost=true, freeReturn=false, insured=false, finding=NONE";
    private static final String ROWS = """
            FP-01 | lane=SAFETY, reasonClass=X                                       | returnFreight=SELLER, refundOutbound=YES
            FP-02 | lane=QUALITY, reasonClass=Q, finding=MISUSE                      | returnFreight=CUSTOMER, refundOutbound=NO
            FP-03 | lane=WARRANTY, reasonClass=Q                                     | returnFreight=SELLER, refundOutbound=YES
            FP-04 | lane=TRANSPORT, reasonClass=L, insured=true                      | returnFreight=SELLER, refundOutbound=YES
            FP-05 | reasonClass=Q, finding=DEFECT_CONFIRMED                          | returnFreight=SELLER, refundOutbound=YES
            FP-06 | jurisdiction=EU, informedOfCost=false                            | returnFreight=SELLER, refundOutbound=STANDARD
            FP-07 | freeReturn=true                                                  | returnFreight=SELLER, refundOutbound=NO
            FP-08 | jurisdiction=EU, insured=true                                    | returnFreight=CUSTOMER, refundOutbound=STANDARD
            FP-09 | insured=true                                                     | returnFreight=INSURER, refundOutbound=NO
            FP-10 | lane=SHOP, reasonClass=C                                         | returnFreight=CUSTOMER, refundOutbound=NO
            FP-11 | lane=GOODWILL                                                    | returnFreight=CUSTOMER, refundOutbound=NO
            FP-12 | reasonClass=Q, finding=DEFECT_NOT_FOUND                          | returnFreight=CUSTOMER, refundOutbound=NO
            FP-99 | reasonClass=Q                                                    | returnFreight=SELLER, refundOutbound=NO
            """;

    private final Table freight = new Table("freight-payer", "freight-payer");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        freight.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource({"QUALITY, FP-03", "WARRANTY, FP-03", "CLAIM, FP-03", "TRANSPORT, FP-04", "SAFETY, FP-01"})
    void faultsOfOursAreNeverPaidByTheCustomer(String lane, String rule) {
        freight.expect(
                rule,
                NEUTRAL,
                "lane=" + lane + ", insured=true, finding=AS_ANNOUNCED",
                "returnFreight=SELLER, refundOutbound=YES");
    }

    @Test
    void everyRuleHasARow() {
        freight.expectARowForEveryRule(ROWS);
    }
}
