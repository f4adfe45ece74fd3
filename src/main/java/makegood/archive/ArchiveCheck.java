package makegood.archive;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the whole chain and finds the first link that does not hold. Changes nothing. */
final class ArchiveCheck {
    /** {@code broken} is null when everything holds; {@code waiting} rows have no seal yet. */
    record Result(long batches, long rows, long waiting, String head, String broken) {}

    private final JdbcClient db;
    private final Seals seals;
    private final Clock clock;
    private long batches;
    private long rows;
    private String head = Hash.NONE;

    ArchiveCheck(JdbcClient db, Clock clock) {
        this.db = db;
        this.seals = new Seals(db);
        this.clock = clock;
    }

    /** @param known batch numbers with seals that somebody has written down outside this database */
    Result check(Map<Long, String> known) {
        var broken = chain(known);
        if (broken == null) {
            broken = known.keySet().stream()
                    .filter(number -> number > batches)
                    .sorted()
                    .map(number -> "batch " + number + " is known and missing")
                    .findFirst()
                    .orElseGet(this::inserted);
        }
        return new Result(batches, rows, broken == null ? waiting() : 0, head, broken);
    }

    private String chain(Map<Long, String> known) {
        Seal before = null;
        List<Seal> page;
        do {
            page = seals.after(batches);
            for (var seal : page) {
                var broken = link(before, seal, known.get(seal.number()));
                if (broken != null) {
                    return "batch " + seal.number() + " (until " + seal.until() + "): " + broken;
                }
                before = seal;
                batches = seal.number();
                head = seal.hash();
            }
        } while (!page.isEmpty());
        return null;
    }

    private String link(Seal before, Seal seal, String known) {
        if (seal.number() != batches + 1) {
            return "the batch before it is missing";
        }
        if (!seal.previous().equals(head) || before != null && !before.until().equals(seal.from())) {
            return "it does not follow the batch before it";
        }
        if (known != null && !known.equals(seal.hash())) {
            return "its seal is not the one that is known outside";
        }
        if (seal.removed() == null) {
            return content(seal);
        }
        boolean tooEarly =
                seal.removed().isBefore(seal.keptUntil()) || seal.removed().isAfter(clock.instant());
        boolean notTheOldest = before != null && before.removed() == null;
        return tooEarly || notTheOldest ? "it was removed before its time" : null;
    }

    private String content(Seal seal) {
        var hash = Seal.begin(seal.number(), seal.from(), seal.until(), seal.previous());
        long position = 0;
        List<Seals.Sealed> page;
        do {
            page = seals.rows(seal.number(), position);
            var now = now(page);
            for (var row : page) {
                position++;
                var is = now.get(row.book() + row.id());
                if (row.position() != position || !row.hash().equals(is)) {
                    var what = is == null ? "was removed" : "was changed";
                    return "row " + row.id() + " of " + row.book().table() + " " + what;
                }
                hash.add(Seal.line(row.book(), row.id(), row.hash()));
            }
        } while (page.size() == Seals.PAGE);
        rows += position;
        return position == seal.rows() && hash.hex().equals(seal.hash()) ? null : "its seal does not fit its rows";
    }

    /** What the rows hash to today, by book and id. */
    private Map<String, String> now(List<Seals.Sealed> page) {
        var hashes = new HashMap<String, String>();
        page.stream()
                .collect(Collectors.groupingBy(Seals.Sealed::book))
                .forEach((book, entries) -> db.sql("select * from " + book.table() + " where id in (:ids)")
                        .param("ids", entries.stream().map(Seals.Sealed::id).toList())
                        .query(row -> {
                            hashes.put(book + row.getString("id"), book.hash(row));
                        }));
        return hashes;
    }

    private String inserted() {
        var last = seals.last();
        if (last.isEmpty()) {
            return null;
        }
        var closed = Utc.of(last.get().until().minus(DailySeal.LATE));
        return java.util.Arrays.stream(Book.values())
                .map(book -> db.sql("select min(b.id) from " + unsealed(book) + " and b." + book.time() + " < ?")
                        .params(book.name(), closed)
                        .query(String.class)
                        .optional()
                        .map(id -> "row " + id + " of " + book.table() + " was added after its day had been closed")
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private long waiting() {
        return java.util.Arrays.stream(Book.values())
                .mapToLong(book -> db.sql("select count(*) from " + unsealed(book))
                        .param(book.name())
                        .query(Long.class)
                        .single())
                .sum();
    }

    private static String unsealed(Book book) {
        return book.table()
                + " b where not exists (select 1 from ledger_sealed s where s.book = ? and s.row_id = b.id)";
    }
}
