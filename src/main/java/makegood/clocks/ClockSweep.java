package makegood.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the warnings and breaches that have come due and tells each once, whichever node sees it first. */
@Component
public class ClockSweep {
    static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);

    private final ClockRows rows;
    private final Calendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ClockSweep(
            ClockRows rows,
            Calendars calendars,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /** One pass over everything that is due now. */
    public void sweep() {
        var now = clock.instant();
        var after = Instant.EPOCH;
        var afterId = "";
        List<ClockRow> page;
        do {
            page = rows.due(now, after, afterId, PAGE);
            for (var row : page) {
                tell(row, now);
                after = row.nextAt();
                afterId = row.head().id();
            }
        } while (page.size() == PAGE);
    }

    /** What one clock's listeners cannot do must not keep the others waiting; it comes again with the next sweep. */
    private void tell(ClockRow row, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                if (row.breachedAt() != null) {
                    again(row, now);
                } else if (row.times().runningDueAt().isAfter(now)) {
                    warn(row, now);
                } else {
                    breach(row, now);
                }
            });
        } catch (RuntimeException failed) {
            LOG.error(
                    "clock {} of case {} could not be told",
                    row.head().id(),
                    row.head().caseNumber(),
                    failed);
        }
    }

    private void warn(ClockRow row, Instant now) {
        if (rows.warn(row, now)) {
            events.publishEvent(new ClockWarned(
                    row.head().caseNumber(),
                    row.head().id(),
                    row.head().kind(),
                    row.head().stage(),
                    row.head().taskId(),
                    row.times().dueAt(),
                    row.head().onLimit()));
        }
    }

    private void breach(ClockRow row, Instant now) {
        var due = row.times().runningDueAt();
        if (rows.missed(row, due, next(row, due, now))) {
            events.publishEvent(new ClockBreached(
                    row.head().caseNumber(),
                    row.head().id(),
                    row.head().kind(),
                    row.head().stage(),
                    row.head().taskId(),
                    due,
                    row.head().onLimit()));
        }
    }

    private void again(ClockRow row, Instant now) {
        if (rows.missed(row, row.breachedAt(), next(row, row.againAt(), now))) {
            events.publishEvent(new ClockStillMissed(
                    row.head().caseNumber(),
                    row.head().id(),
                    row.head().kind(),
                    row.head().stage(),
                    row.breachedAt(),
                    row.head().onLimit()));
        }
    }

    /** Periods that nobody has swept are told as one: after a night of standstill there is no storm. */
    private Instant next(ClockRow row, Instant told, Instant now) {
        if (row.head().repeatMinutes() == null) {
            return null;
        }
        var hours = calendars.of(row.head().store(), row.head().calendar());
        var next = told;
        while (!next.isAfter(now)) {
            next = hours.due(next, row.head().repeatMinutes());
        }
        return next;
    }
}
