package makegood.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import makegood.MovableClock;
import makegood.Tables;
import makegood.platform.Decisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clocks on a database, without the application. The desk works Monday to Saturday, 09-12 and 13-18. */
class ClocksTests {
    private static final String CASE = "AS-20260302-000001";

    private final MovableClock clock = new MovableClock(at("2026-03-02T10:00")); // a Monday
    private final List<Object> told = new ArrayList<>();
    private DataSource source;
    private JdbcClient db;
    private ClockRows rows;
    private Calendars calendars;
    private Clocks clocks;
    private ResponseClocks responses;
    private ClockSweep sweep;

    /** The table says how long; its rules have tests of their own. */
    private static final class Limits extends Decisions {
        @Override
        public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
            return switch ((String) facts.get("stage")) {
                case "REVIEW_REQUEST" -> limit(480, "DESK", "ESCALATE_LEAD");
                case "FIRST_RESPONSE" ->
                    facts.get("channel").equals("CHAT")
                            ? limit(2, "CHAT", "WARN_OWNER")
                            : limit(240, "DESK", "ESCALATE_LEAD");
                case "NEXT_RESPONSE" -> limit(5, "CHAT", "WARN_OWNER");
                case "UNANSWERED_1" -> limit(30, "CHAT", "REASSIGN_TEAM");
                case "UNANSWERED_2" ->
                    Map.of("limitMin", 120, "calendar", "CHAT", "onLimit", "ESCALATE_LEAD", "repeatMin", 120);
                default -> limit(4320, "ALWAYS", "TELL_CUSTOMER");
            };
        }

        private static Map<String, Object> limit(int minutes, String calendar, String onLimit) {
            return Map.of("limitMin", minutes, "calendar", calendar, "onLimit", onLimit);
        }
    }

    @BeforeEach
    void build() {
        source = Tables.of("V40__clocks", "V103__clocks_that_repeat");
        db = JdbcClient.create(source);
        rows = new ClockRows(db);
        calendars = new Calendars(store -> StoreHours.DEFAULT, new Holidays());
        var limits = new ServiceLimits(new Limits(), calendars);
        clocks = new Clocks(rows, new ClockPauses(rows, calendars, db, clock), limits, clock);
        responses = new ResponseClocks(rows, limits, clock);
        sweep = new ClockSweep(rows, calendars, clock, transaction(), told::add);
    }

    @Test
    void aTaskIsDueByTheTable() {
        assertThat(review("t1", null)).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void thePlatformsDeadlineComesFirst() {
        var zero = at("2026-03-02T20:00");
        var ours = Clocks.defaultAt(clock.instant(), zero);
        assertThat(ours).isEqualTo(at("2026-03-02T18:00")); // at least two hours before
        assertThat(review("t1", ours)).isEqualTo(ours);
        assertThat(Clocks.defaultAt(at("2026-03-07T17:50"), at("2026-03-09T17:50")))
                .isEqualTo(at("2026-03-09T13:02")); // a tenth of 48 h
    }

    @Test
    void warnsOnceAtThreeQuartersAndBreachesOnce() {
        review("t1", null);
        clock.set(at("2026-03-02T16:59"));
        sweep.sweep();
        assertThat(told).isEmpty();
        clock.set(at("2026-03-02T17:00"));
        sweep.sweep();
        sweep.sweep();
        assertThat(told).singleElement().isInstanceOf(ClockWarned.class);
        clock.set(at("2026-03-03T10:00"));
        sweep.sweep();
        sweep.sweep();
        assertThat(told).hasSize(2);
        assertThat(told.get(1))
                .isEqualTo(new ClockBreached(
                        CASE, only().id(), "TASK", "REVIEW_REQUEST", "t1", at("2026-03-03T10:00"), "ESCALATE_LEAD"));
        assertThat(only().breachedAt()).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void aClockThatEndsInTimeIsNeverTold() {
        review("t1", null);
        clock.set(at("2026-03-02T15:00"));
        clocks.taskEnded("t1");
        clock.set(at("2026-03-09T10:00"));
        sweep.sweep();
        assertThat(told).isEmpty();
        assertThat(only().breachedAt()).isNull();
        assertThat(only().endedAt()).isEqualTo(at("2026-03-02T15:00"));
    }

    @Test
    void aClockThatEndsLateIsBreachedEvenUnseen() {
        review("t1", null);
        clocks.taskAssigned("t1", "agent");
        clock.set(at("2026-03-03T10:00"));
        clocks.taskEnded("t1");
        assertThat(only().breachedAt()).isEqualTo(at("2026-03-03T10:00"));
        assertThat(only().owner()).isEqualTo("agent");
        assertThat(only().team()).isEqualTo("after-sales");
    }

    @Test
    void aPauseMovesTheDeskClockByItsWorkingMinutesOnly() {
        review("t1", null);
        clocks.caseClock(CASE, "north", "REFUND_PROMISE", "REFUND_PROMISE", null, "TELL");
        clock.set(at("2026-03-02T11:00"));
        clocks.pause(CASE, "EVIDENCE");
        clocks.pause(CASE, "EVIDENCE");
        assertThat(ofStage("REVIEW_REQUEST").pausedSince()).isEqualTo(at("2026-03-02T11:00"));
        assertThat(ofStage("REFUND_PROMISE").pausedSince()).isNull();
        clock.set(at("2026-03-03T09:30"));
        sweep.sweep();
        assertThat(told).isEmpty();
        clocks.resume(CASE);
        // 7 of 8 hours were left, and are left on Tuesday at 09:30
        assertThat(ofStage("REVIEW_REQUEST").dueAt()).isEqualTo(at("2026-03-03T17:30"));
        assertThat(ofStage("REFUND_PROMISE").dueAt()).isEqualTo(at("2026-03-05T10:00"));
        sweep.sweep();
        assertThat(told).as("no escalation the moment a pause ends").isEmpty();
        assertThat(db.sql("select count(*) from clock_pause where to_at is not null and reason = 'EVIDENCE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePlatformsDeadlineRunsOnThroughAPause() {
        review("t1", at("2026-03-02T16:00"));
        clocks.pause(CASE, "EVIDENCE");
        clock.set(at("2026-03-02T16:00"));
        sweep.sweep();
        assertThat(told).last().isInstanceOf(ClockBreached.class);
    }

    @Test
    void aMovedPlatformDeadlineMovesItsTasks() {
        review("t1", at("2026-03-02T16:00"));
        clocks.movePlatformDefault(CASE, "REVIEW_REQUEST", at("2026-03-09T16:00"));
        assertThat(only().dueAt()).as("now the own limit is the earlier one").isEqualTo(at("2026-03-03T10:00"));
        clocks.movePlatformDefault(CASE, "REVIEW_REQUEST", at("2026-03-02T12:00"));
        assertThat(only().dueAt()).isEqualTo(at("2026-03-02T12:00"));
    }

    @Test
    void aCaseClockStopsAndMovesByItsStage() {
        clocks.caseClock(CASE, "north", "PLATFORM", "RETURN_DECIDE", at("2026-03-04T10:00"), "AGREE");
        clocks.move(CASE, "RETURN_DECIDE", at("2026-03-05T10:00"));
        assertThat(only().dueAt()).isEqualTo(at("2026-03-05T10:00"));
        clocks.stop(CASE, "RETURN_DECIDE");
        assertThat(only().endedAt()).isEqualTo(clock.instant());
        assertThat(only().atZero()).isEqualTo("AGREE");
    }

    @Test
    void twoNodesTellEachClockOnce() throws Exception {
        for (int i = 0; i < ClockSweep.PAGE + 30; i++) {
            review("t" + i, null);
        }
        clock.set(at("2026-03-03T10:00"));
        var both = Executors.newFixedThreadPool(2);
        Callable<Boolean> node = () -> {
            sweepInto(told).sweep();
            return true;
        };
        for (var done : both.invokeAll(List.of(node, node))) {
            assertThat(done.get()).isTrue();
        }
        both.shutdown();
        assertThat(told).hasSize(ClockSweep.PAGE + 30).doesNotHaveDuplicates();
    }

    @Test
    void oneListenersFailureDoesNotKeepTheOthersWaiting() {
        review("t1", null);
        clock.advance(Duration.ofMinutes(1));
        review("t2", null);
        clock.set(at("2026-03-09T10:00"));
        var seen = new ArrayList<String>();
        new ClockSweep(rows, calendars, clock, transaction(), event -> {
                    var breached = (ClockBreached) event;
                    if (breached.taskId().equals("t1")) {
                        throw new IllegalStateException("listener of t1");
                    }
                    seen.add(breached.taskId());
                })
                .sweep();
        assertThat(seen).containsExactly("t2");
        sweep.sweep();
        assertThat(told).singleElement().extracting("taskId").isEqualTo("t1");
    }

    private ClockSweep sweepInto(List<Object> events) {
        return new ClockSweep(rows, calendars, clock, transaction(), event -> {
            synchronized (events) {
                events.add(event);
            }
        });
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    private Instant review(String task, Instant platformDefault) {
        return clocks.taskCreated(task, CASE, "north", "after-sales", "REVIEW_REQUEST", "CHAT", "P3", platformDefault);
    }

    private ClockView only() {
        var all = clocks.of(CASE);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private ClockView ofStage(String stage) {
        return clocks.of(CASE).stream()
                .filter(c -> c.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
