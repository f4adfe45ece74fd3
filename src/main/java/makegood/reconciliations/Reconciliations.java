package makegood.reconciliations;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import makegood.cases.CaseNumbers;
import makegood.ledger.Moved;
import makegood.platform.Page;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of comparisons and of the statements that they read. */
@Component
@Transactional
class Reconciliations {
    private final JdbcClient db;
    private final CaseNumbers numbers;
    private final Stores stores;
    private final Clock clock;

    Reconciliations(JdbcClient db, CaseNumbers numbers, Stores stores, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.stores = stores;
        this.clock = clock;
    }

    /** The new run's number. */
    public String begin(String store, Reconciliation.Source source, Instant from, Instant until, String by) {
        var number = numbers.ofReconciliation(stores.known(store).zone());
        db.sql(
                        "insert into reconciliation (run_number, store, source, from_at, until_at, state, started_by, started_at,"
                                + " lines_new, found, step_no, after_number) values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, 0, 0, 0, '')")
                .params(number, store, source.name(), Utc.of(from), Utc.of(until), by, Utc.of(clock.instant()))
                .update();
        return number;
    }

    public Reconciliation get(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Reconciliation> find(String number) {
        return db.sql("select * from reconciliation where run_number = ?")
                .param(number)
                .query(Reconciliation::read)
                .optional();
    }

    public Page<Reconciliation> list(Collection<String> ofStores, int page, int size) {
        if (ofStores.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        long total = db.sql("select count(*) from reconciliation where store in (:stores)")
                .param("stores", ofStores)
                .query(Long.class)
                .single();
        var items = db.sql("select * from reconciliation where store in (:stores)"
                        + " order by started_at desc, run_number desc limit :size offset :skip")
                .param("stores", ofStores)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Reconciliation::read)
                .list();
        return new Page<>(items, page, size, total);
    }

    /** Keeps what was read; lines that are known already count once. */
    public void keep(Reconciliation run, List<StatementLine> lines) {
        var known = known(run.store(), lines);
        var fresh = lines.stream().filter(l -> known.add(l.key())).toList();
        fresh.forEach(
                line -> db.sql("insert into statement_line (store, line_key, run_number, source, kind, entry_number,"
                                + " payment_number, amount, currency, state, reference, happened_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                run.store(),
                                line.key(),
                                run.runNumber(),
                                line.source().name(),
                                line.kind().name(),
                                line.number(),
                                line.paymentNumber(),
                                line.amount(),
                                line.currency(),
                                line.state().name(),
                                line.reference(),
                                Utc.of(line.at()))
                        .update());
        db.sql("update reconciliation set lines_new = lines_new + ? where run_number = ?")
                .params(fresh.size(), run.runNumber())
                .update();
    }

    private java.util.Set<String> known(String store, List<StatementLine> lines) {
        if (lines.isEmpty()) {
            return new java.util.HashSet<>();
        }
        return new java.util.HashSet<>(
                db.sql("select line_key from statement_line where store = :store and line_key in (:keys)")
                        .param("store", store)
                        .param("keys", lines.stream().map(StatementLine::key).toList())
                        .query(String.class)
                        .list());
    }

    /** Numbers about which this run read something new. */
    List<String> numbers(String run, String after, int size) {
        return db.sql("select distinct entry_number from statement_line where run_number = ? and entry_number > ?"
                        + " order by entry_number limit ?")
                .params(run, after, size)
                .query(String.class)
                .list();
    }

    /** All that any statement ever said about these numbers. */
    List<StatementLine> about(String store, Collection<String> entryNumbers) {
        return entryNumbers.isEmpty()
                ? List.of()
                : db.sql("select * from statement_line where store = :store and entry_number in (:numbers)")
                        .param("store", store)
                        .param("numbers", entryNumbers)
                        .query((row, n) -> new StatementLine(
                                StatementLine.Source.valueOf(row.getString("source")),
                                Moved.Kind.valueOf(row.getString("kind")),
                                row.getString("entry_number"),
                                row.getString("payment_number"),
                                row.getLong("amount"),
                                row.getString("currency"),
                                StatementLine.State.valueOf(row.getString("state")),
                                row.getString("reference"),
                                Utc.instant(row, "happened_at")))
                        .list();
    }

    /** Whether the store gets settlement notices at all. */
    boolean hasNotices(String store) {
        return !db.sql("select line_key from statement_line where store = ? and source = 'SETTLEMENT' limit 1")
                .param(store)
                .query(String.class)
                .list()
                .isEmpty();
    }

    void goOn(String run, int step, String after, int foundNow) {
        db.sql("update reconciliation set step_no = ?, after_number = ?, found = found + ? where run_number = ?")
                .params(step, after, foundNow, run)
                .update();
    }

    void done(String run) {
        db.sql("update reconciliation set state = 'DONE', ended_at = ? where run_number = ?")
                .params(Utc.of(clock.instant()), run)
                .update();
    }
}
