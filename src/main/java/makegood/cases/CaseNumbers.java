package makegood.cases;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers like AS-20261121-000123: the store's day, counted over all stores. Taken last, so that refusals use none up. */
@Component
public class CaseNumbers {
    private final JdbcClient db;
    private final Clock clock;

    CaseNumbers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    String next(ZoneId zone) {
        var day = day(zone);
        return String.format(Locale.ROOT, "AS-%s-%06d", day, number(day));
    }

    /** UP-20261121-000004: for a parcel whose case nobody knows yet. */
    public String ofUnknownParcel(ZoneId zone) {
        var day = day(zone);
        return String.format(Locale.ROOT, "UP-%s-%06d", day, number("UP" + day.substring(2)));
    }

    /** DF-20261121-000004: for a difference between our accounts and the gateway's, which may have no case. */
    public String ofDifference(ZoneId zone) {
        var day = day(zone);
        return String.format(Locale.ROOT, "DF-%s-%06d", day, number("DF" + day.substring(2)));
    }

    /** RC-20261121-000004: for a comparison of accounts. */
    public String ofReconciliation(ZoneId zone) {
        var day = day(zone);
        return String.format(Locale.ROOT, "RC-%s-%06d", day, number("RC" + day.substring(2)));
    }

    private String day(ZoneId zone) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                clock.instant().atZone(zone).toLocalDate());
    }

    private int number(String day) {
        if (advance(day) == 0) {
            begin(day);
        }
        return db.sql("select last_one from case_sequence where day_code = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }

    private int advance(String day) {
        return db.sql("update case_sequence set last_one = last_one + 1 where day_code = ?")
                .param(day)
                .update();
    }

    private void begin(String day) {
        try {
            db.sql("insert into case_sequence (day_code, last_one) values (?, 1)")
                    .param(day)
                    .update();
        } catch (DuplicateKeyException anotherWasFirst) {
            advance(day);
        }
    }
}
