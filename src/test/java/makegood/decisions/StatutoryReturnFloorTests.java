package makegood.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryReturnFloorTests {
    private static final String NEUTRAL =
            "safety=false, jurisdiction=CN, reasonClass=N, durable6m=false, noReason=OUT, warranty=OUT, exception=NONE, intact=YES, evidence=NONE";
    private static final String ROWS = """
            CN-15 | safety=true, exception=HARD                                        | floor=GRANTED, floorLane=SAFETY, validFrom=2014-03-15
            CN-11 | reasonClass=Q, noReason=IN, exception=HARD, evidence=SUFFICIENT    | floor=GRANTED, floorLane=QUALITY, validFrom=2014-03-15
            CN-12 | reasonClass=D, intact=NO, evidence=SUFFICIENT                      | floor=GRANTED, floorLane=QUALITY, validFrom=2021-01-01
            CN-13 | reasonClass=Q, durable6m=true                                      | floor=GRANTED, floorLane=QUALITY, validFrom=2014-03-15
            CN-20 | reasonClass=L, evidence=SUFFICIENT                                 | floor=GRANTED, floorLane=TRANSPORT, validFrom=2019-01-01
            CN-08 | noReason=IN, exception=PROMISED, intact=UNKNOWN                    | floor=GRANTED, floorLane=NO_REASON, validFrom=2022-03-15
            CN-03 | noReason=IN, exception=SOFT_UNCONFIRMED                            | floor=GRANTED, floorLane=NO_REASON, validFrom=2014-03-15
            CN-05 | noReason=IN, intact=OPENED_ONLY                                    | floor=GRANTED, floorLane=NO_REASON, validFrom=2015-03-15
            CN-01 | noReason=IN                                                        | floor=GRANTED, floorLane=NO_REASON, validFrom=2014-03-15
            CN-21 | noReason=UNKNOWN, intact=OPENED_ONLY                               | floor=GRANTED, floorLane=NO_REASON, validFrom=2021-01-01
            CN-02 | noReason=IN, exception=HARD                                        | floor=NONE, floorLane=NONE, validFrom=2014-03-15
            CN-04 | noReason=IN, exception=SOFT_CONFIRMED                              | floor=NONE, floorLane=NONE, validFrom=2017-03-15
            CN-06 | noReason=IN, intact=NO                                             | floor=NONE, floorLane=NONE, validFrom=2014-03-15
            CN-99 | noReason=OUT                                                       | floor=NONE, floorLane=NONE, validFrom=2014-03-15
            EU-09 | jurisdiction=EU, reasonClass=S, warranty=IN, evidence=SUFFICIENT   | floor=GRANTED, floorLane=WARRANTY, validFrom=2022-01-01
            EU-01 | jurisdiction=EU, noReason=UNKNOWN, exception=SOFT_CONFIRMED        | floor=GRANTED, floorLane=NO_REASON, validFrom=2014-06-13
            EU-06 | jurisdiction=EU, noReason=IN, intact=NO                            | floor=GRANTED, floorLane=NO_REASON, validFrom=2014-06-13
            EU-07 | jurisdiction=EU, noReason=IN, exception=HARD                       | floor=NONE, floorLane=NONE, validFrom=2014-06-13
            EU-99 | jurisdiction=EU                                                    | floor=NONE, floorLane=NONE, validFrom=2014-06-13
            ZZ-01 | jurisdiction=ZZ, noReason=IN                                       | floor=NONE, floorLane=NONE, validFrom=NONE
            """;

    private final Table floor = new Table("return-eligibility", "statutory-return-floor");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        floor.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource({"N", "Q", "D", "S", "L", "C", "P", "X", "NONE"})
    void nobodyNeedsAReasonWithinSevenDays(String reasonClass) {
        floor.expect(
                "CN-01",
                NEUTRAL,
                "noReason=IN, reasonClass=" + reasonClass,
                "floor=GRANTED, floorLane=NO_REASON, validFrom=2014-03-15");
    }

    @Test
    void everyRuleHasARow() {
        floor.expectARowForEveryRule(ROWS);
    }

    @Test
    void everyRightNamesItsArticleAndItsDateInBothLanguages() {
        floor.rules().filter(rule -> text(rule, 0).equals("\"GRANTED\"")).forEach(rule -> {
            var from = text(rule, 2).replace("\"", "");
            assertThat(LocalDate.parse(from)).isBefore(LocalDate.parse("2026-01-01"));
            var note = rule.getDescription().getTextContent();
            assertThat(note)
                    .as(rule.getId())
                    .contains("since " + from + " / ")
                    .contains(from + "起")
                    .containsPattern("art\\. \\d+|2019/771");
        });
    }

    private static String text(Rule rule, int output) {
        return rule.getOutputEntries().stream()
                .skip(output)
                .findFirst()
                .map(OutputEntry::getText)
                .orElseThrow()
                .getTextContent();
    }
}
