package makegood.refunds;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.departments.DepartmentAnswered;
import makegood.orders.Payment;
import makegood.orders.Payments;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of pay-back.bpmn: one payment goes back by its own route, or another way by two people. */
@Configuration(proxyBeanMethods = false)
class PayBackProcess {
    private static final String NUMBER = "refundNumber";

    private final Refunds refunds;
    private final SettleRefund settlement;
    private final PayOuts payOuts;
    private final BookRefund book;
    private final RefundReversal reversal;
    private final Cases cases;
    private final Engine engine;

    PayBackProcess(
            Refunds refunds,
            SettleRefund settlement,
            PayOuts payOuts,
            BookRefund book,
            RefundReversal reversal,
            Cases cases,
            Engine engine) {
        this.reversal = reversal;
        this.refunds = refunds;
        this.settlement = settlement;
        this.payOuts = payOuts;
        this.book = book;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener paymentToRefund() {
        return start -> {
            var request = (String) start.getVariable(RefundProcess.REQUEST);
            var rows = refunds.of(
                    request == null ? refunds.latest(start.getProcessBusinessKey()) : refunds.request(request));
            var refund = rows.get(((Number) start.getVariable("refundIndex")).intValue());
            start.setVariable(NUMBER, refund.refundNumber);
        };
    }

    @Bean
    DepartmentStep sendRefund(Payments payments) {
        return asked(payments);
    }

    @Bean
    DepartmentStep queryRefund(Payments payments) {
        return asked(payments);
    }

    private DepartmentStep asked(Payments payments) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var refund = refunds.refund((String) x.getVariable(NUMBER));
                return payload(
                        refund,
                        payments.find(refund.store, refund.paymentNumber).orElseThrow());
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var number = (String) x.getVariable(NUMBER);
                boolean settled = settlement.answered(number, values);
                x.setVariable("refundSettled", settled);
                if (!settled) {
                    x.setVariable("askGatewayAt", settlement.askNext(number));
                }
            }
        };
    }

    /** With how, and how much, was paid: a gateway wants to hear both. */
    private static Map<String, Object> payload(Refund refund, Payment payment) {
        var payload = new HashMap<String, Object>();
        payload.put(NUMBER, refund.refundNumber);
        payload.put("paymentNumber", refund.paymentNumber);
        payload.put("amount", refund.amount);
        payload.put("currency", refund.currency);
        payload.put("orderNumber", refund.orderNumber);
        payload.put("method", payment.method());
        payload.put("paid", payment.amount());
        if (payment.gatewayTransaction() != null) {
            payload.put("gatewayTransaction", payment.gatewayTransaction());
        }
        return payload;
    }

    @Bean
    UserTaskStep payOutAnotherWay() {
        return (task, answers) -> payOuts.prepare((String) task.getVariable(NUMBER), answers);
    }

    @Bean
    UserTaskStep confirmPayOut() {
        return (task, answers) ->
                task.setVariable("payOutConfirmed", payOuts.confirm((String) task.getVariable(NUMBER), answers));
    }

    @Bean
    DepartmentStep sendPayOut() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var refund = refunds.refund((String) x.getVariable(NUMBER));
                var payOut = refunds.latestPayOut(refund.refundNumber);
                var payload = new HashMap<String, Object>();
                payload.put("payOutNumber", payOut.payOutNumber);
                payload.put("method", payOut.method);
                payload.put("accountNumber", payOut.accountNumber);
                payload.put("proofNumber", payOut.proofNumber);
                payload.put("amount", refund.amount);
                payload.put("currency", refund.currency);
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                payOuts.paid((String) x.getVariable(NUMBER), (String) values.get("reference"));
                book.paidAgain(refunds.refund((String) x.getVariable(NUMBER)));
            }
        };
    }

    /** What finance does with a refund that came back. */
    enum ReversalDecision {
        PAY_AGAIN,
        CLOSE_WITH_REASON
    }

    @Bean
    UserTaskStep handleReversedRefund(Clock clock) {
        return (task, answers) -> {
            var decision = answers.required("decision", ReversalDecision.class);
            var reason = answers.text("reasonCode", 64);
            answers.require(
                    decision != ReversalDecision.CLOSE_WITH_REASON || !reason.isEmpty(),
                    "reasonCode",
                    "REQUIRED",
                    "closing needs a reason",
                    "关闭必须填写原因");
            answers.check();
            task.setVariable("payAgain", decision == ReversalDecision.PAY_AGAIN);
            if (decision == ReversalDecision.CLOSE_WITH_REASON) {
                book.givenUp(refunds.refund((String) task.getVariable(NUMBER)), reason, clock.instant());
            }
            cases.note(
                    task.getExecution().getProcessBusinessKey(),
                    "REFUND_REVERSED",
                    decision == ReversalDecision.PAY_AGAIN
                            ? new Text("The reversed refund is paid again.", "被退回的退款将重新支付。")
                            : new Text("The reversed refund was closed: " + reason + ".", "被退回的退款已关闭：" + reason + "。"));
        };
    }

    /** A word from the gateway: the waiting step asks it for the truth; a refund that came back goes to finance. */
    @EventListener
    void on(DepartmentAnswered answer) {
        if (!answer.topic().equals("finance.refund")) {
            return;
        }
        var refund = refunds.refund(answer.businessRef());
        if (refund == null) {
            return;
        }
        cases.lock(refund.caseNumber);
        if (!"REVERSED".equals(answer.values().get("state"))) {
            engine.correlate(refund.caseNumber, RefundAnswered.class, NUMBER, refund.refundNumber);
        } else {
            reversal.of(refund, SettleRefund.GATEWAY + "REVERSED");
        }
    }
}
