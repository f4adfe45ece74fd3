package makegood.archive;

import java.time.Instant;

/**
 * A closed batch: the rows written from {@code from} until {@code until} (UTC, without the end), and what came too late for
 * the batch before. {@code removed} is null while its rows are kept.
 */
record Seal(
        long number,
        Instant from,
        Instant until,
        long rows,
        String previous,
        String hash,
        Instant sealed,
        Instant removed) {
    /** Three years: within them nothing is removed. */
    static final int YEARS = 3;

    /** The hash of what a batch says of itself, to which its rows are added. */
    static Hash begin(long number, Instant from, Instant until, String previous) {
        return new Hash()
                .add("makegood-seal-" + Seals.FORM + "\n" + number + "\n" + from + "\n" + until + "\n" + previous
                        + "\n");
    }

    static String line(Book book, String id, String rowHash) {
        return book.table() + " " + id + " " + rowHash + "\n";
    }

    /** From when on its rows may be removed. */
    Instant keptUntil() {
        return until.atOffset(java.time.ZoneOffset.UTC).plusYears(YEARS).toInstant();
    }
}
