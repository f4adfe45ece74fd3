package makegood.exchanges;

import makegood.cases.Cases;
import makegood.cases.CustomerWithdrew;
import makegood.cases.Outcome;
import makegood.departments.DepartmentRequests;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When an exchange can be withdrawn: until the new goods leave, and never while nobody knows whether they are held. */
@Component
class ExchangeWithdrawal {
    private static final String ID = "exchange-goods";

    private final Exchanges exchanges;
    private final Cases cases;
    private final DepartmentRequests requests;
    private final Engine engine;

    ExchangeWithdrawal(Exchanges exchanges, Cases cases, DepartmentRequests requests, Engine engine) {
        this.exchanges = exchanges;
        this.cases = cases;
        this.requests = requests;
        this.engine = engine;
    }

    /** What has left for the customer cannot be withdrawn any more; a return of it is another request. */
    @EventListener
    @Order(15)
    void tooLate(CustomerWithdrew fact) {
        var exchange = exchanges.get(fact.caseNumber());
        if (exchange != null && exchange.replacementSent && engine.runs(ID, fact.caseNumber())) {
            fact.used().decline();
            cases.note(
                    fact.caseNumber(),
                    "WITHDRAWAL_TOO_LATE",
                    new Text("The replacement has left already; the exchange runs to its end.", "新品已发出，换货将继续完成，无法撤销。"));
        }
    }

    /** Goods on their way or on the table answer for themselves first. */
    @EventListener
    @Order(25)
    void on(CustomerWithdrew fact) {
        var caseNumber = fact.caseNumber();
        if (fact.used().declined()
                || engine.runs("goods-back", caseNumber)
                || engine.runs("check-exchanged-goods", caseNumber)) {
            return;
        }
        if (engine.runs(ID, caseNumber) && beingHeld(caseNumber)) {
            var exchange = exchanges.get(caseNumber);
            exchange.withdrawn = true;
            exchange.endsAs = "WITHDRAWN";
            cases.outcome(caseNumber, Outcome.WITHDRAWN, null);
            cases.note(
                    caseNumber,
                    "WITHDRAWN",
                    new Text(
                            "The exchange is withdrawn as soon as the warehouse has said what it holds.",
                            "待仓库答复预留结果后撤销换货并释放预留。"));
            fact.used().yes();
            return;
        }
        fact.used().when(engine.correlateIn(ID, caseNumber, CustomerWithdrew.class));
    }

    /** A hold that is only asked for cannot be released: its answer is waited for. */
    private boolean beingHeld(String caseNumber) {
        return requests.openFor(caseNumber).stream().anyMatch(r -> "Task_ReserveReplacement".equals(r.element()));
    }
}
