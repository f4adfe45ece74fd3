package makegood.reconciliations;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makegood.cases.CaseNumbers;
import makegood.ledger.Moved;
import makegood.platform.Engine;
import makegood.platform.Page;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of differences. The same difference is told once, however often it is found. */
@Component
@Transactional
class Differences {
    private final JdbcClient db;
    private final CaseNumbers numbers;
    private final Stores stores;
    private final Engine engine;
    private final Clock clock;

    Differences(JdbcClient db, CaseNumbers numbers, Stores stores, Engine engine, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.stores = stores;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Opens finance's task. False when one of this kind is open for the number, or both sides have said the same before:
     * what was settled stays settled until somebody says something new.
     */
    public boolean open(Reconciliation run, Moved.Kind entryKind, String number, Moved ours, Finding finding) {
        if (known(run.store(), number, finding)) {
            return false;
        }
        var name = numbers.ofDifference(stores.known(run.store()).zone());
        db.sql("insert into money_difference (difference_number, store, kind, entry_kind, entry_number, run_number,"
                        + " case_number, order_number, our_amount, our_state, their_amount, their_state, correction,"
                        + " currency, found_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')")
                .params(
                        name,
                        run.store(),
                        finding.kind().name(),
                        entryKind.name(),
                        number,
                        run.runNumber(),
                        ours == null ? null : ours.caseNumber(),
                        ours == null ? null : ours.orderNumber(),
                        finding.ours(),
                        finding.ourState(),
                        finding.theirs(),
                        finding.theirState(),
                        finding.correction(),
                        finding.currency(),
                        Utc.of(clock.instant()))
                .update();
        engine.startByMessage(name, DifferenceFound.class, run.store(), Map.of("differenceNumber", name));
        return true;
    }

    private boolean known(String store, String number, Finding finding) {
        return db.sql("select count(*) from money_difference where store = ? and kind = ? and entry_number = ?"
                                + " and (state <> 'CLOSED' or our_amount = ? and our_state = ? and their_amount = ?"
                                + " and their_state = ?)")
                        .params(
                                store,
                                finding.kind().name(),
                                number,
                                finding.ours(),
                                finding.ourState(),
                                finding.theirs(),
                                finding.theirState())
                        .query(Long.class)
                        .single()
                > 0;
    }

    public Difference get(String name) {
        return find(name).orElseThrow();
    }

    public Optional<Difference> find(String name) {
        return db.sql("select * from money_difference where difference_number = ?")
                .param(name)
                .query(Difference::read)
                .optional();
    }

    public Page<Difference> list(Collection<String> ofStores, boolean open, int page, int size) {
        if (ofStores.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        var where = " from money_difference where store in (:stores) and (:open = false or state <> 'CLOSED')";
        long total = db.sql("select count(*)" + where)
                .param("stores", ofStores)
                .param("open", open)
                .query(Long.class)
                .single();
        var items = db.sql(
                        "select *" + where + " order by found_at desc, difference_number desc limit :size offset :skip")
                .param("stores", ofStores)
                .param("open", open)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Difference::read)
                .list();
        return new Page<>(items, page, size, total);
    }

    void proposed(String name, Difference.Decision decision, Difference.Reason reason, String note, String by) {
        db.sql(
                        "update money_difference set state = 'PROPOSED', decision = ?, reason_code = ?, note = ?, settled_by = ?,"
                                + " confirmed_by = null where difference_number = ? and state <> 'CLOSED'")
                .params(decision.name(), reason.name(), note.isEmpty() ? null : note, by, name)
                .update();
    }

    void answered(String name, boolean confirmed, String by) {
        db.sql("update money_difference set state = ?, confirmed_by = ? where difference_number = ?")
                .params(confirmed ? "PROPOSED" : "OPEN", confirmed ? by : null, name)
                .update();
    }

    void closed(String name) {
        db.sql("update money_difference set state = 'CLOSED', closed_at = ? where difference_number = ?")
                .params(Utc.of(clock.instant()), name)
                .update();
    }
}
