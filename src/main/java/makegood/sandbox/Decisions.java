package makegood.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import makegood.departments.Topic;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What departments decide about work that they left open, in their own transactions. */
@Component("sandboxDecisions")
@InSandbox
@Transactional(propagation = Propagation.REQUIRES_NEW, rollbackFor = Exception.class)
class Decisions {
    private final CallLog log;
    private final WorkBook book;
    private final Departments departments;
    private final GatewayLedger ledger;
    private final AppClock clock;

    Decisions(CallLog log, WorkBook book, Departments departments, GatewayLedger ledger, AppClock clock) {
        this.log = log;
        this.book = book;
        this.departments = departments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is to be told by webhook. */
    record Told(String id, String topic, String reference, Answer answer) {}

    List<WorkBook.Open> due() {
        return book.due(clock.instant());
    }

    Told answer(String requestId, Directive directive, Map<String, Object> values) throws BusinessRefusal {
        var call = log.callOf(requestId).orElseThrow(RequestUnknown::new);
        if (call.topic().equals(Topic.FINANCE_REFUND.id())) {
            var refused = directive.is(Directive.Kind.REFUSE);
            var refund = refund(
                    call.idempotencyKey(), refused ? RefundState.REFUSED : RefundState.SETTLED, directive.code());
            return LateAnswer.told(refund);
        }
        var answer = directive.is(Directive.Kind.REFUSE) ? new Answer.No(directive.code()) : perform(call, values);
        if (!book.close(call.topic(), call.idempotencyKey(), answer)) {
            throw new RequestNotOpen();
        }
        return new Told("sandbox-" + requestId, call.topic(), call.idempotencyKey(), answer);
    }

    /** The work itself was left until now. */
    private Answer perform(DepartmentCall call, Map<String, Object> values) {
        var answer = departments.perform(call);
        if (!(answer instanceof Answer.Done done)) {
            return answer;
        }
        var all = new LinkedHashMap<>(done.values());
        all.putAll(values);
        return new Answer.Done(all);
    }

    GatewayLedger.Refund refund(String refundNumber, RefundState next, String reason) throws BusinessRefusal {
        var refund = ledger.refund(refundNumber).orElseThrow(RefundUnknown::new);
        if (!refund.state().mayBecome(next)) {
            throw new RefundDecided(refund.state());
        }
        if (refund.state() != next) {
            ledger.become(refundNumber, next, next == RefundState.REFUSED ? reasonOr(reason) : refund.reasonCode());
        }
        book.close(Topic.FINANCE_REFUND.id(), refundNumber, new Answer.Done(Map.of()));
        return ledger.refund(refundNumber).orElseThrow(RefundUnknown::new);
    }

    private static String reasonOr(String reason) {
        return reason == null ? "ACCOUNT_CLOSED" : reason;
    }
}
