package makegood.ride;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The nodes' MySQL, looked into and hurt. */
record Database(String url, String user, String password) {
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Nothing can be written for so long. */
    void stall(Duration time) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("flush tables with read lock");
            FaultyGateway.pause(time.toMillis());
            statement.execute("unlock tables");
        }
    }

    /** Every connection of every node is cut. */
    void cutAll() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            for (var id : list(
                    connection,
                    "select id from information_schema.processlist where db = database() and id <> connection_id()")) {
                try {
                    statement.execute("kill " + id);
                } catch (SQLException gone) {
                    // it has ended by itself
                }
            }
        }
    }

    /** External tasks without tries: incidents that wait for a manager. */
    List<String> stuckWork() throws SQLException {
        try (var connection = open()) {
            return list(connection, "select ID_ from ACT_RU_EXT_TASK where RETRIES_ = 0");
        }
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        try (var question = connection.createStatement();
                var rows = question.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
