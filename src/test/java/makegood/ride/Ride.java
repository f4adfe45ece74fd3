package makegood.ride;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two nodes, one database, a gateway with faults, people who go on working: one seeded ride, and what came of it. */
final class Ride implements AutoCloseable {
    private static final Duration SETTLE_DOWN = Duration.ofMinutes(8);
    private static final int OPEN_AT_ONCE = 40;

    /**
     * How much of everything.
     *
     * @param cases at least so many
     * @param rounds of kills, eight nodes each
     * @param hurts of these rounds, how many also stop a node, hurt the database and take the gateway away
     * @param gatewayAway milliseconds of the last of them; the others have ten seconds
     */
    record Size(int cases, int rounds, int hurts, long gatewayAway) {}

    private final Size size;
    private final FaultyGateway gateway;
    private final Nodes nodes;
    private final Database database;
    private final Dice dice;
    private final Calls calls;
    private final Contests contests;
    private final Riders riders;
    private final Bells bells;
    private final Strikes strikes;
    private volatile boolean striking = true;

    Ride(Size size, long seed, FaultyGateway gateway, Nodes nodes, Database database) {
        this.size = size;
        this.gateway = gateway;
        this.nodes = nodes;
        this.database = database;
        this.dice = new Dice(seed);
        this.calls = new Calls(nodes, new Dice(seed + 1));
        this.contests = new Contests(calls);
        this.riders = new Riders(calls, contests, new Dice(seed + 2));
        this.bells = new Bells(gateway.book, calls, new Dice(seed + 3));
        this.strikes = new Strikes(nodes, database, gateway, calls, dice);
    }

    List<String> complaints() {
        var all = new ArrayList<>(calls.complaints);
        all.addAll(gateway.book.complaints);
        all.addAll(gateway.book.paidTwice());
        return all;
    }

    List<String> accepted() {
        return List.copyOf(riders.cases.keySet());
    }

    long longestStandstill() {
        return strikes.longestStandstill();
    }

    List<String> figures() {
        var faults = gateway.played();
        return List.of(
                riders.cases.size() + " cases; calls by status (0: no answer) " + calls.statuses(),
                strikes.figures(),
                faults.values().stream().mapToInt(Integer::intValue).sum() + " gateway faults " + faults,
                bells.figures(),
                "%d races ten wide on a task and %d on a line, %d lost with 409"
                        .formatted(contests.onATask.get(), contests.onALine.get(), contests.lost.get()),
                calls.stalls());
    }

    void run() throws Exception {
        connectGateway();
        nodes.startTheOthers();
        database.placeTriggers();
        var all = Executors.newCachedThreadPool();
        try {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < 3; i++) {
                work.add(all.submit(this::rides));
            }
            var ringing = all.submit(bells::ring);
            work.add(ringing);
            strike();
            striking = false;
            for (var each : work.subList(0, 3)) {
                each.get(120, TimeUnit.MINUTES);
            }
            settlesDown();
            if (ringing.isDone()) {
                ringing.get(); // how it failed
            }
        } finally {
            all.shutdownNow();
        }
    }

    private void connectGateway() {
        calls.insist(
                "admin",
                "PUT",
                "/api/v1/departments/finance/connection?store=north",
                "{\"baseUrl\": \"" + gateway.url() + "\", \"keyId\": \"" + Bells.KEY + "\"}",
                Map.of());
    }

    /** The rounds that hurt more come last, the longest absence of the gateway at the very end. */
    private void strike() throws Exception {
        for (int round = 1; round <= size.rounds(); round++) {
            strikes.kills();
            System.out.println("Round " + round + ": " + strikes.figures());
            if (round > size.rounds() - size.hurts()) {
                strikes.freeze(round == size.rounds() ? size.gatewayAway() : 10_000, round % 2 == 1);
            }
        }
        strikes.awaitWatched();
    }

    /** Opens cases and works on those that are open, as long as faults are played or cases are missing. */
    private void rides() {
        while (striking || riders.cases.size() < size.cases()) {
            if (riders.open.size() < OPEN_AT_ONCE) {
                riders.opensACase();
            }
            riders.worksOnSome(nodes.complete() ? 5 : 1);
            if (!nodes.complete()) {
                Dice.pause(1_000); // a node that starts needs the machine too
            }
        }
    }

    /** No more faults: every case comes to its end, with the gateway asked and incidents tried again as a manager would. */
    private void settlesDown() throws SQLException {
        gateway.behaves();
        nodes.awaitAll();
        long end = System.nanoTime() + SETTLE_DOWN.toNanos();
        var open = List.copyOf(riders.cases.keySet());
        while (!open.isEmpty() && System.nanoTime() < end) {
            for (var kept = gateway.book.forever.poll(); kept != null; kept = gateway.book.forever.poll()) {
                gateway.book.decide(kept, "SETTLED");
            }
            open = open.parallelStream()
                    .filter(number -> !riders.worksOn(number))
                    .toList();
            open.forEach(riders::asksTheGateway);
            for (var task : database.stuckWork()) {
                calls.say(
                        "manager",
                        "PUT",
                        "/camunda/api/engine/engine/default/external-task/" + task + "/retries",
                        "{\"retries\": 3}",
                        Map.of());
            }
            Dice.pause(1_000);
        }
        open.forEach(number -> calls.complaints.add(
                "has not ended: " + calls.say("manager", "GET", "/api/v1/cases/" + number, null, Map.of())));
    }

    @Override
    public void close() {
        contests.close();
    }
}
