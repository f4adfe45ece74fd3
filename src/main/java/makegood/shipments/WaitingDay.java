package makegood.shipments;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import makegood.platform.Answers;

/** The day until which a parcel is waited for, as a person gives it: {@code 2026-11-30}, after today and within a month. */
final class WaitingDay {
    private static final int LONGEST = 30;

    private WaitingDay() {}

    /** Notes what is wrong with it among the answers. */
    static LocalDate read(Answers answers, LocalDate today) {
        var given = answers.requiredText("waitUntil", 10);
        if (given.isEmpty()) {
            return today;
        }
        try {
            var day = LocalDate.parse(given);
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
