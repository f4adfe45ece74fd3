package makegood.ride;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makegood.NeedsJar;
import makegood.NeedsMysqld;
import makegood.checker.Checker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, lies or comes twice: nothing is lost and nothing is paid twice. {@code -Dmakegood.ride.seed=} replays a
 * ride's dice, {@code -Dmakegood.ride=long} rides long. docs/reliability.md says what is done and what came of it.
 */
@NeedsJar
@NeedsMysqld
@Tag("ride")
class RideTests {
    private static final Ride.Size SHORT = new Ride.Size(60, 1, 1, 10_000);
    private static final Ride.Size LONG = new Ride.Size(1_300, 8, 4, 120_000);
    private static final int FAULTS_IN_HUNDRED = 40;
    private static final long SEVENTY_SECONDS = 70_000;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingPaidTwice() throws Exception {
        long seed = Long.getLong("makegood.ride.seed", System.nanoTime() % 1_000_000);
        System.out.println("The ride's seed, to play it again: -Dmakegood.ride.seed=" + seed);
        try (var server = new Mysqld(folder.resolve("mysql"));
                var gateway = new FaultyGateway(new Dice(seed + 9), FAULTS_IN_HUNDRED)) {
            var database = Database.create(server, "ride");
            try (var nodes = new Nodes(folder, environments(database));
                    var ride = new Ride(size(), seed, gateway, nodes, database)) {
                try {
                    ride.run();
                } finally {
                    ride.figures().forEach(System.out::println);
                }
                if (!ride.complaints().isEmpty()) {
                    nodes.faults().forEach(System.out::println);
                }
                database.write(gateway.book.all());
                assertThat(ride.complaints()).as("seed %s", seed).isEmpty();
                assertThat(violations(database, ride.accepted()))
                        .as("seed %s", seed)
                        .isEmpty();
                assertThat(ride.longestStandstill()).as("seed %s", seed).isLessThanOrEqualTo(SEVENTY_SECONDS);
            }
        }
    }

    private static Map<String, Map<String, String>> environments(Database database) throws SQLException {
        var each = new HashMap<String, Map<String, String>>();
        for (var name : Nodes.NAMES) {
            var environment = new HashMap<String, String>();
            environment.put("SPRING_PROFILES_ACTIVE", "mysql");
            environment.put("MAKEGOOD_NODE", name);
            environment.put("MAKEGOOD_MYSQL_URL", database.url());
            environment.put("MAKEGOOD_MYSQL_USER", database.accountOf(name));
            environment.put("MAKEGOOD_MYSQL_PASSWORD", Database.PASSWORD);
            environment.put("MAKEGOOD_DEPARTMENTS_WEBHOOKKEYS_RIDE", Bells.SECRET);
            environment.put("MAKEGOOD_DEPARTMENTS_HTTP_TOTAL", "4s");
            each.put(name, environment);
        }
        return each;
    }

    private static Ride.Size size() {
        return "long".equals(System.getProperty("makegood.ride")) ? LONG : SHORT;
    }

    private static List<String> violations(Database database, List<String> accepted) throws SQLException {
        try (var connection = database.open()) {
            var found = new Checker(connection).violations(accepted);
            System.out.println("The checker finds " + found.size() + " violations in " + accepted.size() + " cases");
            return found;
        }
    }
}
