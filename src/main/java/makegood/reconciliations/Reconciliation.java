package makegood.reconciliations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import makegood.platform.Utc;

/**
 * One comparison. {@code from} and {@code until} bound what must be in the statement; null when only what the statement
 * holds is compared. {@code step} and {@code after} say how far it is.
 */
record Reconciliation(
        String runNumber,
        String store,
        Source source,
        Instant from,
        Instant until,
        State state,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        long newLines,
        long found,
        int step,
        String after) {
    enum Source {
        GATEWAY,
        UPLOAD
    }

    enum State {
        RUNNING,
        DONE
    }

    static Reconciliation read(ResultSet row, int n) throws SQLException {
        return new Reconciliation(
                row.getString("run_number"),
                row.getString("store"),
                Source.valueOf(row.getString("source")),
                Utc.instant(row, "from_at"),
                Utc.instant(row, "until_at"),
                State.valueOf(row.getString("state")),
                row.getString("started_by"),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "ended_at"),
                row.getLong("lines_new"),
                row.getLong("found"),
                row.getInt("step_no"),
                row.getString("after_number"));
    }
}
