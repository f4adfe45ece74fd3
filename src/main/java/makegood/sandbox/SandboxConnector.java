package makegood.sandbox;

import makegood.departments.Answer;
import makegood.departments.AnswerLost;
import makegood.departments.Connector;
import makegood.departments.DepartmentCall;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the simulated departments, with the faults that were ordered; for whatever has no real way. */
@Component
@InSandbox
@Order(Ordered.LOWEST_PRECEDENCE)
class SandboxConnector implements Connector {
    private final SandboxTopics topics;
    private final SandboxDesk desk;

    SandboxConnector(SandboxTopics topics, SandboxDesk desk) {
        this.topics = topics;
        this.desk = desk;
    }

    @Override
    public Answer call(DepartmentCall call) {
        var turn = topics.turn(call.topic());
        if (turn.directive().is(Directive.Kind.ERROR)) {
            desk.failed(call);
            throw new IllegalStateException("sandbox: the department's system is out of order");
        }
        var answer = desk.work(call, turn);
        if (turn.directive().is(Directive.Kind.LOSE_ANSWER)) {
            throw new AnswerLost("sandbox: the work is done and the answer is lost");
        }
        if (turn.directive().is(Directive.Kind.SLOW)) {
            sleep(turn.directive().seconds()); // after the work: a time-out then is the dangerous kind
        }
        return answer;
    }

    @Override
    public Answer query(DepartmentCall call) {
        return desk.question(call);
    }

    private static void sleep(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
        } catch (InterruptedException tooLate) {
            Thread.currentThread().interrupt();
            throw new AnswerLost("sandbox: the caller did not wait");
        }
    }
}
