package makegood.clocks;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of one clock and their arithmetic: the shop's own limit, what comes before the platform's (or null), the
 * warning, the pause that runs (or null) and the working minutes of the past ones.
 */
record ClockTimes(
        Instant startedAt,
        Instant ownDueAt,
        Instant platformDueAt,
        Instant warnAt,
        Instant pausedSince,
        long pausedMinutes) {

    /** The earlier of the shop's own limit and what comes before the platform's. */
    Instant dueAt() {
        return platformDueAt != null && platformDueAt.isBefore(ownDueAt) ? platformDueAt : ownDueAt;
    }

    /** The limit that runs now: while the own clock pauses only the platform's does, else nothing (null). */
    Instant runningDueAt() {
        return pausedSince == null ? dueAt() : platformDueAt;
    }

    ClockTimes paused(Instant since) {
        return new ClockTimes(startedAt, ownDueAt, platformDueAt, warnAt, since, pausedMinutes);
    }

    /** Resumed at {@code now}: the working minutes that were left at the pause are left still. */
    ClockTimes resumed(Instant now, WorkingCalendar hours) {
        long left = hours.minutesBetween(pausedSince, ownDueAt);
        long untilWarning = hours.minutesBetween(pausedSince, warnAt);
        var due = left == 0 ? ownDueAt : hours.due(now, left);
        var warn = untilWarning == 0 ? warnAt : hours.due(now, untilWarning);
        long paused = pausedMinutes + hours.minutesBetween(pausedSince, now);
        return new ClockTimes(startedAt, due, platformDueAt, warn, null, paused);
    }

    ClockTimes moved(Instant due) {
        return new ClockTimes(startedAt, due, platformDueAt, threeQuarters(due), pausedSince, pausedMinutes);
    }

    /** The warning never comes later than three quarters of what is due first. */
    ClockTimes platformMoved(Instant platformDue) {
        var moved = new ClockTimes(startedAt, ownDueAt, platformDue, warnAt, pausedSince, pausedMinutes);
        var warn = threeQuarters(moved.dueAt());
        return warn.isBefore(warnAt)
                ? new ClockTimes(startedAt, ownDueAt, platformDue, warn, pausedSince, pausedMinutes)
                : moved;
    }

    private Instant threeQuarters(Instant due) {
        return startedAt.plus(Duration.between(startedAt, due).multipliedBy(3).dividedBy(4));
    }
}
