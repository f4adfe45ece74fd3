package makegood.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops a case's DESK clocks while it waits for somebody else, lets them go on after, and keeps when and why. The clock of
 * an answer never stops: what we ask the customer is one, and who writes in spite of it waits for the next.
 */
@Component
class ClockPauses {
    private final ClockRows rows;
    private final Calendars calendars;
    private final JdbcClient db;
    private final Clock clock;

    ClockPauses(ClockRows rows, Calendars calendars, JdbcClient db, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.db = db;
        this.clock = clock;
    }

    void begin(String caseNumber, String reason) {
        var now = clock.instant();
        var running = rows.running(caseNumber);
        if (running.stream().anyMatch(row -> row.times().pausedSince() != null)) {
            return;
        }
        for (var row : running) {
            if (row.head().calendar().equals("DESK") && row.breachedAt() == null && !ResponseClocks.owns(row)) {
                rows.replan(row.with(row.times().paused(now)));
                note(row, reason, now);
            }
        }
    }

    /** What was left of each limit at its pause is left still, counted from now. */
    void end(String caseNumber) {
        var now = clock.instant();
        var ended = 0;
        for (var row : rows.running(caseNumber)) {
            if (row.times().pausedSince() != null) {
                var hours = calendars.of(row.head().store(), row.head().calendar());
                rows.replan(row.with(row.times().resumed(now, hours)));
                ended++;
            }
        }
        if (ended > 0) {
            db.sql("update clock_pause set to_at = :now where case_number = :case and to_at is null")
                    .param("now", Utc.of(now))
                    .param("case", caseNumber)
                    .update();
        }
    }

    /** The task that asked is done but its limit is not: it stands still until the stage is taken up again. */
    void keep(String caseNumber, String reason) {
        rows.lastTask(caseNumber)
                .filter(row -> row.head().calendar().equals("DESK") && row.breachedAt() == null)
                .ifPresent(row -> note(row, reason, clock.instant()));
    }

    void letGo(String caseNumber) {
        db.sql("update clock_pause set to_at = :now where case_number = :case and to_at is null")
                .param("now", Utc.of(clock.instant()))
                .param("case", caseNumber)
                .update();
    }

    /** A stage that is taken up again after a pause has what was left of its limit. */
    ClockRow continued(ClockRow row) {
        return rows.paused(row.head().caseNumber(), row.head().stage())
                .map(before -> {
                    var hours = calendars.of(row.head().store(), row.head().calendar());
                    long left = hours.minutesBetween(
                            before.endedAt(), before.times().ownDueAt());
                    return row.with(row.times().moved(hours.due(clock.instant(), Math.max(1, left))));
                })
                .orElse(row);
    }

    private void note(ClockRow row, String reason, Instant now) {
        db.sql("""
                insert into clock_pause (id, case_number, clock_id, stage, owner, reason, from_at)
                values (:id, :case, :clock, :stage, :owner, :reason, :now)""")
                .param("id", UUID.randomUUID().toString())
                .param("case", row.head().caseNumber())
                .param("clock", row.head().id())
                .param("stage", row.head().stage())
                .param("owner", row.head().owner())
                .param("reason", reason)
                .param("now", Utc.of(now))
                .update();
    }
}
