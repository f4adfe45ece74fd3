package makegood.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The tables that are only ever added to. Columns and their order are what seals are made of: a column that comes later is
 * sealed under a new {@link Seals#FORM}, the old form stays for what is sealed already.
 */
enum Book {
    /** Money. */
    LEDGER_ENTRY(
            "booked_at",
            "id booking_key @booked_at case_number store order_number #line_number sku model kind #amount currency cause"
                    + " unit_at_fault counters_key"),
    /** What happened to cases: every change of state, in words, with its actor. */
    CASE_TIMELINE("at", "id case_number #seq @at kind actor text_en text_zh"),
    /** Which rules decided. */
    CASE_VERDICT("at", "id case_number #seq @at decision #version outcome rules inputs"),
    /** Who looked at whose personal data, and why. */
    CASE_REVEAL("at", "id case_number account field purpose @at"),
    /** Each change of state of a refund. */
    REFUND_STEP("at", "id refund_number #step_no pay_out_number from_state to_state @at actor cause");

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private final String time;
    private final List<String> columns;

    Book(String time, String columns) {
        this.time = time;
        this.columns = List.of(columns.split(" "));
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of the time at which a row was written. */
    String time() {
        return time;
    }

    /** SHA-256 of the row: every column as {@code length:value;}, {@code -;} where there is none. */
    String hash(ResultSet row) throws SQLException {
        var hash = new Hash().add(table()).add("\n");
        for (var column : columns) {
            var value = value(row, column);
            hash.add(value == null ? "-;" : Hash.length(value) + ":" + value + ";");
        }
        return hash.hex();
    }

    private static String value(ResultSet row, String column) throws SQLException {
        var name = column.substring(1);
        if (column.charAt(0) == '@') {
            var at = row.getObject(name, LocalDateTime.class);
            return at == null ? null : MICROS.format(at);
        }
        if (column.charAt(0) == '#') {
            var number = Long.toString(row.getLong(name));
            return row.wasNull() ? null : number;
        }
        return row.getString(column);
    }
}
