package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTriageTests {
    private static final String NEUTRAL = "rating=1, sign=NONE, order=true, openCase=false, text=true";
    private static final String ROWS = """
            RV-01 | sign=HAZARD, openCase=true                  | lane=SAFETY_FIRST, publicReply=DRAFT
            RV-02 | sign=PRIVATE_DATA, openCase=true            | lane=REPORT_TO_PLATFORM, publicReply=NONE
            RV-03 | sign=EXTORTION, rating=5                    | lane=EVIDENCE_LEAD, publicReply=NONE
            RV-04 | sign=COMPETITOR, order=false                | lane=EVIDENCE_LEAD, publicReply=DRAFT
            RV-05 | openCase=true                               | lane=JOIN_CASE, publicReply=NONE
            RV-06 | rating=2                                    | lane=CONTACT_NOW, publicReply=DRAFT
            RV-07 | rating=3, text=false                        | lane=CONTACT_NOW, publicReply=DRAFT
            RV-08 | rating=5, sign=MISTAKE                      | lane=CONTACT_NOW, publicReply=DRAFT
            RV-09 | order=false                                 | lane=REPLY_ONLY, publicReply=DRAFT
            RV-10 | order=false, sign=ABUSE, text=false         | lane=REPLY_ONLY, publicReply=DRAFT
            RV-11 | rating=4                                    | lane=THANK_ONLY, publicReply=NONE
            RV-99 | order=false, text=false                     | lane=LEAD_LOOKS, publicReply=NONE
            """;

    private final Table triage = new Table("review-triage", "review-triage");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        triage.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        triage.expectARowForEveryRule(ROWS);
    }
}
