package makegood.platform;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What people and outside systems tell us meets steps of the same case at work. Who loses such a race has written nothing
 * and is taken again, a little later each time: the sender has nothing to mend.
 */
public final class Races {
    private static final Logger LOG = LoggerFactory.getLogger(Races.class);
    private static final int RACES = 8;
    private static final int UNKNOWN = 3;
    private static final long FIRST_PAUSE = 15;
    private static final long LONGEST_PAUSE = 400;

    /** The engine looked at an instance or task that ended or went on between two of its own reads. */
    private static final Pattern MOVED = Pattern.compile(
            "^Cannot restore state of process instance|^Cannot find execution with id .* (?:for external task|referenced from job)"
                    + "|ENGINE-02010|doesn't accept signals|deleted in the meantime");

    private Races() {}

    /** One attempt, in a transaction of its own. */
    public interface Attempt<T, E extends Exception> {
        T take() throws E;
    }

    /** Fails with the last failure; a refusal and anything the caller could mend pass at once. */
    public static <T, E extends Exception> T again(Attempt<T, E> attempt) throws E {
        return upTo(failed -> Problems.known(failed).status() == 409, Problems::known, attempt);
    }

    /** As {@link #again}, for a command of the engine: only what another step of the case has caused is a lost race. */
    static <T> T pastOtherSteps(Attempt<T, RuntimeException> attempt) {
        return upTo(Races::lost, failed -> EngineProblem.of(failed, ""), attempt);
    }

    private static <T, E extends Exception> T upTo(
            Predicate<RuntimeException> lostRace, Function<RuntimeException, Problem> meaning, Attempt<T, E> attempt)
            throws E {
        for (int race = 1; ; race++) {
            try {
                return attempt.take();
            } catch (RuntimeException failed) {
                if (race >= tries(lostRace, meaning, failed)) {
                    throw failed;
                }
                pause(race);
            }
        }
    }

    /** The engine has more ways to stumble over a branch that went on than anybody has listed: a few tries for those. */
    private static int tries(
            Predicate<RuntimeException> lostRace,
            Function<RuntimeException, Problem> meaning,
            RuntimeException failed) {
        if (BusinessRefusal.in(failed) != null) {
            return 1;
        }
        if (lostRace.test(failed)) {
            return RACES;
        }
        int status = meaning.apply(failed).status();
        if (status != 500 && status != 409) {
            return 1;
        }
        LOG.warn("A fault that may be a race; taken again up to {} times", UNKNOWN - 1, failed);
        return UNKNOWN;
    }

    /** A revision that had changed, a row lock that never came, a deadlock, or a case that went on between two reads. */
    static boolean lost(Throwable failed) {
        if (BusinessRefusal.in(failed) != null) {
            return false;
        }
        for (var t = failed; t != null; t = t.getCause()) {
            if (t instanceof OptimisticLockingException
                    || t instanceof ConcurrencyFailureException
                    || t instanceof SQLException sql && Problems.lostRace(sql)
                    || movedMeanwhile(t)) {
                return true;
            }
        }
        return false;
    }

    static boolean movedMeanwhile(Throwable thrown) {
        if (thrown instanceof NullPointerException) { // of an execution that a branch beside it has taken away
            return thrown.getStackTrace().length > 0
                    && thrown.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.impl.");
        }
        if (thrown instanceof OptimisticLockException) { // a flush before a query is not translated by Spring
            return true;
        }
        if (thrown instanceof ProcessEnginePersistenceException) {
            return pointsAtWhatIsGone(thrown);
        }
        boolean engines = thrown instanceof NullValueException
                || thrown.getClass().getName().startsWith("org.camunda.bpm.engine.");
        return engines && MOVED.matcher(String.valueOf(thrown.getMessage())).find();
    }

    /** Two branches took down the same part of an instance, and one still found the other's row below it. */
    private static boolean pointsAtWhatIsGone(Throwable thrown) {
        for (var t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith("23")) {
                return true;
            }
        }
        return false;
    }

    /** Longer each time and never the same for two, so that they do not meet again. */
    private static void pause(int race) {
        long most = Math.min(LONGEST_PAUSE, FIRST_PAUSE << race);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
