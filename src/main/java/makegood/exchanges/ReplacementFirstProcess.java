package makegood.exchanges;

import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.ReturnParcelSent;
import makegood.cases.Used;
import makegood.ledger.Entry;
import makegood.orders.ParcelScanned;
import makegood.platform.DepartmentStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of replacement-first.bpmn: the new goods leave at once, the old ones follow, or are charged or written off. */
@Configuration(proxyBeanMethods = false)
class ReplacementFirstProcess {
    private final Exchanges exchanges;
    private final Cases cases;
    private final ExchangeCosts costs;
    private final ApplicationEventPublisher events;

    ReplacementFirstProcess(Exchanges exchanges, Cases cases, ExchangeCosts costs, ApplicationEventPublisher events) {
        this.exchanges = exchanges;
        this.cases = cases;
        this.costs = costs;
        this.events = events;
    }

    @Bean
    DepartmentStep bookPickUp() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                var payload = new HashMap<String, Object>();
                payload.put("orderNumber", cases.get(caseNumber).orderNumber());
                payload.put(
                        "lines",
                        cases.get(caseNumber).lines().stream()
                                .map(l -> Map.of("line", l.line(), "quantity", l.quantity()))
                                .toList());
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                if (values.get("trackingNumber") instanceof String tracking && !tracking.isBlank()) {
                    exchanges.get(x.getProcessBusinessKey()).pickUpTracking = tracking;
                    cases.findable(x.getProcessBusinessKey(), tracking);
                }
            }
        };
    }

    /** A parcel that our courier fetches is announced by its first scan: the customer need not tell its number. */
    @EventListener
    void on(ParcelScanned scan) {
        var caseNumber = exchanges.caseOfPickUp(scan.trackingNumber());
        if (caseNumber != null) {
            events.publishEvent(new ReturnParcelSent(caseNumber, new Used(), scan.trackingNumber(), null));
        }
    }

    @Bean
    ExecutionListener firstReplacementDelivered() {
        return end -> {
            var exchange = exchanges.get(end.getProcessBusinessKey());
            exchange.goodsBack = !exchange.goodsWantedBack()
                    || "LOST".equals(end.getVariable("goodsBackResult"))
                    || "ACCEPTED".equals(end.getVariable("checkExchangedGoodsResult"));
            if (exchange.goodsBack) {
                cases.goodsOutstanding(exchange.caseNumber, false);
            }
            if (!exchange.goodsWantedBack()) {
                costs.book(exchange, "kept", Entry.Kind.RESEND);
            }
        };
    }

    @Bean
    ExecutionListener firstReplacementNotDelivered() {
        return end -> exchanges.get(end.getProcessBusinessKey()).endsAs = "REFUND";
    }
}
