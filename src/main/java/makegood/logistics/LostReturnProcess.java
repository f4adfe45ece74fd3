package makegood.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.CaseFacts;
import makegood.cases.CaseParcel;
import makegood.cases.Cases;
import makegood.cases.ParcelsShown;
import makegood.cases.PiecesLost;
import makegood.departments.DepartmentRequests;
import makegood.orders.Orders;
import makegood.platform.Engine;
import makegood.platform.ProcedureEnded;
import makegood.platform.RuleStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of lost-return.bpmn: beside the return, which pays the customer at once, the carrier is held to account. */
@Configuration(proxyBeanMethods = false)
class LostReturnProcess {
    private static final String TRACKING = "lostParcel";
    private static final String VALUE = "lostValue";
    private final CarrierClaims claims;
    private final Cases cases;
    private final Orders orders;
    private final DepartmentRequests requests;
    private final ApplicationEventPublisher events;
    private final Engine engine;

    LostReturnProcess(
            CarrierClaims claims,
            Cases cases,
            Orders orders,
            DepartmentRequests requests,
            ApplicationEventPublisher events,
            Engine engine) {
        this.claims = claims;
        this.cases = cases;
        this.orders = orders;
        this.requests = requests;
        this.events = events;
        this.engine = engine;
    }

    /** The return itself goes on without waiting for us. */
    @EventListener
    void on(ProcedureEnded ended) {
        if ("goods-back".equals(ended.process()) && "LOST".equals(ended.result())) {
            var c = cases.get(ended.caseNumber());
            lost(c, c.lines().stream().collect(Collectors.toMap(CaseFacts.Line::line, CaseFacts.Line::quantity)));
        }
    }

    /** Part of it came, the rest did not. */
    @EventListener
    void on(PiecesLost fact) {
        lost(cases.get(fact.caseNumber()), fact.pieces());
    }

    private void lost(CaseFacts c, Map<Integer, Integer> pieces) {
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        long value = pieces.entrySet().stream()
                .mapToLong(p -> order.line(p.getKey()).orElseThrow().shareOf(p.getValue()))
                .sum();
        missing(c.caseNumber())
                .forEach(parcel -> engine.startByMessage(
                        c.caseNumber(),
                        ReturnLegLost.class,
                        c.store(),
                        Map.of("caseNumber", c.caseNumber(), TRACKING, parcel.trackingNumber(), VALUE, value)));
    }

    /** At most one: the value of the goods is claimed once. */
    private List<CaseParcel> missing(String caseNumber) {
        var shown = new ParcelsShown(caseNumber, new ArrayList<>());
        events.publishEvent(shown);
        return shown.parcels().stream()
                .filter(p -> "RETURN".equals(p.purpose()) && p.deliveredAt() == null)
                .limit(1)
                .toList();
    }

    @Bean
    RuleStep decideReturnLegLiability() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                boolean ours = ourLabel(x.getProcessBusinessKey());
                return Map.of(
                        "exceptionKind",
                        ExceptionKind.RETURN_LEG_LOST.name(),
                        "fact",
                        (ours ? Fact.OUR_LABEL : Fact.NONE).name());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                x.setVariable("returnClaimable", Boolean.TRUE.equals(result.get("claim")));
            }
        };
    }

    /** The warehouse gave out a label when it authorised the return, or our courier fetched the goods. */
    private boolean ourLabel(String caseNumber) {
        return requests.of(caseNumber).stream()
                .filter(r -> r.answer() != null)
                .anyMatch(r -> "warehouse.authorise-return".equals(r.topic())
                                && r.answer().contains("\"labelNumber\"")
                        || "carrier.book-pickup".equals(r.topic()));
    }

    @Bean
    JavaDelegate claimLostReturn() {
        return x -> {
            long value = ((Number) x.getVariable(VALUE)).longValue();
            claims.claim(
                    x.getProcessBusinessKey(),
                    (String) x.getVariable(TRACKING),
                    ExceptionKind.RETURN_LEG_LOST.name(),
                    value);
        };
    }
}
