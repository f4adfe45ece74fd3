package makegood.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import makegood.platform.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the days: what was written until midnight (UTC, so that one chain serves stores of every zone) becomes one batch
 * with the hash of the batch before it. After a standstill one batch takes all days that were missed.
 */
@Component
class DailySeal {
    /** So much later than its day a row may still come in; it joins the next batch. What comes later belongs to no batch. */
    static final Duration LATE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(DailySeal.class);

    private record Row(Seals.Sealed sealed, LocalDateTime at) {}

    private final JdbcClient db;
    private final Seals seals;
    private final Clock clock;
    private final Duration wait;

    /** @param wait how long after midnight the day is closed, so that what is under way is written */
    DailySeal(JdbcClient db, Clock clock, @Value("${makegood.archive.seal-after:PT10M}") Duration wait) {
        this.db = db;
        this.seals = new Seals(db);
        this.clock = clock;
        this.wait = wait;
    }

    /** Whether something was sealed; two nodes at once seal once. */
    @Transactional
    public boolean close() {
        var until = clock.instant().minus(wait).truncatedTo(ChronoUnit.DAYS);
        if (seals.last().filter(s -> !s.until().isBefore(until)).isPresent()) {
            return false;
        }
        seals.lock();
        var last = seals.last();
        var from = last.map(Seal::until).or(this::oldest).filter(until::isAfter);
        if (from.isEmpty()) {
            return false;
        }
        long number = last.map(Seal::number).orElse(0L) + 1;
        var previous = last.map(Seal::hash).orElse(Hash.NONE);
        var hash = Seal.begin(number, from.get(), until, previous);
        long rows = 0;
        for (var book : Book.values()) {
            rows = seal(number, book, from.get().minus(LATE), until, hash, rows);
        }
        var seal = new Seal(number, from.get(), until, rows, previous, hash.hex(), clock.instant(), null);
        seals.add(seal);
        LOG.info("Sealed batch {} until {}: {} rows, {}", number, until, rows, seal.hash());
        return true;
    }

    private Optional<Instant> oldest() {
        return Arrays.stream(Book.values())
                .map(b -> db.sql("select min(" + b.time() + ") as oldest from " + b.table())
                        .query((row, n) -> Optional.ofNullable(Utc.instant(row, "oldest")))
                        .single()
                        .orElse(null))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(at -> at.truncatedTo(ChronoUnit.DAYS));
    }

    private long seal(long number, Book book, Instant from, Instant until, Hash hash, long before) {
        long position = before;
        var after = Utc.of(from);
        var id = "";
        List<Row> page;
        do {
            page = page(book, position, after, id, Utc.of(until));
            for (var row : page) {
                seals.add(number, row.sealed());
                hash.add(Seal.line(book, row.sealed().id(), row.sealed().hash()));
                position = row.sealed().position();
                after = row.at();
                id = row.sealed().id();
            }
        } while (page.size() == Seals.PAGE);
        return position;
    }

    private List<Row> page(Book book, long position, LocalDateTime after, String id, LocalDateTime until) {
        var at = book.time();
        return db.sql("select b.* from " + book.table() + " b where (b." + at + " > ? or b." + at + " = ? and b.id > ?)"
                        + " and b." + at + " < ? and not exists (select 1 from ledger_sealed s where s.book = ?"
                        + " and s.row_id = b.id) order by b." + at + ", b.id limit " + Seals.PAGE)
                .params(after, after, id, until, book.name())
                .query((row, n) -> new Row(
                        new Seals.Sealed(position + n + 1, book, row.getString("id"), book.hash(row)),
                        row.getObject(at, LocalDateTime.class)))
                .list();
    }
}
