package makegood.reviews;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.cases.Escalated;
import makegood.cases.Used;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of report-hazard.bpmn: product and quality hear of a danger, and nobody waits for their answer. */
@Configuration(proxyBeanMethods = false)
class ReportHazardProcess {
    private final Cases cases;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Engine engine;

    ReportHazardProcess(Cases cases, Orders orders, ApplicationEventPublisher events, Engine engine) {
        this.cases = cases;
        this.orders = orders;
        this.events = events;
        this.engine = engine;
    }

    @EventListener
    void on(HazardNamed fact) {
        engine.startByMessage(
                fact.caseNumber(), HazardNamed.class, fact.store(), Map.of("caseNumber", fact.caseNumber()));
    }

    /** A step of its own transaction: in the one that opens the case nobody listens yet. */
    @Bean
    JavaDelegate callLead() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            events.publishEvent(new Escalated(caseNumber, new Used(), "SAFETY"));
            cases.note(
                    caseNumber,
                    "ESCALATION",
                    new Text("Danger named in a review: a lead and product were told.", "评价提到安全隐患，已通知主管和产品部门。"));
        };
    }

    @Bean
    DepartmentStep reportHazard() {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var c = cases.get(x.getProcessBusinessKey());
                var payload = new LinkedHashMap<String, Object>();
                payload.put("defect", "SAFETY_HAZARD");
                payload.put("reviewId", c.review().reviewId());
                payload.put("words", c.review().text() == null ? "" : c.review().text());
                payload.put("orderNumber", c.orderNumber() == null ? "" : c.orderNumber());
                payload.put("lines", goods(c));
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                var number = String.valueOf(values.getOrDefault("report", ""));
                cases.note(
                        x.getProcessBusinessKey(),
                        "HAZARD",
                        new Text("Product has taken the danger up. " + number, "产品部门已受理安全隐患。" + number));
            }
        };
    }

    /** Which goods it is about: those of the case, else all of the order. */
    private List<Map<String, Object>> goods(CaseFacts c) {
        if (c.orderNumber() == null) {
            return List.of();
        }
        return orders.find(c.store(), c.orderNumber()).map(Order::lines).orElse(List.of()).stream()
                .filter(l -> c.lines().isEmpty() || c.lines().stream().anyMatch(mine -> mine.line() == l.line()))
                .map(l -> Map.<String, Object>of("line", l.line(), "sku", l.sku(), "quantity", l.quantity()))
                .toList();
    }
}
