package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;

/** What another step of the case has caused is taken again; what the answer itself has caused is not. */
class LostRacesTests {
    static Stream<RuntimeException> races() {
        return Stream.of(
                new OptimisticLockingException("moved"),
                new ProcessEngineException("MySQL", new SQLException("lock wait", "40001", 1205)),
                new ProcessEngineException("MySQL", new SQLException("deadlock", "40001", 1213)),
                new ProcessEngineException("H2", new SQLException("timeout", "HYT00", 50200)),
                new CannotAcquireLockException("held"),
                engines(),
                new ProcessEngineException("ENGINE-02010 this activity doesn't accept signals"));
    }

    /** The engine reads on in an execution that another branch has taken away. */
    private static NullPointerException engines() {
        var thrown = new NullPointerException();
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.camunda.bpm.engine.impl.persistence.entity.TaskEntity", "getExecution", "", 1)
        });
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

    static Stream<RuntimeException> faults() {
        return Stream.of(
                new IllegalStateException("a fault of ours"),
                new NullPointerException("one more"),
                new ProcessEngineException("refused", new TaskGone()),
                new ProcessEngineException("taken", new SQLException("unique", "23000", 1062)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsNoRaceIsNotTakenAgain(RuntimeException fault) {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> Races.pastOtherSteps(() -> {
                    tries.incrementAndGet();
                    throw fault;
                }))
                .isSameAs(fault);
        assertThat(tries).hasValue(1);
    }
}
