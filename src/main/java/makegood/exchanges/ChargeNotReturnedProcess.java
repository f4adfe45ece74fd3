package makegood.exchanges;

import java.util.Map;
import makegood.cases.Cases;
import makegood.ledger.Entry;
import makegood.platform.DepartmentStep;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of charge-not-returned.bpmn: the new goods are with the customer, and the old ones too. */
@Configuration(proxyBeanMethods = false)
class ChargeNotReturnedProcess {
    private final Exchanges exchanges;
    private final Collections collections;
    private final PayRequests requests;
    private final NotReturned notReturned;
    private final Cases cases;

    ChargeNotReturnedProcess(
            Exchanges exchanges, Collections collections, PayRequests requests, NotReturned notReturned, Cases cases) {
        this.exchanges = exchanges;
        this.collections = collections;
        this.requests = requests;
        this.notReturned = notReturned;
        this.cases = cases;
    }

    @Bean
    UserTaskStep chargeOrWriteOff() {
        return (task, answers) -> {
            var exchange = exchanges.get(task.getExecution().getProcessBusinessKey());
            requests.over(exchange.caseNumber);
            var decision = notReturned.decided(exchange, answers);
            task.setVariable("chargeDecision", decision.name());
            if (decision == NotReturned.Decision.CHARGE) {
                requests.asked(exchange, exchange.chargeAmount).forEach(task::setVariable);
            }
        };
    }

    @Bean
    DepartmentStep collectCharge() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                var currency = cases.get(exchange.caseNumber).currency();
                return collections.ask(exchange, Collections.CHARGE, exchange.chargeAmount, currency);
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                requests.over(x.getProcessBusinessKey());
                collections.lastPaid(x.getProcessBusinessKey(), Collections.CHARGE, values);
            }
        };
    }

    @Bean
    ExecutionListener lateChargePaid() {
        return end -> requests.over(end.getProcessBusinessKey());
    }

    @Bean
    ExecutionListener oldGoodsOnTheWay() {
        return end -> requests.over(end.getProcessBusinessKey());
    }

    @Bean
    UserTaskStep confirmWriteOff() {
        return (task, answers) -> task.setVariable(
                "writeOffConfirmed",
                notReturned.confirmed(exchanges.get(task.getExecution().getProcessBusinessKey()), answers));
    }

    @Bean
    JavaDelegate bookWriteOff(ExchangeCosts costs) {
        return x -> {
            var exchange = exchanges.get(x.getProcessBusinessKey());
            exchange.oldGoodsSettled = true;
            costs.book(exchange, ExchangeCosts.WRITTEN_OFF, Entry.Kind.WRITE_OFF);
        };
    }
}
