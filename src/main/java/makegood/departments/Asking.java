package makegood.departments;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One attempt to get an answer. What may have been done already is asked for first, by the same idempotency key; only
 * what the department has never seen is sent again. A refund is asked for before its first sending too: a restored
 * database, or another system that knew the number, may have sent it.
 */
class Asking {
    private static final String STATE = "state";
    private final Connector connector;
    private final ExecutorService calls;
    private final long deadlineMillis;

    Asking(Connector connector, ExecutorService calls, long deadlineMillis) {
        this.connector = connector;
        this.calls = calls;
        this.deadlineMillis = deadlineMillis;
    }

    Answer answer(DepartmentCall call, boolean askedBefore) {
        return switch (Topic.of(call.topic())) {
            case FINANCE_REFUND -> money(() -> askThenCall(call));
            case FINANCE_QUERY_REFUND -> money(() -> askOrSendAgain(call));
            case NOTIFICATION_SEND -> told(askedBefore ? askThenCall(call) : inTime(() -> connector.call(call)));
            default -> askedBefore ? askThenCall(call) : inTime(() -> connector.call(call));
        };
    }

    /** A customer who cannot be reached must not hold up the case: the step is told so and goes on. */
    private static Answer told(Answer answer) {
        return answer instanceof Answer.No no ? new Answer.Done(Map.of("sent", false, "code", no.code())) : answer;
    }

    private Answer askThenCall(DepartmentCall call) {
        var known = inTime(() -> connector.query(call));
        return known instanceof Answer.Unknown ? inTime(() -> connector.call(call)) : known;
    }

    /** The gateway does not know the number: the refund never reached it, so it is sent again under the same number. */
    private Answer askOrSendAgain(DepartmentCall question) {
        var known = inTime(() -> connector.call(question));
        return known instanceof Answer.Unknown
                ? inTime(() -> connector.call(question.as(Topic.FINANCE_REFUND.id())))
                : known;
    }

    /** Nobody knows whether money moved when the answer is lost; the model waits and asks, the worker never repeats blindly. */
    private static Answer money(Supplier<Answer> way) {
        try {
            return moneyAnswer(way.get());
        } catch (AnswerLost lost) {
            return new Answer.Done(Map.of(STATE, "UNKNOWN"));
        }
    }

    /** The model waits for the settlement itself, so an open refund completes the task too. */
    private static Answer moneyAnswer(Answer answer) {
        if (answer instanceof Answer.Pending) {
            return new Answer.Done(Map.of(STATE, "PENDING"));
        }
        if (answer instanceof Answer.Done done && !done.values().containsKey(STATE)) {
            throw new IllegalStateException("an answer about a refund names its state");
        }
        return answer;
    }

    private Answer inTime(Supplier<Answer> question) {
        var running = calls.submit(question::get);
        try {
            return running.get(deadlineMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            running.cancel(true);
            throw new AnswerLost("no answer within " + deadlineMillis + " ms");
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new AnswerLost("this node is stopping");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }
}
