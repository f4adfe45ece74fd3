package makegood.refunds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import makegood.platform.Utc;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Refunds and pay-outs from before their changes were written down: each gets one step, to where it is now. */
@Component
class V99_1__refund_steps extends BaseJavaMigration {
    private static final String STANDING =
            "select r.refund_number, cast(null as char(56)) as pay_out_number, case when r.closed_at is null then r.state"
                    + " else 'CLOSED' end as standing from refund r union all select p.refund_number, p.pay_out_number,"
                    + " p.state from pay_out p order by 1, 2";
    private static final String STEP =
            "insert into refund_step (id, refund_number, step_no, pay_out_number, to_state, at, actor, cause)"
                    + " values (?, ?, ?, ?, ?, ?, 'system', 'MIGRATED')";
    private static final int BATCH = 500;

    private final Clock clock;

    V99_1__refund_steps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var database = context.getConnection();
        var at = at(database);
        try (var question = database.createStatement();
                var rows = question.executeQuery(STANDING);
                var step = database.prepareStatement(STEP)) {
            var before = "";
            int number = 0;
            for (int row = 1; rows.next(); row++) {
                var refund = rows.getString(1);
                number = refund.equals(before) ? number + 1 : 1;
                before = refund;
                write(step, refund, number, rows.getString(2), rows.getString(3), at);
                if (row % BATCH == 0) {
                    step.executeBatch();
                }
            }
            step.executeBatch();
        }
        try (var count = database.createStatement()) {
            count.executeUpdate("update refund set steps ="
                    + " (select count(*) from refund_step s where s.refund_number = refund.refund_number)");
        }
    }

    /** Now, or later where a demo's clock was ahead: no day that the archive has closed may get new rows. */
    private LocalDateTime at(Connection database) throws SQLException {
        var now = Utc.of(clock.instant());
        try (var question = database.createStatement();
                var closed = question.executeQuery("select max(until_at) from ledger_seal")) {
            closed.next();
            var until = closed.getObject(1, LocalDateTime.class);
            return until == null || until.isBefore(now) ? now : until;
        }
    }

    private static void write(
            PreparedStatement step, String refund, int number, String payOut, String standing, LocalDateTime at)
            throws SQLException {
        step.setString(1, UUID.randomUUID().toString());
        step.setString(2, refund);
        step.setInt(3, number);
        step.setString(4, payOut);
        step.setString(5, standing);
        step.setObject(6, at);
        step.addBatch();
    }
}
