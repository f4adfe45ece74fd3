package makegood.clocks;

import java.time.LocalDate;

/** The shop's own exception to its week: extra hours (11.11) or closed (stock-taking, storm); without a span the whole day. */
public record DayException(LocalDate date, Kind kind, Span span) {
    public enum Kind {
        EXTRA_HOURS,
        CLOSED
    }

    int startMinute() {
        return span == null ? 0 : span.startMinute();
    }

    /** A closed day takes with it what began on it and runs past midnight. */
    int endMinute() {
        return span == null ? 2 * 24 * 60 : span.endMinute();
    }
}
