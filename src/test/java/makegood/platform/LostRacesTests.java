package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;

/** What another step of the case has caused is taken again; what the answer itself has caused is not. */
class LostRacesTests {
    /** Reads on in an execution that another branch has taken away. */
    static final String ENGINES = "org.camunda.bpm.engine.impl.persistence.entity.TaskEntity";

    static Stream<RuntimeException> races() {
        return Stream.of(
                new OptimisticLockingException("moved"),
                new ProcessEngineException("MySQL", new SQLException("lock wait", "40001", 1205)),
                new ProcessEngineException("MySQL", new SQLException("deadlock", "40001", 1213)),
                new ProcessEngineException("H2", new SQLException("timeout", "HYT00", 50200)),
                new CannotAcquireLockException("held"),
                nothingThereIn(ENGINES),
                new IllegalStateException(new OptimisticLockException("the request was answered meanwhile")),
                new ProcessEngineException(
                        "ENGINE-03077 Cannot resolve parent, perhaps it was deleted in the meantime"),
                new NullValueException("Cannot find execution with id e for external task t: execution is null"),
                new ProcessEngineException("ENGINE-02010 this activity doesn't accept signals"));
    }

    /** Who brings an answer has just seen what is answered: the engine missing a part of it is nothing to mend. */
    @Test
    void whatTheEngineMissesIsLookedForAgainByWhoBringsAnAnswer() {
        var tries = new AtomicInteger();
        var answer = Races.again(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new NullValueException("Cannot find something else: it is null");
            }
            return "there";
        });
        assertThat(answer).isEqualTo("there");
    }

    static NullPointerException nothingThereIn(String type) {
        var thrown = new NullPointerException();
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "getExecution", "", 1)});
        return thrown;
    }

    @ParameterizedTest
    @MethodSource("races")
    void aLostRaceIsTakenAgainUntilItIsWon(RuntimeException lost) {
        var tries = new AtomicInteger();
        assertThat(Races.pastOtherSteps(() -> {
                    if (tries.incrementAndGet() < 4) {
                        throw lost;
                    }
                    return "won";
                }))
                .isEqualTo("won");
        assertThat(tries).hasValue(4);
    }

    @Test
    void itEndsSomeTime() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> Races.pastOtherSteps(() -> {
                    tries.incrementAndGet();
                    throw new OptimisticLockingException("moved");
                }))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(tries).hasValue(8);
    }

    /** The engine stumbles in more ways than anybody has listed. */
    static Stream<RuntimeException> unknown() {
        return Stream.of(
                new IllegalStateException("a fault of ours, or one that nobody knows"),
                new NullPointerException("one more"),
                new ProcessEngineException("taken", new SQLException("unique", "23000", 1062)));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whatNobodyKnowsIsTriedTwiceMoreAndThenShown(RuntimeException fault) {
        assertTakenAndShown(fault, 3);
    }

    static Stream<RuntimeException> answers() {
        return Stream.of(
                new ProcessEngineException("refused", new TaskGone()),
                new BadUserRequestException("no such variable"),
                new AuthorizationException("not your task"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatTheCallerHasToMendIsNotTakenAgain(RuntimeException answer) {
        assertTakenAndShown(answer, 1);
    }

    private static void assertTakenAndShown(RuntimeException fault, int times) {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> Races.pastOtherSteps(() -> {
                    tries.incrementAndGet();
                    throw fault;
                }))
                .isSameAs(fault);
        assertThat(tries).hasValue(times);
    }
}
