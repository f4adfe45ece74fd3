package makegood.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Lets the database itself refuse to change or remove what stands in the books and seals, whoever asks. */
@Component
class V97_1__append_only extends BaseJavaMigration {
    private static final int NEEDS_SUPER = 1419;
    /** The books there were then; a later one has a migration of its own. */
    private static final Set<Book> FIRST =
            EnumSet.of(Book.LEDGER_ENTRY, Book.CASE_TIMELINE, Book.CASE_VERDICT, Book.CASE_REVEAL);

    static String refusal(String table) {
        return table.toLowerCase(Locale.ROOT) + " is only added to: what is wrong gets a counter-entry";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        install(context.getConnection());
    }

    static void install(Connection connection) throws SQLException {
        boolean h2 = isH2(connection);
        for (var book : FIRST) {
            keep(connection, book);
        }
        var same = String.join(
                " and ",
                Arrays.stream("batch_number from_at until_at row_count previous_hash seal_hash form_no sealed_at"
                                .split(" "))
                        .map(c -> "new." + c + " = old." + c)
                        .toList());
        guard(
                connection,
                h2,
                "ledger_seal",
                same + " and old.removed_at is null and new.removed_at is not null"
                        + " and new.removed_at >= date_add(old.until_at, interval " + Seal.YEARS + " year)",
                "false");
        guard(
                connection,
                h2,
                "ledger_sealed",
                "false",
                "exists (select 1 from ledger_seal b where b.batch_number = old.batch_number and b.removed_at is not null)");
    }

    /** For the migration that brings a book. */
    static void keep(Connection connection, Book book) throws SQLException {
        var removed = "exists (select 1 from ledger_sealed s join ledger_seal b on b.batch_number = s.batch_number"
                + " where s.book = '" + book + "' and s.row_id = old.id and b.removed_at is not null)";
        guard(connection, isH2(connection), book.table(), "false", removed);
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName());
    }

    private static void guard(Connection connection, boolean h2, String table, String mayChange, String mayGo)
            throws SQLException {
        if (h2) {
            execute(
                    connection,
                    "create trigger " + table + "_kept before update, delete on " + table
                            + " for each row call 'makegood.archive.AppendOnly'");
        } else {
            execute(connection, trigger(table, "unchanged", "update", mayChange));
            execute(connection, trigger(table, "kept", "delete", mayGo));
        }
    }

    private static String trigger(String table, String name, String event, String allowed) {
        return "create trigger " + table + "_" + name + " before " + event + " on " + table
                + " for each row begin if not (" + allowed + ") then signal sqlstate '45000' set message_text = '"
                + refusal(table) + "'; end if; end";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == NEEDS_SUPER) {
                throw new FlywayException(
                        "This MySQL writes a binary log and lets only its administrator create triggers. Let the"
                                + " administrator say once: set persist log_bin_trust_function_creators = 1; then start again.",
                        refused);
            }
            throw refused;
        }
    }
}
