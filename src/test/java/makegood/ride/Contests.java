package makegood.ride;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import makegood.RunningJar.Answer;

/** Ten do the same thing at once, on whatever nodes: one wins, the others hear of it. */
final class Contests implements AutoCloseable {
    private static final int WIDE = 10;
    private final Calls calls;
    private final ExecutorService runners = Executors.newCachedThreadPool();
    final AtomicInteger onATask = new AtomicInteger();
    final AtomicInteger onALine = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();

    Contests(Calls calls) {
        this.calls = calls;
    }

    void complete(String who, String task, String element, String body) {
        var answers = all(number -> calls.say(who, "POST", "/engine-rest/task/" + task + "/complete", body, Map.of()));
        judge(element + " " + task, answers, 204, Set.of(409, 503));
        onATask.incrementAndGet();
    }

    /** Ten requests about the same line, each with a key of its own: one opens the case, the others join it or hear 409. */
    Answer open(String order, String request) {
        var answers = all(number -> open(order, number, request));
        judge("the line of " + order, answers, 201, Set.of(200, 409, 503));
        onALine.incrementAndGet();
        for (int number = 0; ; number = (number + 1) % WIDE) { // who has won may not have heard of it: asked again
            var accepted = answers.stream().filter(a -> a.status() < 300).findFirst();
            if (accepted.isPresent()) {
                return accepted.get();
            }
            var again = open(order, number, request);
            answers = again == null ? List.of() : List.of(again);
            Dice.pause(100);
        }
    }

    private Answer open(String order, int number, String request) {
        return calls.say("shop", "POST", "/api/v1/cases", request, Map.of("Idempotency-Key", order + "-" + number));
    }

    private interface Runner {
        Answer run(int number);
    }

    private List<Answer> all(Runner runner) {
        var ten = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < WIDE; i++) {
            int number = i;
            ten.add(() -> runner.run(number));
        }
        var answers = new ArrayList<Answer>();
        try {
            for (var one : runners.invokeAll(ten)) {
                var answer = one.get();
                if (answer != null) {
                    answers.add(answer);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return answers;
    }

    private void judge(String what, List<Answer> answers, int success, Set<Integer> toOthers) {
        if (answers.stream().filter(a -> a.status() == success).count() > 1) {
            calls.complaints.add("a race was won twice: " + what);
        }
        for (var answer : answers) {
            if (answer.status() == 409) {
                lost.incrementAndGet();
            }
            if (answer.status() != success && !toOthers.contains(answer.status())) {
                calls.complaints.add("a lost race was answered " + answer.status() + ": " + what);
            }
        }
    }

    @Override
    public void close() {
        runners.shutdownNow();
    }
}
