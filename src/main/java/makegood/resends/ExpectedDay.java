package makegood.resends;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import makegood.platform.Answers;

/** The day on which stock is expected, as a person gives it: {@code 2026-11-30}, after today and within two months. */
final class ExpectedDay {
    private static final int LONGEST = 60;

    private ExpectedDay() {}

    /** Notes what is wrong with it among the answers. */
    static LocalDate read(Answers answers, LocalDate today) {
        var given = answers.requiredText("waitUntil", 10);
        try {
            var day = given.isEmpty() ? today.plusDays(1) : LocalDate.parse(given);
            answers.require(
                    day.isAfter(today) && !day.isAfter(today.plusDays(LONGEST)),
                    "waitUntil",
                    "OUT_OF_RANGE",
                    "a day after today, at most " + LONGEST + " days ahead",
                    "须晚于今天，且不超过 " + LONGEST + " 天");
            return day;
        } catch (DateTimeParseException malformed) {
            answers.wrong("waitUntil", "NOT_A_DATE", "a day like 2026-11-30", "须为 2026-11-30 这样的日期");
            return today;
        }
    }
}
