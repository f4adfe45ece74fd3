package makegood.sandbox;

import java.time.Instant;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import makegood.departments.Topic;
import makegood.platform.AppClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One call at a simulated department: done at most once per key, and written into the log, in a transaction of its own. */
@Component
@InSandbox
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxDesk {
    private final Departments departments;
    private final PaymentGateway gateway;
    private final WorkBook book;
    private final CallLog log;
    private final AppClock clock;

    SandboxDesk(Departments departments, PaymentGateway gateway, WorkBook book, CallLog log, AppClock clock) {
        this.departments = departments;
        this.gateway = gateway;
        this.book = book;
        this.log = log;
        this.clock = clock;
    }

    Answer work(DepartmentCall call, SandboxTopics.Turn turn) {
        var reply = reply(call, turn);
        var ordered = turn.directive().is(Directive.Kind.LOSE_ANSWER) ? "LOSE_ANSWER" : reply.words();
        log.write(call, "CALL", ordered, reply.values(), reply.effect());
        return reply.answer();
    }

    void failed(DepartmentCall call) {
        log.write(call, "CALL", "ERROR", null, false);
    }

    Answer question(DepartmentCall call) {
        var answer = call.topic().startsWith("finance.re")
                ? gateway.ask(call, Directive.USUAL).answer()
                : book.known(call.topic(), call.idempotencyKey()).orElse(new Answer.Unknown());
        var reply = new Reply(answer, false);
        log.write(call, "QUERY", reply.words(), reply.values(), false);
        return answer;
    }

    private Reply reply(DepartmentCall call, SandboxTopics.Turn turn) {
        var directive = turn.directive();
        var refuseWith = directive.is(Directive.Kind.REFUSE) ? directive.code() : null;
        var open = directive.is(Directive.Kind.PENDING)
                || turn.delaySeconds() > 0
                || directive == Directive.USUAL && Departments.takesTime(call.topic());
        var answerAt = turn.delaySeconds() > 0 ? clock.instant().plusSeconds(turn.delaySeconds()) : null;
        return switch (Topic.find(call.topic()).orElseThrow()) {
            case FINANCE_QUERY_REFUND -> gateway.ask(call, directive);
            case FINANCE_REFUND -> refund(call, open, refuseWith, answerAt);
            default -> usual(call, open, refuseWith, answerAt);
        };
    }

    private Reply refund(DepartmentCall call, boolean open, String refuseWith, Instant answerAt) {
        var reply = gateway.refund(call, open, refuseWith);
        if (reply.effect() && answerAt != null && reply.answer() instanceof Answer.Pending) {
            book.keep(call, reply.answer(), answerAt); // so that the gateway settles it by itself
        }
        return reply;
    }

    private Reply usual(DepartmentCall call, boolean open, String refuseWith, Instant answerAt) {
        var known = book.known(call.topic(), call.idempotencyKey());
        if (known.isPresent()) {
            return new Reply(known.get(), false);
        }
        var answer = answer(call, open, refuseWith);
        book.keep(call, answer, answerAt);
        return new Reply(answer, true);
    }

    private Answer answer(DepartmentCall call, boolean open, String refuseWith) {
        if (refuseWith != null) {
            return new Answer.No(refuseWith);
        }
        return open ? new Answer.Pending() : departments.perform(call);
    }
}
