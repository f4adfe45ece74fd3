package makegood;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** The MySQL of {@link NeedsMySql} tests. Each caller gets a database of its own, left behind for a look. */
public final class MySql {
    private MySql() {}

    public static String user() {
        return Means.variable("MAKEGOOD_MYSQL_USER").orElse("root");
    }

    public static String password() {
        return Means.variable("MAKEGOOD_MYSQL_PASSWORD").orElse("");
    }

    /** An empty database; returns its JDBC URL. */
    public static String freshDatabase() {
        var url = Means.MYSQL.found();
        var name = "makegood_" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        try (var connection = DriverManager.getConnection(url, user(), password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("no MySQL at " + url, e);
        }
        return url.replaceFirst("(//[^/?]+)(/[^?]*)?", "$1/" + name);
    }
}
