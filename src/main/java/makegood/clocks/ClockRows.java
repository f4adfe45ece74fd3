package makegood.clocks;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables service_clock and clock_pause. Plain SQL, because every change is conditional: two nodes sweep them. */
@Component
class ClockRows {
    private final JdbcClient db;

    ClockRows(JdbcClient db) {
        this.db = db;
    }

    void insert(ClockRow row) {
        db.sql("""
                insert into service_clock (id, case_number, store, kind, stage, calendar, on_limit, at_zero, task_id,
                    owner, team, started_at, own_due_at, platform_due_at, due_at, warn_at, paused_minutes, next_at,
                    repeat_minutes)
                values (:id, :case, :store, :kind, :stage, :calendar, :onLimit, :atZero, :task,
                    :owner, :team, :started, :ownDue, :platformDue, :due, :warn, 0, :next, :repeat)""")
                .param("id", row.head().id())
                .param("case", row.head().caseNumber())
                .param("store", row.head().store())
                .param("kind", row.head().kind())
                .param("stage", row.head().stage())
                .param("calendar", row.head().calendar())
                .param("onLimit", row.head().onLimit())
                .param("atZero", row.head().atZero())
                .param("task", row.head().taskId())
                .param("owner", row.head().owner())
                .param("team", row.head().team())
                .param("repeat", row.head().repeatMinutes())
                .param("started", Utc.of(row.times().startedAt()))
                .params(times(row))
                .update();
    }

    /** Writes the times of a clock that still runs. */
    void replan(ClockRow row) {
        db.sql("""
                update service_clock set own_due_at = :ownDue, platform_due_at = :platformDue, due_at = :due,
                    warn_at = :warn, paused_since = :paused, paused_minutes = :minutes, next_at = :next
                where id = :id and ended_at is null""")
                .param("id", row.head().id())
                .param("paused", Utc.of(row.times().pausedSince()))
                .param("minutes", row.times().pausedMinutes())
                .params(times(row))
                .update();
    }

    private static Map<String, Object> times(ClockRow row) {
        var times = new HashMap<String, Object>();
        times.put("ownDue", Utc.of(row.times().ownDueAt()));
        times.put("platformDue", Utc.of(row.times().platformDueAt()));
        times.put("due", Utc.of(row.times().dueAt()));
        times.put("warn", Utc.of(row.times().warnAt()));
        times.put("next", Utc.of(row.nextAt()));
        return times;
    }

    /** Ends a clock; one that ends late is breached even if no sweep has seen it. Which is chosen by column and value. */
    void end(String where, Map<String, Object> which, Instant now) {
        end("", where, which, now);
    }

    /** Ends the case's own clocks of these stages; one that ends late and unseen was the owner's to keep. */
    void end(String caseNumber, List<String> stages, String owner, Instant now) {
        var which = new HashMap<String, Object>();
        which.put("case", caseNumber);
        which.put("stages", stages);
        which.put("owner", owner);
        // before breached_at: MySQL reads what the same statement has set already
        end(
                "owner = case when breached_at is null then :owner else owner end, ",
                "task_id is null and case_number = :case and stage in (:stages)",
                which,
                now);
    }

    private void end(String before, String where, Map<String, Object> which, Instant now) {
        db.sql("update service_clock set " + before + "breached_at = case when breached_at is null and"
                        + " paused_since is null and due_at <= :now then due_at else breached_at end,"
                        + " ended_at = :now, paused_since = null, next_at = null where ended_at is null and " + where)
                .param("now", Utc.of(now))
                .params(which)
                .update();
    }

    void own(String id, String owner) {
        db.sql("update service_clock set owner = :owner where id = :id")
                .param("owner", owner)
                .param("id", id)
                .update();
    }

    void assign(String taskId, String owner) {
        db.sql("update service_clock set owner = :owner where task_id = :task and ended_at is null")
                .param("owner", owner)
                .param("task", taskId)
                .update();
    }

    List<ClockRow> ofCase(String caseNumber) {
        return db.sql("select * from service_clock where case_number = :case order by started_at, id")
                .param("case", caseNumber)
                .query(ClockRow::read)
                .list();
    }

    List<ClockRow> running(String caseNumber) {
        return db.sql("select * from service_clock where case_number = :case and ended_at is null order by id")
                .param("case", caseNumber)
                .query(ClockRow::read)
                .list();
    }

    /** The clock of the task that ended last. */
    Optional<ClockRow> lastTask(String caseNumber) {
        return db.sql("select * from service_clock where case_number = :case and task_id is not null"
                        + " and ended_at is not null order by ended_at desc limit 1")
                .param("case", caseNumber)
                .query(ClockRow::read)
                .optional();
    }

    /** The last ended clock of a stage, when its limit was kept in a pause. */
    Optional<ClockRow> paused(String caseNumber, String stage) {
        return db.sql("select c.* from service_clock c where c.case_number = :case and c.stage = :stage"
                        + " and c.task_id is not null and c.ended_at ="
                        + " (select max(e.ended_at) from service_clock e where e.case_number = :case"
                        + " and e.stage = :stage and e.task_id is not null) and exists"
                        + " (select 1 from clock_pause p where p.clock_id = c.id and p.from_at >= c.ended_at)"
                        + " limit 1")
                .param("case", caseNumber)
                .param("stage", stage)
                .query(ClockRow::read)
                .optional();
    }

    /** A page of what the sweep must look at, after the last one seen. */
    List<ClockRow> due(Instant now, Instant after, String afterId, int size) {
        return db.sql("""
                select * from service_clock
                where next_at <= :now and (next_at > :after or (next_at = :after and id > :afterId))
                order by next_at, id limit :size""")
                .param("now", Utc.of(now))
                .param("after", Utc.of(after))
                .param("afterId", afterId)
                .param("size", size)
                .query(ClockRow::read)
                .list();
    }

    /** True for exactly one of several nodes. */
    boolean warn(ClockRow row, Instant now) {
        return db.sql("update service_clock set warned_at = :now, next_at = :due where id = :id and next_at = :seen")
                        .param("now", Utc.of(now))
                        .param("due", Utc.of(row.times().runningDueAt()))
                        .param("id", row.head().id())
                        .param("seen", Utc.of(row.nextAt()))
                        .update()
                == 1;
    }

    /** Missed since then. True for exactly one of several nodes. {@code againAt}: when it is told once more, or null. */
    boolean missed(ClockRow row, Instant since, Instant againAt) {
        return db.sql("update service_clock set breached_at = :since, next_at = :again"
                                + " where id = :id and next_at = :seen")
                        .param("since", Utc.of(since))
                        .param("again", Utc.of(againAt))
                        .param("id", row.head().id())
                        .param("seen", Utc.of(row.nextAt()))
                        .update()
                == 1;
    }
}
