package makegood.reviews;

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

/** When a store's reviews are looked at next, and from when on. One look waits per store, whatever the clock does. */
@Component
@Transactional
class ReviewWatch {
    static final String PROCESS = "review-watch";

    /** What came late, or was changed a day later, is still seen; what is known is passed over. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final Duration FARTHEST = Duration.ofDays(30);

    private final JdbcClient db;
    private final Engine engine;
    private final Stores stores;
    private final Clock clock;
    private final LocalTime at;

    ReviewWatch(
            JdbcClient db,
            Engine engine,
            Stores stores,
            Clock clock,
            @Value("${makegood.watch.reviews-at:09:00}") String at) {
        this.db = db;
        this.engine = engine;
        this.stores = stores;
        this.clock = clock;
        this.at = LocalTime.parse(at);
    }

    /** The business key of a store's looks; there is no case behind them. */
    static String key(String store) {
        return PROCESS + "-" + store;
    }

    /** Plans the store's first look, unless one waits; nodes take turns. False while the store has no settings. */
    public boolean begin(String store) {
        if (!stores.exists(store)) {
            return false;
        }
        known(store);
        db.sql("select store from review_watch where store = ? for update")
                .param(store)
                .query(String.class)
                .single();
        if (!engine.runs(PROCESS, key(store))) {
            plan(store);
        }
        return true;
    }

    private void known(String store) {
        long rows = db.sql("select count(*) from review_watch where store = ?")
                .param(store)
                .query(Long.class)
                .single();
        if (rows > 0) {
            return;
        }
        try {
            db.sql("insert into review_watch (store, read_until) values (?, ?)")
                    .params(store, Utc.of(clock.instant().minus(OVERLAP)))
                    .update();
        } catch (DuplicateKeyException anotherNode) {
            return;
        }
    }

    /** The next time of day at which the store looks. */
    public void plan(String store) {
        var next = stores.known(store).next(at, clock.instant());
        engine.startByMessage(key(store), ReviewWatchDue.class, store, Map.of("lookAt", Date.from(next)));
    }

    /** From when on reviews are to be read now. */
    public Instant since(String store) {
        var until = db.sql("select read_until from review_watch where store = ?")
                .param(store)
                .query((row, n) -> Utc.instant(row, "read_until"))
                .single();
        var since = until.minus(OVERLAP);
        var farthest = clock.instant().minus(FARTHEST);
        return since.isBefore(farthest) ? farthest : since;
    }

    public void readUntil(String store, Instant until) {
        db.sql("update review_watch set read_until = ? where store = ?")
                .params(Utc.of(until), store)
                .update();
    }
}
