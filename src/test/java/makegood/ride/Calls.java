package makegood.ride;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import makegood.RunningJar;
import makegood.RunningJar.Answer;

/** Every call to a node: counted by its answer, and timed while the database stands still. */
final class Calls {
    private static final long TEN_SECONDS = 10_000;
    private final Nodes nodes;
    private final Dice dice;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private volatile long stallBegan;
    private volatile long stallEnded;
    private volatile boolean stalled;
    private int laterInAStall;
    private long longestInAStall;

    /** What no fault excuses. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    Calls(Nodes nodes, Dice dice) {
        this.nodes = nodes;
        this.dice = dice;
    }

    /** From any node; null when no answer came. */
    Answer say(String who, String method, String path, String body, Map<String, String> headers) {
        var node = nodes.any(dice);
        if (node.isEmpty()) {
            Dice.pause(300);
            return null;
        }
        return say(node.get(), who, method, path, body, headers);
    }

    Answer say(RunningJar node, String who, String method, String path, String body, Map<String, String> headers) {
        long began = System.nanoTime();
        Answer answer = null;
        try {
            answer = node.exchange(who, method, path, body, headers);
        } catch (IOException died) {
            // its status is 0
        }
        note(method + " " + path, answer, began);
        return answer;
    }

    /** Until a node has answered with anything but "later". */
    Answer insist(String who, String method, String path, String body, Map<String, String> headers) {
        for (int attempt = 0; attempt < 400; attempt++) {
            var answer = say(who, method, path, body, headers);
            if (answer != null && answer.status() != 503 && answer.status() != 409) {
                return answer;
            }
            Dice.pause(300);
        }
        throw new AssertionError("no node has answered " + method + " " + path);
    }

    void databaseStalls(boolean now) {
        if (now) {
            stallBegan = System.nanoTime();
            stalled = true;
        } else {
            stallEnded = System.nanoTime();
            stalled = false;
        }
    }

    boolean inAStall() {
        return stalled;
    }

    private synchronized void note(String what, Answer answer, long began) {
        statuses.merge(answer == null ? 0 : answer.status(), 1, Integer::sum);
        if (answer != null && answer.status() >= 500 && answer.status() != 503) {
            complaints.add(what + ": " + answer);
        }
        if (answer == null) {
            return; // its node was killed or stopped, and stalls are shorter than callers wait
        }
        long now = System.nanoTime();
        long until = stalled ? now : Math.min(now, stallEnded);
        long waited = TimeUnit.NANOSECONDS.toMillis(until - Math.max(began, stallBegan));
        if (stallBegan == 0 || waited <= 0) {
            return;
        }
        if (answer.status() == 503) {
            laterInAStall++;
        }
        longestInAStall = Math.max(longestInAStall, waited);
        if (waited > TEN_SECONDS) {
            complaints.add(what + " waited " + waited + " ms for a stalled database: " + answer);
        }
    }

    /** How many answers of each status; 0: none came. */
    synchronized Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    synchronized String stalls() {
        return laterInAStall + " calls answered 503 in a stalled database, the longest wait " + longestInAStall + " ms";
    }
}
