package makegood.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import makegood.platform.Utc;

/** One clock of a case or a task; {@code againAt} is when a missed limit is told again, null = never. */
record ClockRow(Head head, ClockTimes times, Instant warnedAt, Instant breachedAt, Instant endedAt, Instant againAt) {

    /** What a clock is of; {@code calendar} ALWAYS = calendar time. */
    record Head(
            String id,
            String caseNumber,
            String store,
            String kind,
            String stage,
            String calendar,
            String onLimit,
            String atZero,
            String taskId,
            String owner,
            String team,
            Long repeatMinutes) {}

    static ClockRow started(String caseNumber, String store, String kind, String stage, String atZero, Instant now) {
        var id = UUID.randomUUID().toString();
        var head = new Head(id, caseNumber, store, kind, stage, "ALWAYS", null, atZero, null, null, null, null);
        return new ClockRow(head, new ClockTimes(now, now, null, now, null, 0), null, null, null, null);
    }

    ClockRow limited(ServiceLimits.Limit limit) {
        var h = head;
        var limited = new Head(
                h.id,
                h.caseNumber,
                h.store,
                h.kind,
                h.stage,
                limit.calendar(),
                limit.onLimit(),
                h.atZero,
                h.taskId,
                h.owner,
                h.team,
                limit.repeatMinutes());
        var planned = new ClockTimes(times.startedAt(), limit.dueAt(), null, limit.warnAt(), null, 0);
        return new ClockRow(limited, planned, null, null, null, null);
    }

    ClockRow forTask(String taskId, String team) {
        return whose(taskId, head.owner, team);
    }

    /** Whose answer is waited for. */
    ClockRow of(String owner, String team) {
        return whose(head.taskId, owner, team);
    }

    private ClockRow whose(String taskId, String owner, String team) {
        var h = head;
        var whose = new Head(
                h.id,
                h.caseNumber,
                h.store,
                h.kind,
                h.stage,
                h.calendar,
                h.onLimit,
                h.atZero,
                taskId,
                owner,
                team,
                h.repeatMinutes);
        return new ClockRow(whose, times, warnedAt, breachedAt, endedAt, againAt);
    }

    ClockRow with(ClockTimes changed) {
        return new ClockRow(head, changed, warnedAt, breachedAt, endedAt, againAt);
    }

    /** When the sweep has to look at this clock again; null = never as it stands. */
    Instant nextAt() {
        if (endedAt != null) {
            return null;
        }
        if (breachedAt != null) {
            return againAt;
        }
        var due = times.runningDueAt();
        if (due == null) {
            return null;
        }
        return warnedAt == null && times.warnAt().isBefore(due) ? times.warnAt() : due;
    }

    ClockView view() {
        return new ClockView(
                head.id,
                head.kind,
                head.stage,
                times.startedAt(),
                times.dueAt(),
                times.pausedSince(),
                breachedAt,
                endedAt,
                head.atZero,
                head.owner,
                head.team,
                head.taskId);
    }

    static ClockRow read(ResultSet row, int number) throws SQLException {
        var head = new Head(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("store"),
                row.getString("kind"),
                row.getString("stage"),
                row.getString("calendar"),
                row.getString("on_limit"),
                row.getString("at_zero"),
                row.getString("task_id"),
                row.getString("owner"),
                row.getString("team"),
                row.getObject("repeat_minutes", Long.class));
        var times = new ClockTimes(
                Utc.instant(row, "started_at"),
                Utc.instant(row, "own_due_at"),
                Utc.instant(row, "platform_due_at"),
                Utc.instant(row, "warn_at"),
                Utc.instant(row, "paused_since"),
                row.getLong("paused_minutes"));
        var breachedAt = Utc.instant(row, "breached_at");
        return new ClockRow(
                head,
                times,
                Utc.instant(row, "warned_at"),
                breachedAt,
                Utc.instant(row, "ended_at"),
                breachedAt == null ? null : Utc.instant(row, "next_at"));
    }
}
