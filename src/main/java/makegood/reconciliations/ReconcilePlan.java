package makegood.reconciliations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import makegood.platform.Engine;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a store's accounts are compared next, and from when on. One comparison waits per store, whatever the clock does. */
@Component
@Transactional
class ReconcilePlan {
    static final String PROCESS = "reconcile";

    /** What the gateway did a little earlier or later than we heard of it is still found. */
    static final Duration OVERLAP = Duration.ofDays(1);

    /** How far the first statement of a store reaches back. */
    private static final Duration FIRST = Duration.ofDays(30);

    private final JdbcClient db;
    private final Reconciliations runs;
    private final Engine engine;
    private final Stores stores;
    private final Clock clock;
    private final LocalTime at;

    ReconcilePlan(
            JdbcClient db,
            Reconciliations runs,
            Engine engine,
            Stores stores,
            Clock clock,
            @Value("${makegood.reconcile.at:06:00}") String at) {
        this.db = db;
        this.runs = runs;
        this.engine = engine;
        this.stores = stores;
        this.clock = clock;
        this.at = LocalTime.parse(at);
    }

    /** The business key of a store's comparisons; there is no case behind them. */
    static String key(String store) {
        return PROCESS + "-" + store;
    }

    /** Plans the store's first comparison, unless one waits; nodes take turns. False while the store has no settings. */
    public boolean begin(String store) {
        if (!stores.exists(store)) {
            return false;
        }
        comparedUntil(store, true);
        if (!engine.runs(PROCESS, key(store))) {
            plan(store);
        }
        return true;
    }

    /** The next time of day; comparisons that a standstill missed are one comparison over all of it. */
    public void plan(String store) {
        var next = stores.known(store).next(at, clock.instant());
        engine.startByMessage(key(store), ReconcileDue.class, store, Map.of("reconcileAt", Date.from(next)));
    }

    /** The run of today: everything that was done since the last one, until the store's day began. */
    public String daily(String store) {
        var from = comparedUntil(store, true);
        var zone = stores.known(store).zone();
        var today =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var until = today.isBefore(from) ? from : today;
        db.sql("update reconcile_plan set compared_until = ? where store = ?")
                .params(Utc.of(until), store)
                .update();
        return runs.begin(store, Reconciliation.Source.GATEWAY, from, until, "clock");
    }

    /** The run that somebody asks for: everything from then until now, without what may still be on its way to us. */
    public String byHand(String store, Instant from, String by) {
        var begin = from == null ? comparedUntil(store, false).minus(OVERLAP) : from;
        var until = clock.instant().minus(Duration.ofHours(1));
        return runs.begin(store, Reconciliation.Source.GATEWAY, begin, until.isBefore(begin) ? begin : until, by);
    }

    private Instant comparedUntil(String store, boolean lock) {
        var sql = "select compared_until from reconcile_plan where store = ?";
        var known = db.sql(sql + (lock ? " for update" : ""))
                .param(store)
                .query((row, n) -> Utc.instant(row, "compared_until"))
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        try {
            db.sql("insert into reconcile_plan (store, compared_until) values (?, ?)")
                    .params(store, Utc.of(clock.instant().minus(FIRST)))
                    .update();
        } catch (DuplicateKeyException anotherNode) {
            // it is there, and that is all that was wanted
        }
        return db.sql(sql)
                .param(store)
                .query((row, n) -> Utc.instant(row, "compared_until"))
                .single();
    }
}
