package makegood.compensations;

import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.GiftDue;
import makegood.orders.Orders;
import makegood.orders.Payment;
import makegood.platform.DepartmentStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of give-compensation.bpmn: by coupon, by the customer's payment account or another one, by parcel. */
@Configuration(proxyBeanMethods = false)
class GiveCompensationProcess {
    private final Compensations compensations;
    private final CompensationPayOuts payOuts;
    private final Cases cases;
    private final Orders orders;

    GiveCompensationProcess(Compensations compensations, CompensationPayOuts payOuts, Cases cases, Orders orders) {
        this.compensations = compensations;
        this.payOuts = payOuts;
        this.cases = cases;
        this.orders = orders;
    }

    @Bean
    ExecutionListener compensationToGive() {
        return start -> {
            var row = row(start);
            start.setVariable("compensationWay", row.type.way().name());
            start.setVariable("compensationAccountKnown", payment(row) != null);
        };
    }

    /** Several kinds are given at the same time, each by an instance of its own. */
    private Compensation row(DelegateExecution x) {
        int part = ((Number) x.getVariable("compensationPart")).intValue();
        return compensations.proposal(x.getProcessBusinessKey()).get(part);
    }

    @Bean
    ExecutionListener compensationGone(SettleCompensation settlement) {
        return end -> settlement.given(row(end));
    }

    @Bean
    ExecutionListener couponNotIssued(SettleCompensation settlement) {
        return end -> settlement.notGiven(row(end));
    }

    @Bean
    ExecutionListener noAccountFound(SettleCompensation settlement) {
        return end -> settlement.notGiven(row(end));
    }

    @Bean
    ExecutionListener giftNotSent(SettleCompensation settlement) {
        return end -> settlement.notGiven(row(end));
    }

    /** The payment whose account takes money; null when the order was paid in cash, or there is no order. */
    private String payment(Compensation row) {
        return row.orderNumber == null
                ? null
                : orders.find(row.store, row.orderNumber).orElseThrow().payments().stream()
                        .filter(Payment::hasRouteBack)
                        .map(Payment::paymentNumber)
                        .findFirst()
                        .orElse(null);
    }

    @Bean
    DepartmentStep issueCoupon() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var row = row(x);
                var payload = sum(row);
                payload.put("couponNumber", row.compensationNumber);
                payload.put("type", row.type.name());
                payload.put("customerReference", row.customerReference);
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                row(x).givenReference = (String) values.get("couponCode");
            }
        };
    }

    private static Map<String, Object> sum(Compensation row) {
        var payload = new HashMap<String, Object>();
        payload.put("orderNumber", row.orderNumber);
        payload.put("amount", row.amount);
        payload.put("currency", row.currency);
        return payload;
    }

    @Bean
    DepartmentStep payCompensation() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var row = row(x);
                var payload = sum(row);
                payload.put("payOutNumber", row.payOutNumber());
                payload.put("method", row.payOutMethod == null ? "PAYMENT_ACCOUNT" : row.payOutMethod);
                payload.put("paymentNumber", row.payOutMethod == null ? payment(row) : null);
                payload.put("accountNumber", row.accountNumber);
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                row(x).givenReference = (String) values.get("reference");
            }
        };
    }

    @Bean
    UserTaskStep prepareCompensationPayOut() {
        return new UserTaskStep() {
            @Override
            public void created(DelegateTask task) {
                payOuts.accountWanted(row(task.getExecution()));
            }

            @Override
            public void complete(DelegateTask task, makegood.platform.Answers answers)
                    throws makegood.platform.BusinessRefusal {
                task.setVariable("compensationAccountFound", payOuts.prepared(row(task.getExecution()), answers));
            }
        };
    }

    @Bean
    JavaDelegate prepareGift(GiftDue gift) {
        return x -> {
            var row = row(x);
            var lines = cases.get(row.caseNumber).lines();
            int line = lines.isEmpty() ? 0 : lines.get(0).line();
            gift.is(row.caseNumber, new Cases.GoodsDue(line, row.giftSku, 1, row.amount));
            row.state = CompensationState.SENT;
        };
    }
}
