package makegood.exchanges;

import java.util.Map;
import java.util.Set;
import makegood.cases.CaseKind;
import makegood.cases.Cases;
import makegood.cases.Outcome;
import makegood.departments.DepartmentRefused;
import makegood.platform.DepartmentStep;
import makegood.platform.Text;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of exchange-goods.bpmn: hold what is wanted, swap it for what comes back, or undo what was begun. */
@Configuration(proxyBeanMethods = false)
class ExchangeGoodsProcess {
    /** Wrong goods and dangerous goods are fetched from the customer's door. */
    private static final Set<String> FETCHED = Set.of("S", "X");

    private final Exchanges exchanges;
    private final Cases cases;

    ExchangeGoodsProcess(Exchanges exchanges, Cases cases) {
        this.exchanges = exchanges;
        this.cases = cases;
    }

    @Bean
    ExecutionListener exchangeRequested() {
        return start -> {
            exchanges.begin(start.getProcessBusinessKey());
            start.setVariable("procedureChanged", false);
            start.setVariable("wrongSku", null);
        };
    }

    @Bean
    DepartmentStep reserveReplacement() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                return exchanges.hold(exchanges.get(x.getProcessBusinessKey()));
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var exchange = exchanges.get(x.getProcessBusinessKey());
                exchange.reservation = (String) values.get("reservation");
                x.setVariable("goodsFirst", exchange.goodsFirst());
                x.setVariable("goodsWantedBack", exchange.goodsWantedBack());
                x.setVariable("pickUpAtHome", fetched(exchange));
                x.setVariable("returnFreight", exchange.returnFreight);
                x.setVariable("returnLane", exchange.lane);
                cases.tellLater(exchange.caseNumber, Map.of("heldSku", articles(exchange)));
            }
        };
    }

    private boolean fetched(Exchange exchange) {
        return FETCHED.contains(cases.get(exchange.caseNumber).reason().reasonClass())
                && "SELLER".equals(exchange.returnFreight);
    }

    private String articles(Exchange exchange) {
        return String.join(", ", exchanges.articles(exchange.caseNumber).keySet());
    }

    @Bean
    DepartmentStep releaseReplacement() {
        return x -> exchanges.letGo(exchanges.get(x.getProcessBusinessKey()));
    }

    @Bean
    ExecutionListener exchanged(NewArticles articles) {
        return end -> articles.with(exchanges.get(end.getProcessBusinessKey()));
    }

    @Bean
    ExecutionListener exchangeTurnedIntoRefund() {
        return end -> {
            var exchange = exchanges.get(end.getProcessBusinessKey());
            var kind = exchange.goodsWantedBack() ? CaseKind.RETURN_REFUND : CaseKind.REFUND_ONLY;
            cases.kind(exchange.caseNumber, kind);
            end.setVariable("procedure", kind.name());
            end.setVariable("procedureChanged", true);
        };
    }

    @Bean
    JavaDelegate noteExchangeWithdrawal() {
        return x -> {
            cases.outcome(x.getProcessBusinessKey(), Outcome.WITHDRAWN, null);
            cases.note(x.getProcessBusinessKey(), "WITHDRAWN", new Text("The exchange was withdrawn.", "换货申请已撤销。"));
        };
    }

    /** The shelf looked full, the warehouse says no: another way is offered, whatever the shelf says next. */
    @EventListener
    void on(DepartmentRefused refused) {
        var exchange = refused.topic().equals("warehouse.reserve-stock") ? exchanges.get(refused.caseNumber()) : null;
        if (exchange != null) {
            exchange.stockGone = true;
        }
    }
}
