package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchLimitsTests {
    private static final String NEUTRAL = "jurisdiction=CN, carrier=YTO, region=CN, kind=NO_UPDATE, festival=false";
    private static final String ROWS = """
            WL-01 | carrier=SF, festival=true                | percent=150, hours=0
            WL-02 | festival=true                            | percent=250, hours=0
            WL-03 | region=HK                                | percent=200, hours=0
            WL-04 | region=DE                                | percent=300, hours=0
            WL-05 | carrier=DADA                             | percent=100, hours=6
            WL-06 | carrier=EMS                              | percent=150, hours=0
            WL-99 | kind=NO_FIRST_SCAN                       | percent=100, hours=0
            """;

    private final Table limits = new Table("watch-limits", "watch-limits");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        limits.expect(rule, NEUTRAL, facts, outputs);
    }

    @ParameterizedTest
    @CsvSource({"HK", "DE"})
    void aPromisedDayIsAPromiseOnEveryRoute(String region) {
        limits.expect("WL-99", NEUTRAL, "kind=OVERDUE, region=" + region, "percent=100, hours=0");
    }

    @Test
    void insideEuropeNothingIsAbroad() {
        limits.expect("WL-99", NEUTRAL, "jurisdiction=EU, region=DE", "percent=100, hours=0");
    }

    @Test
    void everyRuleHasARow() {
        limits.expectARowForEveryRule(ROWS);
    }
}
