package makegood.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/** The days of a report, the last one included. */
record Period(LocalDate from, LocalDate to) {
    static final int MOST_DAYS = 400;

    /** A day or a month, {@code 2026-11-21} or {@code 2026-11}; without any, the month so far. */
    static Period of(String from, String to, LocalDate today) throws InvalidInput {
        var last = given("to", to, true).orElse(null);
        var first = given("from", from, false).orElse(null);
        if (last == null) {
            last = first == null || !first.isAfter(today) ? today : first;
        }
        if (first == null) {
            first = last.withDayOfMonth(1);
        }
        if (first.isAfter(last)) {
            throw new InvalidInput("from", "OUT_OF_RANGE", new Text("from must not be after to", "开始日期不能晚于结束日期"));
        }
        if (first.plusDays(MOST_DAYS - 1L).isBefore(last)) {
            throw new InvalidInput(
                    "to",
                    "OUT_OF_RANGE",
                    new Text("at most " + MOST_DAYS + " days at once", "一次最多查询 " + MOST_DAYS + " 天"));
        }
        return new Period(first, last);
    }

    private static Optional<LocalDate> given(String field, String day, boolean end) throws InvalidInput {
        if (day == null || day.isBlank()) {
            return Optional.empty();
        }
        try {
            if (day.matches("2\\d{3}-\\d{2}")) {
                var month = YearMonth.parse(day);
                return Optional.of(end ? month.atEndOfMonth() : month.atDay(1));
            }
            if (day.matches("2\\d{3}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(day));
            }
        } catch (DateTimeException noSuchDay) {
            // as any other text that is no day
        }
        throw new InvalidInput(
                field,
                "NOT_A_DATE",
                new Text("a day like 2026-11-21 or a month like 2026-11", "日期如 2026-11-21，或月份如 2026-11"));
    }
}
