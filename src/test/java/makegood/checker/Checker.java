package makegood.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a stopped or running Makegood's database whether anything was paid twice, lost or left without an owner. A program
 * of its own: plain JDBC, none of the application's code.
 *
 * <p>{@code ./mvnw -q -Pchecker -Dchecker.url=… -Dchecker.user=… -Dchecker.password=…}. Arguments: JDBC address, user, password, and, if there is one, a file with the case numbers that were answered with
 * 2xx, one per line. Ends with 0 when everything holds, with 1 when something does not, with 2 when it could not look.
 */
public final class Checker {
    private static final Duration UNKNOWN_AT_MOST = Duration.ofMinutes(5);
    private static final int SHOWN = 20;
    private final Connection database;

    public Checker(Connection database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        if (arguments.length < 3) {
            System.err.println("JDBC address, user, password[, file of accepted case numbers]");
            System.exit(2);
        }
        List<String> violations;
        try (var database = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            boolean named = arguments.length > 3 && arguments[3] != null && !arguments[3].isBlank();
            var accepted = named ? Files.readAllLines(Path.of(arguments[3])) : List.<String>of();
            violations = new Checker(database).violations(accepted);
        }
        violations.forEach(System.out::println);
        System.out.println(Invariants.ALL.size() + " invariants, " + violations.size() + " violations");
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    /** Each as {@code "invariant: what breaks it"}. */
    public List<String> violations(List<String> acceptedCases) throws SQLException {
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // one moment of a running system
        database.setAutoCommit(false);
        var found = new ArrayList<String>();
        for (var invariant : Invariants.ALL) {
            found.addAll(broken(invariant));
        }
        for (var number : acceptedCases) {
            if (count(number) != 1) {
                found.add("every accepted request is exactly one case: " + number);
            }
        }
        database.rollback();
        return found;
    }

    private List<String> broken(Invariant invariant) throws SQLException {
        var found = new ArrayList<String>();
        boolean timed = invariant.broken().contains(":late");
        try (var question = database.prepareStatement(invariant.broken().replace(":late", "?"))) {
            if (timed) {
                var late = LocalDateTime.now(ZoneOffset.UTC).minus(UNKNOWN_AT_MOST);
                question.setTimestamp(1, Timestamp.valueOf(late));
            }
            question.setMaxRows(SHOWN);
            try (var rows = question.executeQuery()) {
                while (rows.next()) {
                    found.add(invariant.name() + ": " + rows.getString(1));
                }
            }
        }
        return found;
    }

    private long count(String caseNumber) throws SQLException {
        var sql = "select count(*) from after_sales_case where case_number = ?";
        try (PreparedStatement question = database.prepareStatement(sql)) {
            question.setString(1, caseNumber.strip());
            try (var rows = question.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
