package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import makegood.clocks.Clocks;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case waits for, one row per thing; while it is the customer's turn, the desk's own clocks stand still. */
@Component
class Waits {
    private final JdbcClient db;
    private final Clocks clocks;
    private final Clock clock;

    Waits(JdbcClient db, Clocks clocks, Clock clock) {
        this.db = db;
        this.clocks = clocks;
        this.clock = clock;
    }

    void begin(String caseNumber, String who, String what, Instant dueAt) {
        db.sql("delete from case_wait where case_number = ? and what = ?")
                .params(caseNumber, what)
                .update();
        db.sql("insert into case_wait (case_number, what, who, since, due_at) values (?, ?, ?, ?, ?)")
                .params(caseNumber, what, who, Utc.of(clock.instant()), Utc.of(dueAt))
                .update();
        if ("CUSTOMER".equals(who)) {
            clocks.pause(caseNumber, what);
        }
    }

    void end(String caseNumber, String what) {
        var gone = db.sql("delete from case_wait where case_number = ? and what = ?")
                .params(caseNumber, what)
                .update();
        if (gone > 0) {
            clocks.resume(caseNumber);
        }
    }
}
