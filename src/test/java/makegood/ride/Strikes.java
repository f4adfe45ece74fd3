package makegood.ride;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import makegood.ride.FaultyGateway.Moment;

/** What is done to nodes, database and gateway while people work. */
final class Strikes {
    /** Longer than the lock of a department's work (40 s). */
    private static final long LONGER_THAN_A_LOCK = 46_000;

    private static final long STALL = 14_000;
    private static final Executor HANDS = work -> {
        var thread = new Thread(work, "strike");
        thread.setDaemon(true);
        thread.start();
    };
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Nodes nodes;
    private final Database database;
    private final FaultyGateway gateway;
    private final Calls calls;
    private final Dice dice;
    private final Map<Point, Integer> killedAt = new EnumMap<>(Point.class);
    private final List<Long> goneOnAfter = new CopyOnWriteArrayList<>();
    private final List<Long> askedAgainAfter = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> watched = new CopyOnWriteArrayList<>();
    private int killedInACall;
    private int killedAfterSuccess;
    private int bothKilled;
    private int frozen;
    private int databaseKilled;
    private int databaseStalled;
    private int gatewayDown;

    Strikes(Nodes nodes, Database database, FaultyGateway gateway, Calls calls, Dice dice) {
        this.nodes = nodes;
        this.database = database;
        this.gateway = gateway;
        this.calls = calls;
        this.dice = dice;
    }

    /** A kill at each of the six points of a refund, and one of both nodes after the gateway's success. */
    void kills() throws Exception {
        in(Moment.BEFORE, (node, number) -> {
            killedInACall++;
            kill(node, number);
        });
        nodes.awaitAll();
        in(Moment.DONE, (node, number) -> {
            killedAfterSuccess++;
            kill(node, number);
        });
        for (var point : Point.values()) {
            nodes.awaitAll();
            at(point);
        }
        nodes.awaitAll();
        in(Moment.DONE, (node, number) -> {
            bothKilled++;
            nodes.kill(Nodes.NAMES);
        });
        nodes.awaitAll();
    }

    private void kill(String node, String number) {
        long died = System.nanoTime();
        nodes.kill(List.of(node));
        watched.add(CompletableFuture.runAsync(() -> goesOn(number, died), HANDS));
    }

    /** Until another node begins it anew; a gateway whose calls keep failing may be left in peace a while longer. */
    private void goesOn(String number, long died) {
        try {
            int before = database.attempts(number);
            while (database.attempts(number) == before) {
                if (System.nanoTime() - died > PATIENCE.toNanos()) {
                    calls.complaints.add("nobody went on with " + number);
                    return;
                }
                Dice.pause(200);
            }
            goneOnAfter.add(since(died));
            while (!gateway.book.spokenOfSince(number, died) && System.nanoTime() - died < PATIENCE.toNanos()) {
                Dice.pause(50);
            }
            askedAgainAfter.add(since(died));
        } catch (SQLException away) {
            calls.complaints.add("the database could not be asked about " + number + ": " + away);
        }
    }

    private static long since(long moment) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - moment);
    }

    /** In the next refund's call. */
    private void in(Moment moment, BiConsumer<String, String> strike) throws Exception {
        var struck = new CompletableFuture<Void>();
        gateway.strike(moment, (node, number) -> {
            strike.accept(node, number);
            struck.complete(null);
        });
        try {
            struck.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException quiet) {
            calls.complaints.add("no refund was sent for " + PATIENCE);
        }
    }

    /** Where a trigger holds a node's transaction. */
    private void at(Point point) throws SQLException {
        try (var connection = database.open()) {
            Database.arm(connection, point);
            long end = System.nanoTime() + PATIENCE.toNanos();
            var held = Database.nodeHeld(connection);
            while (held.isEmpty() && System.nanoTime() < end) {
                Dice.pause(20);
                held = Database.nodeHeld(connection);
            }
            held.ifPresent(node -> nodes.kill(List.of(node)));
            Database.disarm(connection, point);
            if (held.isEmpty()) {
                calls.complaints.add("nothing came to " + point + " for " + PATIENCE);
            } else {
                killedAt.merge(point, 1, Integer::sum);
            }
        }
    }

    /** A node stops in a call for longer than its lock; the database is hurt meanwhile, or when the node goes on. */
    void freeze(long gatewayAway, boolean hurtMeanwhile) throws Exception {
        nodes.awaitAll();
        awaitWatched();
        in(Moment.BEFORE, (node, number) -> nodes.stop(node));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGER_THAN_A_LOCK);
        gateway.down(true);
        Dice.pause(gatewayAway);
        gateway.down(false);
        gatewayDown++;
        if (hurtMeanwhile) {
            hurtDatabase();
        }
        Dice.pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        nodes.letAllGoOn();
        frozen++;
        if (!hurtMeanwhile) {
            hurtDatabase();
        }
    }

    private void hurtDatabase() throws Exception {
        database.server().signal("STOP");
        calls.databaseStalls(true);
        var knocking = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(this::knocks, HANDS))
                .toList();
        Dice.pause(STALL);
        calls.databaseStalls(false);
        database.server().signal("CONT");
        databaseStalled++;
        knocking.forEach(CompletableFuture::join);
        Dice.pause(1_000 + dice.below(2_000));
        database.server().kill();
        Dice.pause(2_000);
        database.server().start();
        databaseKilled++;
    }

    /** People who come while the database stands still. */
    private void knocks() {
        while (calls.inAStall()) {
            calls.say("agent", "GET", "/api/v1/cases?q=RIDE", null, Map.of());
            calls.say("agent", "GET", "/engine-rest/task?maxResults=5", null, Map.of());
            calls.say("shop", "PUT", "/api/v1/orders/north/KNOCK", Orders.order("KNOCK"), Map.of());
        }
    }

    /** A database that is away, or a gateway, is no node that stands still. */
    void awaitWatched() {
        watched.forEach(CompletableFuture::join);
        watched.clear();
    }

    /** The longest that work stood still whose node was killed in a call, in milliseconds. */
    long longestStandstill() {
        return goneOnAfter.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    String figures() {
        return ("%d nodes killed (in the call %d, after the gateway's success %d, %s, both at once %d times), %d stopped for %d s,"
                        + " database killed %d times and stalled %d times for %d s, gateway away %d times for %d calls,"
                        + " work of a killed node went on elsewhere after %s ms, its gateway was asked again after %s ms")
                .formatted(
                        nodes.kills.get(),
                        killedInACall,
                        killedAfterSuccess,
                        killedAt,
                        bothKilled,
                        frozen,
                        LONGER_THAN_A_LOCK / 1_000,
                        databaseKilled,
                        databaseStalled,
                        STALL / 1_000,
                        gatewayDown,
                        gateway.refusedWhileDown(),
                        goneOnAfter,
                        askedAgainAfter);
    }
}
