package makegood.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import makegood.platform.Caller;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of personal data that somebody has seen: who, which field, what for; also on the case's timeline. */
@Component
class Reveals {
    private final JdbcClient db;
    private final Cases cases;
    private final Clock clock;

    Reveals(JdbcClient db, Cases cases, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.clock = clock;
    }

    /** How many fields this account has seen within a day. */
    int today(String account) {
        return db.sql("select count(*) from case_reveal where account = ? and at > ?")
                .params(account, Utc.of(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
    }

    /** Joins the transaction that reads the data. */
    void log(String caseNumber, Iterable<String> fields, String purpose) {
        for (var field : fields) {
            db.sql("insert into case_reveal (id, case_number, account, field, purpose, at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID().toString(),
                            caseNumber,
                            Caller.current().account(),
                            field,
                            purpose,
                            Utc.of(clock.instant()))
                    .update();
        }
        var shown = String.join(", ", fields);
        cases.note(
                caseNumber,
                "REVEALED",
                new Text(
                        "Personal data shown: " + shown + " (" + purpose + ").",
                        "已查看个人信息：" + shown + "（" + purpose + "）。"));
    }
}
