package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a case, in order, in words of both languages; nothing is ever changed in it. */
@Component
class Timeline {
    /** One entry; {@code kind} is a code such as OPENED, DECIDED, TOLD, PARCEL, REFUND, CLOCK. */
    record Entry(Instant at, String kind, String actor, Text text) {}

    private final JdbcClient db;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Timeline(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(String caseNumber, String kind, Text text) {
        add(caseNumber, kind, Caller.current().account(), text);
    }

    void add(String caseNumber, String kind, String actor, Text text) {
        var now = clock.instant();
        db.sql("insert into case_timeline (id, case_number, seq, at, kind, actor, text_en, text_zh)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        caseNumber,
                        sequence(now),
                        Utc.of(now),
                        kind,
                        actor,
                        cut(text.en()),
                        cut(text.zh()))
                .update();
    }

    /** Oldest first. */
    List<Entry> of(String caseNumber, int page, int size) {
        return db.sql("select at, kind, actor, text_en, text_zh from case_timeline where case_number = ?"
                        + " order by seq limit ? offset ?")
                .params(caseNumber, size, (long) page * size)
                .query((row, n) -> new Entry(
                        Utc.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("actor"),
                        new Text(row.getString("text_en"), row.getString("text_zh"))))
                .list();
    }

    long count(String caseNumber) {
        return db.sql("select count(*) from case_timeline where case_number = ?")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    /** Grows within this node; between nodes the time decides, which the case's own lock keeps apart. */
    long sequence(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return last.updateAndGet(before -> Math.max(before + 1, micros));
    }

    private static String cut(String text) {
        return text.length() <= 8_000 ? text : text.substring(0, 8_000);
    }
}
