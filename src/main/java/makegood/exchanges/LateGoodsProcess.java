package makegood.exchanges;

import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.ReturnParcelSent;
import makegood.clocks.Clocks;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The steps of late-goods.bpmn: old goods come after they were charged or written off, and what was taken for them goes back. */
@Configuration(proxyBeanMethods = false)
class LateGoodsProcess {
    private static final String ID = "late-goods";

    private final Exchanges exchanges;
    private final Collections collections;
    private final Cases cases;
    private final Engine engine;

    LateGoodsProcess(Exchanges exchanges, Collections collections, Cases cases, Engine engine) {
        this.exchanges = exchanges;
        this.collections = collections;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    ExecutionListener oldGoodsCame() {
        return start -> {
            var exchange = exchanges.get(start.getProcessBusinessKey());
            start.setVariable("returnFreight", exchange.returnFreight);
            start.setVariable("returnLane", exchange.lane);
            start.setVariable(
                    "chargePaid", !collections.paidCharges(exchange.caseNumber).isEmpty());
        };
    }

    /** They are here and accepted, or their loss on the way is ours. */
    @Bean
    JavaDelegate takeLateGoods(LateMoney money, ExchangeCosts costs, Clocks clocks) {
        return x -> {
            var exchange = exchanges.get(x.getProcessBusinessKey());
            exchange.goodsBack = true;
            cases.goodsOutstanding(exchange.caseNumber, false);
            costs.takenBack(exchange, ExchangeCosts.WRITTEN_OFF);
            collections.paidCharges(exchange.caseNumber).forEach(money::giveBack);
            clocks.stop(exchange.caseNumber, "REFUND_LEGAL"); // what is owed for them is on its way
            cases.note(
                    exchange.caseNumber,
                    "LATE_GOODS",
                    new Text("The old goods came after all; what was taken for them goes back.", "旧品后来寄回，已收款项退回客户。"));
        };
    }

    /** After the return has recorded the parcel; a return that waits for goods needs nobody else. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ReturnParcelSent fact) {
        var exchange = exchanges.get(fact.caseNumber());
        if (exchange == null
                || !cases.goodsOutstanding(fact.caseNumber())
                || !exchange.oldGoodsSettled
                || engine.runs("goods-back", fact.caseNumber())) {
            return;
        }
        engine.startByMessage(
                fact.caseNumber(), OldGoodsCame.class, exchange.store, Map.of("caseNumber", fact.caseNumber()));
        fact.used().yes();
    }
}
