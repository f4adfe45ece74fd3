package makegood.clocks;

import java.time.LocalTime;

/** A piece of a working day. Ends on the next day when {@code to} is not after {@code from} (22:00-02:00, 00:00-00:00). */
public record Span(LocalTime from, LocalTime to) {
    private static final int DAY = 24 * 60;

    int startMinute() {
        return from.toSecondOfDay() / 60;
    }

    /** Counted from the midnight before the span, so up to 2880. */
    int endMinute() {
        int end = to.toSecondOfDay() / 60;
        return to.isAfter(from) ? end : end + DAY;
    }

    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
