package makegood.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingCalendarTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Holidays HOLIDAYS = new Holidays();
    private static final WeeklyHours OFFICE = WeeklyHours.parse("MO-FR 09:00-12:00, 13:00-18:00");

    private final WorkingCalendar desk = calendar(OFFICE, List.of());

    @Test
    void aMakeUpSaturdayIsWorkedLikeAMonday() {
        assertThat(desk.due(at("2026-02-13T17:00"), 480)).isEqualTo(at("2026-02-14T17:00"));
    }

    @Test
    void theNineDaysOfSpringFestivalAreSkipped() {
        assertThat(desk.due(at("2026-02-14T17:30"), 480)).isEqualTo(at("2026-02-24T17:30"));
    }

    @Test
    void theNationalHolidayIsSkipped() {
        assertThat(desk.due(at("2026-09-30T17:00"), 480)).isEqualTo(at("2026-10-08T17:00"));
    }

    @Test
    void lunchIsNoWorkingTime() {
        assertThat(desk.due(at("2026-03-02T11:30"), 60)).isEqualTo(at("2026-03-02T13:30"));
        assertThat(desk.minutesBetween(at("2026-03-02T11:30"), at("2026-03-02T13:30")))
                .isEqualTo(60);
    }

    @Test
    void aLimitThatEndsWithTheDayEndsThen() {
        assertThat(desk.due(at("2026-03-02T17:00"), 60)).isEqualTo(at("2026-03-02T18:00"));
        assertThat(desk.due(at("2026-03-02T17:00"), 61)).isEqualTo(at("2026-03-03T09:01"));
    }

    @Test
    void aSpanAcrossMidnightBelongsToTheDayOnWhichItBegins() {
        var night = calendar(WeeklyHours.parse("FR 22:00-02:00"), List.of());
        assertThat(night.due(at("2026-03-07T01:30"), 30)).isEqualTo(at("2026-03-07T02:00")); // a Saturday
        assertThat(night.due(at("2026-03-07T01:30"), 31)).isEqualTo(at("2026-03-13T22:01"));
    }

    @Test
    void closedBeatsExtraHours() {
        var day = LocalDate.parse("2026-11-11");
        var extra = new DayException(day, DayException.Kind.EXTRA_HOURS, WeeklyHours.span("18:00-23:00"));
        var closed = new DayException(day, DayException.Kind.CLOSED, WeeklyHours.span("20:00-24:00"));
        var calendar = calendar(OFFICE, List.of(extra, closed));
        assertThat(calendar.minutesBetween(at("2026-11-11T00:00"), at("2026-11-12T00:00")))
                .isEqualTo(600);
    }

    @Test
    void extraHoursBeatADayOff() {
        var extra = new DayException(
                LocalDate.parse("2026-10-01"), DayException.Kind.EXTRA_HOURS, WeeklyHours.span("10:00-12:00"));
        var calendar = calendar(OFFICE, List.of(extra));
        assertThat(calendar.minutesBetween(at("2026-10-01T00:00"), at("2026-10-08T00:00")))
                .isEqualTo(120);
    }

    @Test
    void aClosedDayHasNoHours() {
        var closed = new DayException(LocalDate.parse("2026-03-02"), DayException.Kind.CLOSED, null);
        assertThat(calendar(OFFICE, List.of(closed)).due(at("2026-03-02T09:00"), 1))
                .isEqualTo(at("2026-03-03T09:01"));
    }

    @Test
    void aYearThatIsNotLoadedHasItsStatutoryDaysAndNoMakeUpDays() {
        assertThat(HOLIDAYS.loaded("CN", 2026)).isTrue();
        assertThat(HOLIDAYS.loaded("CN", 2027)).isFalse();
        assertThat(HOLIDAYS.isDayOff("CN", LocalDate.parse("2027-10-03"))).isTrue();
        assertThat(HOLIDAYS.isDayOff("CN", LocalDate.parse("2027-10-04"))).isFalse();
        assertThat(HOLIDAYS.isDayOff("EU", LocalDate.parse("2026-10-01"))).isFalse();
    }

    @Test
    void roundTheClockIsCalendarTime() {
        var always = calendar(WeeklyHours.ALWAYS, List.of());
        assertThat(always.due(at("2026-03-02T11:30"), 10080)).isEqualTo(at("2026-03-09T11:30"));
    }

    @Test
    void hoursAreReadAsPeopleWriteThem() {
        assertThat(WeeklyHours.parse("Mon-Sat 9:00-12:00".replace("9:", "09:")).days())
                .hasSize(6);
        assertThat(WeeklyHours.parse("SA-MO 10:00-12:00; WE 10:00-11:00").days())
                .hasSize(4);
        for (var wrong : List.of("", "MO", "MO 25:00-26:00", "XX 09:00-10:00", "MO 09:00", "09:00-12:00")) {
            assertThatThrownBy(() -> WeeklyHours.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static WorkingCalendar calendar(WeeklyHours week, List<DayException> exceptions) {
        return new WorkingCalendar(
                SHANGHAI,
                week,
                day -> week == WeeklyHours.ALWAYS ? Holidays.Kind.ORDINARY : HOLIDAYS.kind("CN", day),
                exceptions);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
