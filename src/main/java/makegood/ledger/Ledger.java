package makegood.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import makegood.platform.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book: append only, one entry per booking key. What turns out wrong is taken back by a counter-entry of the same kind
 * with the amount reversed, so that sums by kind, cause or unit stay right by themselves.
 */
@Service
@Transactional
public class Ledger {
    /**
     * An entry with the time at which it was booked; {@code corrects} is the key of the entry that it takes back, else null.
     * Published in the transaction of the booking, once for each.
     */
    public record Booked(Instant at, Entry entry, String corrects) {}

    private static final String MOVED = "~";

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ledger(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** False when this fact is booked already; then nothing changes. */
    public boolean book(Entry entry) {
        return book(entry, null);
    }

    private boolean book(Entry entry, String corrects) {
        if (find(entry.bookingKey()).isPresent()) {
            return false;
        }
        var at = clock.instant();
        db.sql(
                        "insert into ledger_entry (id, booking_key, booked_at, case_number, store, order_number, line_number, sku,"
                                + " model, kind, amount, currency, cause, unit_at_fault, counters_key)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        entry.bookingKey(),
                        Utc.of(at),
                        entry.caseNumber(),
                        entry.store(),
                        entry.orderNumber(),
                        entry.line(),
                        entry.sku(),
                        entry.model(),
                        entry.kind().name(),
                        entry.amount(),
                        entry.currency(),
                        entry.cause(),
                        entry.unitAtFault(),
                        corrects)
                .update();
        events.publishEvent(new Booked(at, entry, corrects));
        return true;
    }

    /** Takes what is left of an entry back by its exact opposite, once; false when there is none, or it is taken back already. */
    public boolean counter(String bookingKey) {
        return latest(bookingKey)
                .filter(e -> left(e) != 0 && counter(e, "counter:" + bookingKey, left(e)))
                .isPresent();
    }

    /**
     * Takes a part of an entry back. {@code counterKey} names this correction, so that it is made once; false when it was,
     * or when nothing is booked under the key.
     */
    public boolean counter(String bookingKey, String counterKey, long amount) {
        return latest(bookingKey).filter(e -> counter(e, counterKey, amount)).isPresent();
    }

    private boolean counter(Entry entry, String counterKey, long amount) {
        return book(entry.as(counterKey, -amount), entry.bookingKey());
    }

    /** Why it happened and who answers for it was found out later: what stands under another cause or unit moves there. */
    public void reattribute(String caseNumber, String cause, String unitAtFault) {
        of(caseNumber).stream()
                .filter(b -> b.corrects() == null)
                .map(Booked::entry)
                .filter(e -> !e.cause().equals(cause) || !e.unitAtFault().equals(unitAtFault))
                .filter(e -> left(e) != 0)
                .forEach(e -> {
                    long amount = left(e);
                    counter(e, "moved:" + e.bookingKey(), amount);
                    book(e.as(next(e.bookingKey()), amount).because(cause, unitAtFault));
                });
    }

    /** The key under which an entry is booked anew: {@code refund:7:1}, {@code refund:7:1~1}, {@code refund:7:1~2} … */
    private static String next(String key) {
        int at = key.lastIndexOf(MOVED);
        return at < 0 ? key + MOVED + 1 : key.substring(0, at + 1) + (Integer.parseInt(key.substring(at + 1)) + 1);
    }

    /** An entry that was moved counts where it stands now. */
    private Optional<Entry> latest(String key) {
        return find(key).map(e -> latest(next(key)).orElse(e));
    }

    private Optional<Entry> find(String key) {
        return db.sql("select * from ledger_entry where booking_key = ?")
                .param(key)
                .query((row, n) -> read(row).entry())
                .optional();
    }

    /** The amount of an entry less what was taken back of it. */
    private long left(Entry entry) {
        return entry.amount()
                + db.sql("select coalesce(sum(amount), 0) from ledger_entry where case_number = ? and counters_key = ?")
                        .params(entry.caseNumber(), entry.bookingKey())
                        .query(Long.class)
                        .single();
    }

    /** What a case has cost so far, oldest first. */
    @Transactional(readOnly = true)
    public List<Booked> of(String caseNumber) {
        return db.sql("select * from ledger_entry where case_number = ? order by booked_at limit 500")
                .param(caseNumber)
                .query((row, n) -> read(row))
                .list();
    }

    private static Booked read(ResultSet row) throws SQLException {
        return new Booked(
                Utc.instant(row, "booked_at"),
                new Entry(
                        row.getString("booking_key"),
                        row.getString("case_number"),
                        row.getString("store"),
                        row.getString("order_number"),
                        (Integer) row.getObject("line_number"),
                        row.getString("sku"),
                        row.getString("model"),
                        Entry.Kind.valueOf(row.getString("kind")),
                        row.getLong("amount"),
                        row.getString("currency"),
                        row.getString("cause"),
                        row.getString("unit_at_fault")),
                row.getString("counters_key"));
    }
}
