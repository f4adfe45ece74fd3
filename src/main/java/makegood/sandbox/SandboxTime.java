package makegood.sandbox;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import makegood.departments.TimeMove;
import makegood.platform.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Time of the demo: forward only, and the same after a restart. One node only: the engine's clock is one for the whole JVM. */
@Component
@InSandbox
class SandboxTime {
    private final JdbcClient sql;
    private final AppClock clock;
    private final TimeMove move;
    private final TransactionTemplate transaction;

    SandboxTime(JdbcClient sql, AppClock clock, TimeMove move, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.move = move;
    }

    @PostConstruct
    void restore() {
        long stored = sql.sql("select offset_millis from sandbox_clock where id = 1")
                .query(Long.class)
                .single();
        long missing = stored - clock.offset().toMillis();
        if (missing > 0) {
            clock.advance(Duration.ofMillis(missing));
        }
    }

    synchronized void advance(Duration by) throws ClockBusy {
        if (!move.advance(by, this::store)) {
            throw new ClockBusy();
        }
    }

    private void store() {
        transaction.executeWithoutResult(t -> sql.sql("update sandbox_clock set offset_millis = ? where id = 1")
                .param(clock.offset().toMillis())
                .update());
    }
}
