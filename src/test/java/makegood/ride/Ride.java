package makegood.ride;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Two nodes, one database, a gateway with faults, people who go on working: one seeded ride, and what came of it. */
final class Ride {
    static final String KEY = "ride";
    static final String SECRET = "only-for-the-ride";
    private static final Duration SETTLE_DOWN = Duration.ofMinutes(6);

    /** How much of everything. */
    record Size(int cases, int rounds, int riders) {
        /** {@code rounds}: each strikes at the six moments of a refund, one kill per moment. */
        int kills() {
            return rounds * 6;
        }
    }

    private final Size size;
    private final Random dice;
    private final FaultyGateway gateway;
    private final Nodes nodes;
    private final Riders riders;
    private final Database database;
    private final AtomicInteger webhooks = new AtomicInteger();
    private final List<Long> goneOnAfter = new CopyOnWriteArrayList<>();

    Ride(Size size, long seed, FaultyGateway gateway, Nodes nodes, Database database) {
        this.size = size;
        this.dice = new Random(seed);
        this.gateway = gateway;
        this.nodes = nodes;
        this.database = database;
        this.riders = new Riders(nodes, new Random(seed + 1));
    }

    List<String> complaints() {
        var all = new ArrayList<>(riders.complaints);
        all.addAll(gateway.complaints);
        all.addAll(gateway.settledTwice());
        return all;
    }

    List<String> accepted() {
        return List.copyOf(riders.cases.keySet());
    }

    /** The longest that work stood still whose node was killed in a call, in milliseconds. */
    long longestStandstill() {
        return goneOnAfter.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    String figures() {
        var faults = gateway.played.entrySet().stream()
                .filter(e -> e.getKey() != FaultyGateway.Fault.NONE)
                .mapToInt(Map.Entry::getValue)
                .sum();
        return "%d cases, %d kills, %d gateway faults %s, %d webhooks sent three times, %d races ten wide, %d calls unanswered, longest standstill %d ms"
                .formatted(
                        riders.cases.size(),
                        nodes.kills.get(),
                        faults,
                        gateway.played,
                        webhooks.get(),
                        riders.races.get(),
                        riders.unanswered.get(),
                        longestStandstill());
    }

    void run() throws Exception {
        nodes.any(dice)
                .put(
                        "admin",
                        "/api/v1/departments/finance/connection?store=north",
                        "{\"baseUrl\": \"" + gateway.url() + "\", \"keyId\": \"" + KEY + "\"}");
        FaultyGateway.pause(5_500); // the other node has seen it too
        var all = Executors.newCachedThreadPool();
        try {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < size.riders(); i++) {
                int share = size.cases() / size.riders();
                work.add(all.submit(() -> rides(share)));
            }
            var bells = all.submit(this::ringsBells);
            strikes();
            database.stall(Duration.ofSeconds(8));
            database.cutAll();
            for (var each : work) {
                each.get(20, TimeUnit.MINUTES);
            }
            bells.cancel(true);
            settlesDown();
        } finally {
            all.shutdownNow();
        }
    }

    /** Opens cases and works on all that are open, never slower than the faults last. */
    private void rides(int share) {
        for (int opened = 0; opened < share; opened++) {
            riders.opensACase();
            worksOnSome(6);
        }
    }

    private void worksOnSome(int many) {
        var open = new ArrayList<>(riders.cases.keySet());
        synchronized (dice) {
            Collections.shuffle(open, dice);
        }
        open.stream().limit(many).forEach(riders::worksOn);
    }

    /** Each round: a node dies before the hold, held and unsent, in the call, after success, after the answer, in a webhook. */
    private void strikes() {
        for (int round = 0; round < size.rounds(); round++) {
            for (int moment = 0; moment < 6; moment++) {
                awaitBothNodes();
                switch (moment) {
                    case 0 -> dies(0);
                    case 1 -> dies(150);
                    case 2 -> diesIn(FaultyGateway.Moment.BEFORE);
                    case 3 -> diesIn(FaultyGateway.Moment.DONE);
                    case 4 -> diesIn(FaultyGateway.Moment.ANSWERED);
                    default -> diesInAWebhook();
                }
            }
            gateway.down = true;
            FaultyGateway.pause(10_000);
            gateway.down = false;
        }
        awaitBothNodes();
    }

    private void awaitBothNodes() {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!nodes.complete(2)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("a killed node has not come back");
            }
            FaultyGateway.pause(300);
        }
    }

    /** Somewhere in the work of an answer: not before or after it, but a little later each time. */
    private void dies(int after) {
        int pause;
        synchronized (dice) {
            pause = after + dice.nextInt(120);
        }
        var name = dice.nextBoolean() ? "a" : "b";
        new Thread(() -> worksOnSome(3), "meanwhile").start();
        FaultyGateway.pause(pause);
        nodes.kill(name);
    }

    private void diesIn(FaultyGateway.Moment moment) {
        gateway.strike(moment, (node, number) -> {
            if (moment == FaultyGateway.Moment.ANSWERED) {
                FaultyGateway.pause(dice.nextInt(30));
            }
            long died = System.nanoTime();
            if (nodes.kill(node) && moment != FaultyGateway.Moment.ANSWERED) {
                new Thread(() -> goesOn(number, died), "goes-on").start();
            }
        });
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!gateway.struck(moment) && System.nanoTime() < end) {
            riders.opensACase();
            worksOnSome(6);
        }
    }

    private void goesOn(String number, long died) {
        while (!(gateway.lastAsked(number) > died)) {
            if (System.nanoTime() - died > Duration.ofMinutes(3).toNanos()) {
                riders.complaints.add("nobody went on with " + number);
                return;
            }
            FaultyGateway.pause(100);
        }
        goneOnAfter.add(TimeUnit.NANOSECONDS.toMillis(gateway.lastAsked(number) - died));
    }

    private void diesInAWebhook() {
        for (int tries = 0; tries < 200 && gateway.undecided.isEmpty(); tries++) {
            riders.opensACase();
            worksOnSome(6);
        }
        var paid = gateway.undecided.poll();
        var name = dice.nextBoolean() ? "a" : "b";
        if (paid == null) {
            nodes.kill(name);
            return;
        }
        gateway.decide(paid.number(), "SETTLED");
        var node = nodes.named(name);
        if (node != null) {
            new Thread(() -> Signed.tell(node, KEY, SECRET, message(paid, "SETTLED")), "bell").start();
            FaultyGateway.pause(dice.nextInt(25));
            nodes.kill(name);
        }
    }

    /** Open refunds are decided; each decision is told three times, shuffled, and some never. */
    private void ringsBells() {
        var told = new ArrayList<String>();
        while (!Thread.currentThread().isInterrupted()) {
            for (var paid = gateway.undecided.poll(); paid != null; paid = gateway.undecided.poll()) {
                var state = riders.chance(4) ? "REFUSED" : "SETTLED";
                gateway.decide(paid.number(), state);
                if (!riders.chance(5)) {
                    told.addAll(Collections.nCopies(3, message(paid, state)));
                    webhooks.incrementAndGet();
                }
            }
            for (var paid = gateway.toReverse.poll(); paid != null; paid = gateway.toReverse.poll()) {
                gateway.decide(paid.number(), "REVERSED");
                told.addAll(Collections.nCopies(3, message(paid, "REVERSED")));
                webhooks.incrementAndGet();
            }
            synchronized (dice) {
                Collections.shuffle(told, dice);
            }
            told.removeIf(message -> Signed.tell(nodes.any(dice), KEY, SECRET, message) == 202);
            FaultyGateway.pause(700);
        }
    }

    private static String message(FaultyGateway.Paid paid, String state) {
        var answer = state.equals("REFUSED")
                ? "\"answer\": \"NO\", \"code\": \"ACCOUNT_CLOSED\""
                : "\"answer\": \"DONE\", \"values\": {\"state\": \"" + state + "\"}";
        return "{\"id\": \"" + paid.number() + "-" + state + "\", \"topic\": \"finance.refund\", \"reference\": \""
                + paid.number() + "\", " + answer + "}";
    }

    /** No more faults: every case comes to its end, with the gateway asked and incidents tried again as a manager would. */
    private void settlesDown() throws SQLException {
        gateway.quiet = true;
        gateway.down = false;
        awaitBothNodes();
        long end = System.nanoTime() + SETTLE_DOWN.toNanos();
        var open = List.copyOf(riders.cases.keySet());
        while (!open.isEmpty() && System.nanoTime() < end) {
            gateway.undecided.forEach(paid -> gateway.decide(paid.number(), "SETTLED"));
            gateway.undecided.clear();
            open = open.stream().filter(number -> !riders.worksOn(number)).collect(Collectors.toList());
            for (var number : open) {
                riders.say(
                        "agent",
                        "POST",
                        "/api/v1/sandbox/timers/fire",
                        "{\"caseNumber\": \"" + number + "\", \"element\": \"Event_AskGatewayDue\"}",
                        Map.of());
            }
            for (var task : database.stuckWork()) {
                riders.say(
                        "manager",
                        "PUT",
                        "/camunda/api/engine/engine/default/external-task/" + task + "/retries",
                        "{\"retries\": 3}",
                        Map.of());
            }
            FaultyGateway.pause(1_000);
        }
        open.forEach(number -> riders.complaints.add(
                "has not ended: " + riders.say("manager", "GET", "/api/v1/cases/" + number, null, Map.of())));
    }

    /** The gateway's book where the checker looks for it. */
    void writeBook() throws SQLException {
        try (var connection = database.open();
                var insert = connection.prepareStatement(
                        "insert into sandbox_refund (refund_number, store, payment_number, amount, currency,"
                                + " refund_state, gateway_reference, received_at) values (?, 'north', ?, ?, 'CNY', ?, ?, ?)")) {
            for (var paid : gateway.book().values()) {
                insert.setString(1, paid.number());
                insert.setString(2, paid.payment());
                insert.setLong(3, paid.amount());
                insert.setString(4, paid.state());
                insert.setString(5, "G");
                insert.setTimestamp(6, Timestamp.valueOf(LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
