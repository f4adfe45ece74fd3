package makegood.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import makegood.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days a report is about. */
class PeriodTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @ParameterizedTest
    @CsvSource({
        ",, 2026-11-01, 2026-11-21",
        "2026-11-05,, 2026-11-05, 2026-11-21",
        ", 2026-10-10, 2026-10-01, 2026-10-10",
        "2026-09, 2026-10, 2026-09-01, 2026-10-31",
        "2026-12-24,, 2026-12-24, 2026-12-24",
        "2025-10-18, 2026-11-21, 2025-10-18, 2026-11-21",
    })
    void daysAndMonths(String from, String to, String first, String last) throws InvalidInput {
        assertThat(Period.of(from, to, TODAY)).isEqualTo(new Period(LocalDate.parse(first), LocalDate.parse(last)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-21",
        "2025-10-17, 2026-11-21",
        "2026-02-30, 2026-03-01",
        "2026-13, 2026-03-01",
        "0001-01-01, 0001-01-02",
        "yesterday, 2026-03-01",
        "2026-11-01T00:00:00Z, 2026-11-03",
    })
    void anythingElseIsRefused(String from, String to) {
        assertThatThrownBy(() -> Period.of(from, to, TODAY)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aYearAndSomeDaysAreEnough() {
        assertThat(TODAY.minusDays(Period.MOST_DAYS - 1L)).isEqualTo("2025-10-18");
    }
}
