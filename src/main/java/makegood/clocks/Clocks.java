package makegood.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limits that run for a case and for its tasks. A limit counts on a working calendar and pauses while the case waits
 * for somebody else; a platform's or the law's deadline does neither.
 */
@Service
@Transactional
public class Clocks {
    private static final Duration LEAST_LEAD = Duration.ofHours(2);

    private final ClockRows rows;
    private final ClockPauses pauses;
    private final ServiceLimits limits;
    private final Clock clock;

    Clocks(ClockRows rows, ClockPauses pauses, ServiceLimits limits, Clock clock) {
        this.rows = rows;
        this.pauses = pauses;
        this.limits = limits;
        this.clock = clock;
    }

    /** When our own default must happen so that a platform does not decide: 10 % of its limit before zero, at least 2 h. */
    public static Instant defaultAt(Instant from, Instant until) {
        var tenth = Duration.between(from, until).dividedBy(10);
        var at = until.minus(tenth.compareTo(LEAST_LEAD) > 0 ? tenth : LEAST_LEAD);
        return at.isBefore(from) ? from : at;
    }

    /**
     * The clock of a task, by the table service-clocks.
     *
     * @param platformDefaultAt when the platform's deadline makes us act ({@link #defaultAt}), or null
     * @return when the task is due: the earlier of both
     */
    public Instant taskCreated(
            String taskId,
            String caseNumber,
            String store,
            String team,
            String stage,
            String channel,
            String priority,
            Instant platformDefaultAt) {
        var now = clock.instant();
        var atZero = platformDefaultAt == null ? null : "PLATFORM_DEFAULT";
        var own = ClockRow.started(caseNumber, store, "TASK", stage, atZero, now)
                .limited(limits.of(store, stage, channel, priority, now))
                .forTask(taskId, team);
        own = own.head().calendar().equals("DESK") ? pauses.continued(own) : own;
        return insert(platformDefaultAt == null ? own : own.with(own.times().platformMoved(platformDefaultAt)));
    }

    public void taskAssigned(String taskId, String owner) {
        rows.assign(taskId, owner);
    }

    public void taskEnded(String taskId) {
        rows.end("task_id = :task", Map.of("task", taskId), clock.instant());
    }

    /**
     * A limit of the whole case that somebody else has set, from the table service-clocks when {@code dueAt} is null; it takes
     * the place of the one that runs for its stage.
     */
    public Instant caseClock(String caseNumber, String store, String kind, String stage, Instant dueAt, String atZero) {
        stop(caseNumber, stage);
        var now = clock.instant();
        var row = ClockRow.started(caseNumber, store, kind, stage, atZero, now);
        return insert(
                dueAt == null
                        ? row.limited(limits.of(store, stage, "NONE", "P3", now))
                        : row.with(row.times().moved(dueAt)));
    }

    private Instant insert(ClockRow row) {
        rows.insert(row);
        return row.times().dueAt();
    }

    /** Ends the case's own clock of this stage: what it waited for has happened. */
    public void stop(String caseNumber, String stage) {
        rows.end(
                "task_id is null and case_number = :case and stage = :stage",
                Map.of("case", caseNumber, "stage", stage),
                clock.instant());
    }

    /** Ends everything that still runs for a case that closes. */
    public void stopAll(String caseNumber) {
        rows.end("case_number = :case", Map.of("case", caseNumber), clock.instant());
    }

    public void move(String caseNumber, String stage, Instant dueAt) {
        for (var row : rows.running(caseNumber)) {
            if (row.head().taskId() == null && row.head().stage().equals(stage)) {
                rows.replan(row.with(row.times().moved(dueAt)));
            }
        }
    }

    /** The platform has moved its deadline: every task of this stage gets the new time. */
    public void movePlatformDefault(String caseNumber, String taskStage, Instant platformDefaultAt) {
        for (var row : rows.running(caseNumber)) {
            if (row.head().taskId() != null && row.head().stage().equals(taskStage)) {
                rows.replan(row.with(row.times().platformMoved(platformDefaultAt)));
            }
        }
    }

    /** The case waits for somebody else: its DESK clocks stop, the others run on. Pausing twice is pausing once. */
    public void pause(String caseNumber, String reason) {
        pauses.begin(caseNumber, reason);
    }

    /** The task that ended last has asked somebody else: what is left of its limit is kept for the next task of its stage. */
    public void keepLastTask(String caseNumber, String reason) {
        pauses.keep(caseNumber, reason);
    }

    /** What was kept runs on. */
    public void letGo(String caseNumber) {
        pauses.letGo(caseNumber);
    }

    public void resume(String caseNumber) {
        pauses.end(caseNumber);
    }

    /** All clocks of a case, past ones too, in the order in which they started. */
    @Transactional(readOnly = true)
    public List<ClockView> of(String caseNumber) {
        return rows.ofCase(caseNumber).stream().map(ClockRow::view).toList();
    }
}
