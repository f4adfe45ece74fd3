package makegood.ride;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import makegood.Eventually;
import makegood.Means;

/** The ride's own MySQL server, so that it can be stopped, killed and started again. */
final class Mysqld implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    Mysqld(Path folder) throws IOException {
        this.folder = folder;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start();
    }

    String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database;
    }

    /** Every commit stands in its log before it is acknowledged: what a killed server has promised is there again. */
    void start() throws IOException {
        var builder = new ProcessBuilder(
                Means.mysqld(),
                String.valueOf(port),
                folder.toString(),
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-flush-method=nosync");
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("mysqld.log").toFile()))
                .start();
        Eventually.holds(Duration.ofMinutes(2), this::answers, () -> "see the server's log " + folder);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("the MySQL server ended by itself");
        }
        try (var connection = DriverManager.getConnection(url("makegood"), "makegood", "makegood")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGSTOP or SIGCONT: it keeps its connections and does nothing. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
