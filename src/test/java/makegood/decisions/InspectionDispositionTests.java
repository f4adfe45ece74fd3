package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionDispositionTests {
    private static final String NEUTRAL = "finding=AS_ANNOUNCED, goodsGrade=A, reasonClass=N, noReason=IN";
    private static final String ROWS = """
            ID-01 | finding=HAZARD, goodsGrade=D                                   | refundPct=100, partValue=false, agree=false, disposition=QUARANTINE
            ID-02 | finding=EXPIRED                                                | refundPct=100, partValue=false, agree=false, disposition=SCRAP
            ID-03 | finding=DEFECT_CONFIRMED, goodsGrade=D                         | refundPct=100, partValue=false, agree=false, disposition=SCRAP
            ID-04 | finding=DEFECT_CONFIRMED, goodsGrade=B                         | refundPct=100, partValue=false, agree=false, disposition=SUPPLIER_RETURN
            ID-05 | finding=OPENED_INSPECTED                                       | refundPct=100, partValue=false, agree=false, disposition=RESTOCK
            ID-06 | goodsGrade=B                                                   | refundPct=100, partValue=false, agree=false, disposition=RESTOCK_AS_OPENED
            ID-07 | finding=TRANSIT_DAMAGE_INBOUND, goodsGrade=C                   | refundPct=100, partValue=false, agree=false, disposition=HOLD_EVIDENCE
            ID-08 | finding=EXTRA_GOODS                                            | refundPct=100, partValue=false, agree=false, disposition=SEND_BACK
            ID-09 | finding=GIFT_MISSING, goodsGrade=B                             | refundPct=100, partValue=true, agree=true, disposition=REFURBISH
            ID-10 | finding=SHORT_QUANTITY                                         | refundPct=-1, partValue=false, agree=true, disposition=HOLD_EVIDENCE
            ID-11 | finding=SOILED, goodsGrade=B                                   | refundPct=85, partValue=false, agree=true, disposition=REFURBISH
            ID-12 | finding=TAG_REMOVED, goodsGrade=C                              | refundPct=50, partValue=false, agree=true, disposition=REFURBISH
            ID-13 | finding=SEAL_BROKEN_HYGIENE, goodsGrade=C, reasonClass=C       | refundPct=0, partValue=false, agree=true, disposition=SEND_BACK
            ID-14 | finding=DEFECT_NOT_FOUND, goodsGrade=B, reasonClass=Q          | refundPct=100, partValue=false, agree=false, disposition=RESTOCK
            ID-15 | finding=DEFECT_NOT_FOUND, reasonClass=Q, noReason=OUT          | refundPct=0, partValue=false, agree=true, disposition=SEND_BACK
            ID-16 | finding=MISUSE, goodsGrade=C, reasonClass=Q                    | refundPct=0, partValue=false, agree=true, disposition=SEND_BACK
            ID-17 | finding=SERIAL_MISMATCH, goodsGrade=D                          | refundPct=-1, partValue=false, agree=true, disposition=HOLD_EVIDENCE
            ID-18 | finding=EMPTY_PARCEL, goodsGrade=D                             | refundPct=-1, partValue=false, agree=true, disposition=HOLD_EVIDENCE
            ID-99 | goodsGrade=C                                                   | refundPct=-1, partValue=false, agree=true, disposition=HOLD_EVIDENCE
            """;

    private final Table disposition = new Table("inspection-disposition", "inspection-disposition");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        disposition.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource({"Q", "D", "S"})
    void brokenSealNeverCostsAQualityClaimItsRefund(String reasonClass) {
        disposition.expect(
                "ID-99",
                NEUTRAL,
                "finding=SEAL_BROKEN_HYGIENE, goodsGrade=C, reasonClass=" + reasonClass,
                "refundPct=-1, partValue=false, agree=true, disposition=HOLD_EVIDENCE");
    }

    @Test
    void everyRuleHasARow() {
        disposition.expectARowForEveryRule(ROWS);
    }
}
