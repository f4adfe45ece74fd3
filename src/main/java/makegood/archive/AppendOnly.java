package makegood.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import org.h2.api.Trigger;

/** What H2 does where MySQL has a trigger in SQL: rows of the books are never changed, and removed with their batch only. */
public class AppendOnly implements Trigger {
    private static final String REMOVED_BATCH =
            "select 1 from ledger_seal where batch_number = ? and removed_at is not null";
    private static final String REMOVED_ROW =
            "select 1 from ledger_sealed s join ledger_seal b on b.batch_number = s.batch_number"
                    + " where s.book = ? and s.row_id = ? and b.removed_at is not null";
    private static final int UNTIL = 2;
    private static final int REMOVED = 8;

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String ofTable, boolean before, int type) {
        table = ofTable.toUpperCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object[] old, Object[] changed) throws SQLException {
        boolean allowed = changed == null ? mayGo(connection, old) : isRemoval(old, changed);
        if (!allowed) {
            throw new SQLException(V97_1__append_only.refusal(table), "45000");
        }
    }

    private boolean mayGo(Connection connection, Object[] row) throws SQLException {
        return switch (table) {
            case "LEDGER_SEAL", "LEDGER_CHAIN" -> false;
            case "LEDGER_SEALED" -> found(connection, REMOVED_BATCH, row[0]);
            default -> found(connection, REMOVED_ROW, table, row[0]);
        };
    }

    private static boolean found(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The one change that a seal may see, once. */
    private boolean isRemoval(Object[] old, Object[] changed) {
        if (!table.equals("LEDGER_SEAL") || old[REMOVED] != null || changed[REMOVED] == null) {
            return false;
        }
        for (int i = 0; i < REMOVED; i++) {
            if (!Objects.equals(old[i], changed[i])) {
                return false;
            }
        }
        var kept = time(old[UNTIL]).plusYears(Seal.YEARS);
        return !time(changed[REMOVED]).isBefore(kept);
    }

    private static LocalDateTime time(Object value) {
        return value instanceof java.sql.Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
    }
}
