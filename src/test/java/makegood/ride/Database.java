package makegood.ride;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The nodes' database, looked into and prepared; each node has an account of its own, so that it can be told by it. */
record Database(Mysqld server, String name) {
    static final String PASSWORD = "makegood";

    static Database create(Mysqld server, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("makegood"), "makegood", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        }
        return new Database(server, name);
    }

    String url() {
        return server.url(name);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url(), "makegood", PASSWORD);
    }

    String accountOf(String node) throws SQLException {
        var account = account(node);
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("create user " + account + "@'%' identified by '" + PASSWORD + "'");
            statement.execute("grant all on " + name + ".* to " + account + "@'%'");
        }
        return account;
    }

    void placeTriggers() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            for (var point : Point.values()) {
                statement.execute(point.trigger());
            }
        }
    }

    static void arm(Connection connection, Point point) throws SQLException {
        one(connection, "select get_lock('" + point.name() + "', 5)");
    }

    static void disarm(Connection connection, Point point) throws SQLException {
        one(connection, "select release_lock('" + point.name() + "')");
    }

    /** The node that sleeps at an armed point. */
    static Optional<String> nodeHeld(Connection connection) throws SQLException {
        for (var node : Nodes.NAMES) {
            if (one(connection, "select is_used_lock('" + Point.HELD + account(node) + "')")
                    .isPresent()) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static String account(String node) {
        return "ride_" + node;
    }

    /** How often a node has begun to serve this refund. */
    int attempts(String refundNumber) throws SQLException {
        try (var connection = open()) {
            return one(
                            connection,
                            "select sum(attempts) from department_request where idempotency_key = '" + refundNumber
                                    + "'")
                    .map(Integer::valueOf)
                    .orElse(0);
        }
    }

    /** External tasks without tries: incidents that wait for a manager. */
    List<String> stuckWork() throws SQLException {
        try (var connection = open()) {
            return list(connection, "select ID_ from ACT_RU_EXT_TASK where RETRIES_ = 0");
        }
    }

    /** The gateway's book where the checker looks for it. */
    void write(List<GatewayBook.Paid> book) throws SQLException {
        try (var connection = open();
                var insert = connection.prepareStatement(
                        "insert into sandbox_refund (refund_number, store, payment_number, amount, currency,"
                                + " refund_state, gateway_reference, received_at) values (?, 'north', ?, ?, 'CNY', ?, 'G', ?)")) {
            for (var paid : book) {
                insert.setString(1, paid.number());
                insert.setString(2, paid.payment());
                insert.setLong(3, paid.amount());
                insert.setString(4, paid.state());
                insert.setTimestamp(5, Timestamp.valueOf(LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Optional<String> one(Connection connection, String sql) throws SQLException {
        return list(connection, sql).stream().filter(Objects::nonNull).findFirst();
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
