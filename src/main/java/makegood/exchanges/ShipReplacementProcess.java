package makegood.exchanges;

import java.util.Map;
import makegood.cases.Cases;
import makegood.platform.Answers;
import makegood.platform.DepartmentStep;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of ship-replacement.bpmn: the new goods leave, and somebody cares when they do not arrive. */
@Configuration(proxyBeanMethods = false)
class ShipReplacementProcess {
    /** What the customer wants when the replacement did not come. */
    enum Trouble {
        SEND_ANOTHER(new Text("Another replacement is sent.", "再次发出新品。")),
        REFUND(new Text("The customer wants the money back instead.", "客户改为退款。"));

        private final Text text;

        Trouble(Text text) {
            this.text = text;
        }
    }

    private final Exchanges exchanges;
    private final Prices prices;
    private final Cases cases;

    ShipReplacementProcess(Exchanges exchanges, Prices prices, Cases cases) {
        this.exchanges = exchanges;
        this.prices = prices;
        this.cases = cases;
    }

    /** From here on the exchange cannot be withdrawn. */
    @Bean
    JavaDelegate prepareReplacement() {
        return x -> {
            var exchange = exchanges.get(x.getProcessBusinessKey());
            cases.goodsDue(
                    exchange.caseNumber,
                    exchanges.exchanged(exchange.caseNumber).stream()
                            .map(l ->
                                    new Cases.GoodsDue(l.lineNumber, l.newSku, l.quantity, prices.priceOf(exchange, l)))
                            .toList());
            exchange.replacementSent = true;
            if (!exchange.goodsFirst() && exchange.goodsWantedBack() && !exchange.goodsBack) {
                cases.goodsOutstanding(exchange.caseNumber, true);
            }
            x.setVariable("reservation", exchange.reservation);
        };
    }

    @Bean
    ExecutionListener replacementHandedOver() {
        return end -> exchanges.get(end.getProcessBusinessKey()).replacementDelivered = true;
    }

    @Bean
    UserTaskStep solveReplacementTrouble() {
        return (task, answers) -> {
            var decision = answers.required("decision", Trouble.class);
            var message = answers.text("messageToCustomer", Answers.MESSAGE_MAX);
            answers.check();
            var caseNumber = task.getExecution().getProcessBusinessKey();
            cases.say(caseNumber, message, null);
            task.setVariable("sendAnother", decision == Trouble.SEND_ANOTHER);
            task.setVariable(
                    "holdLeft",
                    "NO_STOCK".equals(task.getVariable("shipGoodsResult"))
                            && exchanges.get(caseNumber).reservation != null);
            cases.note(caseNumber, "DECIDED", decision.text);
        };
    }

    /** The warehouse would not ship what it holds: those pieces must not stay held beside the next. */
    @Bean
    DepartmentStep releaseOldHold() {
        return x -> exchanges.letGo(exchanges.get(x.getProcessBusinessKey()));
    }

    /** Another piece after the first was lost: held like the first. */
    @Bean
    DepartmentStep reserveAnother() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                return exchanges.hold(exchanges.get(x.getProcessBusinessKey()));
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                exchanges.get(x.getProcessBusinessKey()).reservation = (String) values.get("reservation");
            }
        };
    }
}
