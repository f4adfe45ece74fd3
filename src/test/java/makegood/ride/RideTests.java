package makegood.ride;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import makegood.MySql;
import makegood.NeedsJar;
import makegood.NeedsMySql;
import makegood.checker.Checker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, lies or comes twice: nothing is lost and nothing is paid twice. {@code -Dmakegood.ride.seed=} replays a
 * ride's dice, {@code -Dmakegood.ride=long} rides long.
 */
@NeedsJar
@NeedsMySql
@Tag("ride")
class RideTests {
    private static final Ride.Size SHORT = new Ride.Size(60, 1, 3);
    private static final Ride.Size LONG = new Ride.Size(1_500, 10, 4);
    private static final int FAULTS_IN_HUNDRED = 40;
    private static final long SEVENTY_SECONDS = 70_000;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingPaidTwice() throws Exception {
        long seed = Long.getLong("makegood.ride.seed", System.nanoTime());
        System.out.println("The ride's seed: " + seed);
        var database = new Database(MySql.freshDatabase(), MySql.user(), MySql.password());
        var environment = Map.of(
                "SPRING_PROFILES_ACTIVE",
                "mysql",
                "MAKEGOOD_MYSQL_URL",
                database.url(),
                "MAKEGOOD_MYSQL_USER",
                database.user(),
                "MAKEGOOD_MYSQL_PASSWORD",
                database.password(),
                "MAKEGOOD_DEPARTMENTS_WEBHOOKKEYS_RIDE",
                Ride.SECRET,
                "MAKEGOOD_DEPARTMENTS_HTTP_TOTAL",
                "4s");
        try (var gateway = new FaultyGateway(new Random(seed), FAULTS_IN_HUNDRED);
                var nodes = new Nodes(folder, environment, "a", "b")) {
            var ride = new Ride(size(), seed, gateway, nodes, database);
            ride.run();
            System.out.println(ride.figures());
            ride.writeBook();
            assertThat(ride.complaints()).as("seed %s", seed).isEmpty();
            assertThat(violations(database, ride.accepted()))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(ride.longestStandstill()).as("on the other node").isLessThanOrEqualTo(SEVENTY_SECONDS);
        }
    }

    private static Ride.Size size() {
        return "long".equals(System.getProperty("makegood.ride")) ? LONG : SHORT;
    }

    private static List<String> violations(Database database, List<String> accepted) throws Exception {
        try (var connection = database.open()) {
            return new Checker(connection).violations(accepted);
        }
    }
}
