package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;

class EngineProblemTests {
    private static int status(Throwable failed) {
        return EngineProblem.of(failed, "").status();
    }

    private static Throwable wrapped(Throwable cause) {
        return new ProcessEngineException("Cannot do it", cause);
    }

    @Test
    void whatBelongsToAnotherStoreIsNotThere() {
        var failed = new ProcessEngineException(
                "ENGINE-13034 Cannot complete the task 't' because it belongs to no authenticated tenant.");
        assertThat(status(failed)).isEqualTo(404);
    }

    @Test
    void lostRacesAreConflicts() {
        assertThat(status(new OptimisticLockingException("ENGINE-03005"))).isEqualTo(409);
        assertThat(status(wrapped(new SQLException("deadlock", "40001", 1213)))).isEqualTo(409);
        assertThat(status(wrapped(new SQLException("lock wait", "HY000", 1205))))
                .isEqualTo(409);
        assertThat(status(wrapped(new SQLException("lock wait", "HYT00", 50200))))
                .isEqualTo(409);
        assertThat(status(wrapped(LostRacesTests.nothingThereIn(LostRacesTests.ENGINES))))
                .isEqualTo(409);
    }

    @Test
    void aFaultOfOursIsNoConflict() {
        assertThat(status(wrapped(LostRacesTests.nothingThereIn("makegood.returns.ReturnFacts"))))
                .isEqualTo(500);
    }

    @Test
    void badInputIsTheCallersFault() {
        assertThat(status(new BadUserRequestException("no"))).isEqualTo(400);
        assertThat(status(new NullValueException("userId is null"))).isEqualTo(400);
        assertThat(status(wrapped(new SQLException("too long", "22001", 22001))))
                .isEqualTo(400);
        assertThat(status(new ProcessEngineException("Java serialization format is prohibited")))
                .isEqualTo(400);
        assertThat(EngineProblem.of(null, "{\"type\":\"JsonMappingException\"}").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(status(new NullValueException("Cannot find task with id t: task is null")))
                .isEqualTo(404);
    }

    @Test
    void aRefusalKeepsItsOwnStatus() {
        assertThat(status(wrapped(new TaskTaken()))).isEqualTo(409);
        assertThat(status(wrapped(new NotYourTask()))).isEqualTo(403);
        assertThat(status(new AuthorizationException("no"))).isEqualTo(403);
    }

    @Test
    void aDatabaseThatIsAwayIsNobodysFault() {
        assertThat(status(wrapped(new SQLException("gone", "08S01", 0)))).isEqualTo(503);
        assertThat(Problems.known(new IllegalStateException(new SQLTransientConnectionException("none to be had")))
                        .status())
                .isEqualTo(503);
        assertThat(Problems.known(new IllegalStateException(new SQLException("gone", "08S01", 0)))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void soIsAConnectionThatIsFoundClosedInTheMiddleOfAStep() {
        for (var closed : List.of(
                new SQLException("Connection is closed"), // of the pool, without a state
                new SQLException("No operations allowed after statement closed.", "S1009", 0),
                new SQLException("Server shutdown in progress", "HY000", 1053),
                new SQLException("Query execution was interrupted", "70100", 1317),
                new SQLTimeoutException("too slow"))) {
            assertThat(Problems.known(new IllegalStateException(closed)).status())
                    .as(closed.getMessage())
                    .isEqualTo(503);
        }
        assertThat(Problems.known(new IllegalStateException(new SQLException("Unknown column", "42S22", 1054)))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aRealFaultStaysOneAndKeepsItsWordsInside() {
        var problem = EngineProblem.of(new ProcessEngineException("table ACT_RU_TASK is broken"), "");
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("ACT_RU_TASK");
    }
}
