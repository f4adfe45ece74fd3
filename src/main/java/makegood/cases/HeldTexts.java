package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import makegood.texts.TextCheck;
import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import makegood.texts.TextVerdict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words to customers that leave only after a second person has read them. */
@Component
class HeldTexts {
    private static final String WAITING = "WAITING";

    /** {@code classes} are codes of the guard; {@code element} is the task in which the words were written. */
    record HeldText(String id, String caseNumber, String words, String classes, String writtenBy, Instant writtenAt) {}

    private final JdbcClient db;
    private final TextGuard guard;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HeldTexts(JdbcClient db, TextGuard guard, Timeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.guard = guard;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** The words if they may leave unread, else null: then they wait for a lead. */
    String unlessHeld(AfterSalesCase c, String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        var check = guard.check(words, TextPurpose.MESSAGE);
        if (check.verdict() == TextVerdict.PASS || check.onlySounds() && readBefore(c.store, words)) {
            return words;
        }
        hold(c, words, check);
        return null;
    }

    /** A lead of the store has read the very same words and released them, and nobody has kept them back since. */
    private boolean readBefore(String store, String words) {
        return db.sql("select state from held_text where store = ? and fingerprint = ? and decided_at is not null"
                        + " order by decided_at desc limit 1")
                .params(store, TextGuard.fingerprint(words))
                .query(String.class)
                .optional()
                .filter("RELEASED"::equals)
                .isPresent();
    }

    private void hold(AfterSalesCase c, String words, TextCheck check) {
        var id = UUID.randomUUID().toString();
        db.sql("insert into held_text"
                        + " (id, case_number, store, purpose, element, words, fingerprint, classes, written_by, written_at,"
                        + " state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        c.caseNumber,
                        c.store,
                        TextPurpose.MESSAGE.name(),
                        writtenIn(c.caseNumber),
                        words,
                        TextGuard.fingerprint(words),
                        check.codes(),
                        Caller.current().account(),
                        Utc.of(clock.instant()),
                        WAITING)
                .update();
        timeline.add(
                c.caseNumber,
                "TEXT_HELD",
                new Text(
                        "Held back until a lead has read it: “" + words + "” "
                                + check.words().en(),
                        "暂扣，待主管查看：“" + words + "”" + check.words().zh()));
        events.publishEvent(new TextHeld(c.caseNumber, id));
    }

    /** The task that is being completed; empty outside of tasks. */
    private String writtenIn(String caseNumber) {
        return db.sql("select element from work_item where case_number = ? and ended_by = ?"
                        + " order by ended_at desc limit 1")
                .params(caseNumber, Caller.current().account())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** A task is there for the oldest words that have none yet. */
    void look(String caseNumber, String taskId) {
        db.sql("select id from held_text where case_number = ? and task_id is null and state = ?"
                        + " order by written_at, id limit 1")
                .params(caseNumber, WAITING)
                .query(String.class)
                .optional()
                .ifPresent(id -> db.sql("update held_text set task_id = ? where id = ?")
                        .params(taskId, id)
                        .update());
    }

    Optional<HeldText> of(String taskId) {
        return db.sql("select * from held_text where task_id = ?")
                .param(taskId)
                .query((row, n) -> new HeldText(
                        row.getString("id"),
                        row.getString("case_number"),
                        row.getString("words"),
                        row.getString("classes"),
                        row.getString("written_by"),
                        Utc.instant(row, "written_at")))
                .optional();
    }

    void decided(HeldText text, boolean released, String note) {
        var by = Caller.current().account();
        db.sql("update held_text set state = ?, decided_by = ?, decided_at = ?, look_note = ? where id = ?")
                .params(released ? "RELEASED" : "REFUSED", by, Utc.of(clock.instant()), note, text.id())
                .update();
        var words = "“" + text.words() + "”" + (note.isEmpty() ? "" : " – " + note);
        timeline.add(
                text.caseNumber(),
                released ? "TEXT_RELEASED" : "TEXT_WITHHELD",
                released
                        ? new Text("Read and released: " + words, "已查看并放行：" + words)
                        : new Text("Read and kept back: " + words, "已查看，不予发送：" + words));
    }

    /** The oldest released words have left. */
    void told(String caseNumber) {
        db.sql("select id from held_text where case_number = ? and state = 'RELEASED' and told_at is null"
                        + " order by decided_at, id limit 1")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .ifPresent(id -> db.sql("update held_text set told_at = ? where id = ?")
                        .params(Utc.of(clock.instant()), id)
                        .update());
    }

    /** Words wait for a lead or are on their way out: the case does not close before. */
    boolean open(String caseNumber) {
        return db.sql("select count(*) from held_text where case_number = ?"
                                + " and (state = 'WAITING' or state = 'RELEASED' and told_at is null)")
                        .param(caseNumber)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
