package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.util.ArrayDeque;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

class RacesTests {
    @Test
    void aBranchThatTookAnExecutionAwayBetweenTwoReadsIsALostRace() {
        var fails = new ArrayDeque<>(List.of(
                thrownIn("org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity"),
                new ProcessEngineException(
                        "ENGINE-03077 Cannot resolve parent with id 'a' of execution 'b', perhaps it was deleted in the meantime"),
                new OptimisticLockingException("moved"),
                new IllegalStateException(new OptimisticLockException("the request was answered meanwhile"))));
        assertThat(Races.pastOtherSteps(() -> {
                    if (fails.isEmpty()) {
                        return "done";
                    }
                    throw fails.pop();
                }))
                .isEqualTo("done");
    }

    @Test
    void aFaultNobodyKnowsIsTriedTwiceMoreAndThenShown() {
        var tries = new int[1];
        assertThatThrownBy(() -> Races.pastOtherSteps(() -> {
                    tries[0]++;
                    throw thrownIn("makegood.cases.Cases");
                }))
                .isInstanceOf(NullPointerException.class);
        assertThat(tries[0]).isEqualTo(3);
    }

    private static RuntimeException thrownIn(String type) {
        var fault = new NullPointerException();
        fault.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "get", null, 1)});
        return fault;
    }
}
