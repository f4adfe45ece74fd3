package makegood.exchanges;

import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.people.Authority;
import makegood.people.BeyondAuthority;
import makegood.platform.Caller;
import makegood.platform.DepartmentStep;
import makegood.platform.Money;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of settle-difference.bpmn: what the customer is to pay for a dearer article, before anything leaves. */
@Configuration(proxyBeanMethods = false)
class SettleDifferenceProcess {
    private static final String SETTLED = "differenceSettled";

    /** What an agent decides about a difference that is not paid. */
    enum Unpaid {
        WAIVE,
        ASK_AGAIN,
        REFUND,
        CANCEL
    }

    private final Exchanges exchanges;
    private final Collections collections;
    private final PayRequests requests;
    private final Cases cases;

    SettleDifferenceProcess(Exchanges exchanges, Collections collections, PayRequests requests, Cases cases) {
        this.exchanges = exchanges;
        this.collections = collections;
        this.requests = requests;
        this.cases = cases;
    }

    @Bean
    ExecutionListener differenceToSettle() {
        return start -> {
            var exchange = exchanges.get(start.getProcessBusinessKey());
            long owed = owed(exchange);
            start.setVariable("exchangeStillWanted", !exchange.withdrawn);
            start.setVariable("differenceDue", owed > 0);
            start.setVariable(SETTLED, owed <= 0 && !exchange.withdrawn);
            if (owed > 0 && !exchange.withdrawn) {
                requests.asked(exchange, owed).forEach(start::setVariable);
            }
        };
    }

    /** What is neither paid nor waived of the difference. */
    private long owed(Exchange exchange) {
        return exchange.difference
                - exchange.waived
                - collections.paidDifferences(exchange.caseNumber).stream()
                        .mapToLong(Collections.Collection::amount)
                        .sum();
    }

    @Bean
    DepartmentStep collectDifference() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                var currency = cases.get(exchange.caseNumber).currency();
                return collections.ask(exchange, Collections.DIFFERENCE, owed(exchange), currency);
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                requests.over(x.getProcessBusinessKey());
                collections.lastPaid(x.getProcessBusinessKey(), Collections.DIFFERENCE, values);
                x.setVariable(SETTLED, true);
            }
        };
    }

    @Bean
    UserTaskStep settleUnpaidDifference(Authority authority) {
        return (task, answers) -> {
            var exchange = exchanges.get(task.getExecution().getProcessBusinessKey());
            var decision = answers.required("decision", Unpaid.class);
            var message = answers.text("messageToCustomer", makegood.platform.Answers.MESSAGE_MAX);
            answers.check();
            long owed = owed(exchange);
            if (decision == Unpaid.WAIVE
                    && !authority.allows(
                            "WAIVE_PRICE_DIFFERENCE", Caller.current().account(), owed)) {
                throw new BeyondAuthority();
            }
            requests.over(exchange.caseNumber);
            cases.say(exchange.caseNumber, message, null);
            task.setVariable("unpaidDifference", decision.name());
            switch (decision) {
                case WAIVE -> {
                    exchange.waived += owed;
                    task.setVariable(SETTLED, true);
                }
                case ASK_AGAIN -> requests.asked(exchange, owed).forEach(task::setVariable);
                case REFUND -> exchange.endsAs = "REFUND";
                case CANCEL -> {
                    exchange.endsAs = "CANCELLED";
                    cases.outcome(exchange.caseNumber, Outcome.WITHDRAWN, null);
                }
            }
            cases.note(exchange.caseNumber, "DECIDED", words(decision, owed));
        };
    }

    private static Text words(Unpaid decision, long owed) {
        var sum = Money.plain(owed);
        return switch (decision) {
            case WAIVE -> new Text("The difference of " + sum + " was waived.", "已免收差价 " + sum + "。");
            case ASK_AGAIN -> new Text("The difference of " + sum + " is asked for again.", "再次请客户支付差价 " + sum + "。");
            case REFUND -> new Text("The customer wants a refund instead of the exchange.", "客户改为退款。");
            case CANCEL -> new Text("The exchange was cancelled: the difference was not paid.", "差价未付，换货取消。");
        };
    }

    @Bean
    ExecutionListener lateDifferencePaid() {
        return end -> {
            requests.over(end.getProcessBusinessKey());
            end.setVariable(SETTLED, true);
        };
    }
}
