package makegood.archive;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what is older than three years, whole batches only, the oldest first. The seals stay, so that the chain does. */
final class OldBatches {
    private final JdbcClient db;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OldBatches(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.seals = new Seals(db);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many batches were removed, each in a transaction of its own. */
    int remove() {
        int removed = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> removeOldest()))) {
            removed++;
        }
        return removed;
    }

    private boolean removeOldest() {
        seals.lock();
        var now = clock.instant();
        var oldest = db.sql("select min(batch_number) from ledger_seal where removed_at is null")
                .query(Long.class)
                .optional()
                .flatMap(number -> seals.after(number - 1).stream().findFirst())
                .filter(seal -> !now.isBefore(seal.keptUntil()));
        oldest.ifPresent(seal -> {
            seals.removed(seal.number(), now);
            List<Seals.Sealed> page;
            long position = 0;
            do {
                page = seals.rows(seal.number(), position);
                delete(page);
                position += page.size();
            } while (page.size() == Seals.PAGE);
            db.sql("delete from ledger_sealed where batch_number = ?")
                    .param(seal.number())
                    .update();
        });
        return oldest.isPresent();
    }

    private void delete(List<Seals.Sealed> page) {
        page.stream()
                .collect(Collectors.groupingBy(Seals.Sealed::book))
                .forEach((book, rows) -> db.sql("delete from " + book.table() + " where id in (:ids)")
                        .param("ids", rows.stream().map(Seals.Sealed::id).toList())
                        .update());
    }
}
