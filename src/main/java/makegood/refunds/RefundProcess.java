package makegood.refunds;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.CustomerWithdrew;
import makegood.cases.Rulings;
import makegood.clocks.Clocks;
import makegood.platform.Engine;
import makegood.platform.RuleStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The steps of refund.bpmn: hold, approve, pay every payment back, book. */
@Configuration(proxyBeanMethods = false)
class RefundProcess {
    static final String REQUEST = "refundRequest";
    private final Refunds refunds;
    private final RefundHolds reservations;
    private final RefundApprovals approvals;
    private final Cases cases;
    private final Clocks clocks;
    private final Engine engine;

    RefundProcess(
            Refunds refunds,
            RefundHolds reservations,
            RefundApprovals approvals,
            Cases cases,
            Clocks clocks,
            Engine engine) {
        this.refunds = refunds;
        this.reservations = reservations;
        this.approvals = approvals;
        this.cases = cases;
        this.clocks = clocks;
        this.engine = engine;
    }

    @Bean
    ExecutionListener refundAsked() {
        return start -> {
            start.setVariable("procedureChanged", false);
            start.setVariable("paidByRuling", false);
        };
    }

    /** Where the platform's ruling has paid the customer, nothing left is no refusal with the goods in hand. */
    @Bean
    ExecutionListener nothingLeftToRefund(Rulings rulings) {
        return end -> end.setVariable("paidByRuling", rulings.paid(end.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate reserveRefund() {
        return x -> {
            var request =
                    reservations.reserve(x.getProcessBusinessKey(), ruling(x), (String) x.getVariable("undonePayment"));
            x.setVariable(REQUEST, request.id);
            x.setVariable("refundAmount", request.amount);
        };
    }

    @Bean
    RuleStep decideRefundApproval(Clock clock, Stores stores) {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                return approvals.facts(worked(x), ruling(x));
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                var team = approvals.team(worked(x), (String) result.get("approval"));
                x.setVariable("approvalNeeded", team != null);
                if (team == null) {
                    approved(x, clock, stores);
                } else {
                    x.setVariable("approvalTeam", team);
                }
            }
        };
    }

    @Bean
    UserTaskStep approveRefund(Clock clock, Stores stores) {
        return (task, answers) -> {
            var request = worked(task.getExecution());
            var decision = approvals.decided(request, answers);
            boolean second = decision == ApprovalDecision.APPROVE && approvals.needsSecond(request);
            task.setVariable("approvalDecision", decision.name());
            task.setVariable("approvalNeeded", second);
            if (second) {
                task.setVariable("approvalTeam", "leads");
            } else if (decision == ApprovalDecision.APPROVE) {
                approved(task.getExecution(), clock, stores);
            }
        };
    }

    /** Two refunds of a case may run at once, the procedure's and the ruling's: each works on its own request. */
    private RefundRequest worked(DelegateExecution x) {
        var id = (String) x.getVariable(REQUEST);
        return id == null ? refunds.latest(x.getProcessBusinessKey()) : refunds.request(id);
    }

    private static boolean ruling(DelegateExecution x) {
        return Boolean.TRUE.equals(x.getVariable("ruling"));
    }

    private void approved(DelegateExecution x, Clock clock, Stores stores) {
        var request = worked(x);
        var rows = refunds.of(request);
        var promised = clock.instant().plus(Duration.ofDays(promiseDays(stores, request.store)));
        request.state = "APPROVED";
        rows.forEach(r -> {
            r.becomes(RefundState.APPROVED, "APPROVAL:" + request.approval, clock.instant());
            r.promisedBy = promised;
        });
        x.setVariable("refundCount", rows.size());
        clocks.caseClock(
                request.caseNumber, request.store, "REFUND_PROMISE", "REFUND_PROMISE", promised, "TELL_CUSTOMER");
    }

    private static int promiseDays(Stores stores, String store) {
        return stores.known(store).promises().promiseDays();
    }

    @Bean
    JavaDelegate releaseRefund() {
        return x -> {
            var request = worked(x);
            reservations.release(request, RefundState.REFUSED, request.refusalReason);
        };
    }

    @Bean
    JavaDelegate cancelRefund() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            var request = worked(x);
            if (request != null && !"ENDED".equals(request.state)) {
                reservations.release(request, RefundState.CANCELLED, "WITHDRAWN");
                clocks.stop(caseNumber, "REFUND_PROMISE");
            }
        };
    }

    @Bean
    JavaDelegate recordRefundPaid(BookRefund book, RefundOutcome outcome, UndoneOrders undone) {
        return x -> {
            book.paid(worked(x));
            undone.paid(worked(x));
            if (worked(x).undonePayment == null) {
                outcome.paid(x.getProcessBusinessKey());
            }
            clocks.stop(x.getProcessBusinessKey(), "REFUND_PROMISE");
        };
    }

    /** Money that has left is never taken back, only followed; what is only held is given back. */
    @EventListener
    @Order(10)
    void on(CustomerWithdrew fact) {
        var request = refunds.latest(fact.caseNumber());
        boolean underWay = request != null
                && !"ENDED".equals(request.state)
                && refunds.of(request).stream().anyMatch(r -> !r.state().mayBeTakenBack());
        if (underWay) {
            fact.used().decline();
            cases.note(
                    fact.caseNumber(),
                    "WITHDRAWAL_TOO_LATE",
                    new Text("The refund is already under way and runs to its end.", "退款已发出，将继续到账，无法撤销。"));
            return;
        }
        fact.used().when(engine.correlateIn("refund", fact.caseNumber(), CustomerWithdrew.class));
    }
}
