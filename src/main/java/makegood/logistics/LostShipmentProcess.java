package makegood.logistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.cases.CaseParcel;
import makegood.cases.Cases;
import makegood.cases.ParcelsShown;
import makegood.orders.ScanKind;
import makegood.orders.Scans;
import makegood.platform.Engine;
import makegood.platform.ProcedureEnded;
import makegood.platform.RuleStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of lost-shipment.bpmn: the customer gets another one or the money back, and the carrier is held to account. */
@Configuration(proxyBeanMethods = false)
class LostShipmentProcess {
    private static final String TRACKING = "lostParcel";
    private static final String VALUE = "lostValue";
    private static final Set<String> SENT_BY_US = Set.of("RESEND", "REPLACEMENT", "GIFT");

    private static final Set<ScanKind> TELLING =
            EnumSet.of(ScanKind.LOST, ScanKind.REFUSED, ScanKind.RETURNED_TO_SENDER);

    private final CarrierClaims claims;
    private final Cases cases;
    private final Scans scans;
    private final ApplicationEventPublisher events;
    private final Engine engine;

    LostShipmentProcess(
            CarrierClaims claims, Cases cases, Scans scans, ApplicationEventPublisher events, Engine engine) {
        this.scans = scans;
        this.claims = claims;
        this.cases = cases;
        this.events = events;
        this.engine = engine;
    }

    /** Whoever sent it goes on without waiting for us. What was in the parcel is what the case owes at this moment. */
    @EventListener
    void on(ProcedureEnded ended) {
        if (!"ship-goods".equals(ended.process()) || !"SHIPMENT_LOST".equals(ended.result())) {
            return;
        }
        var c = cases.get(ended.caseNumber());
        long value = cases.goodsDue(c.caseNumber()).stream()
                .mapToLong(g -> g.quantity() * g.unitValue())
                .sum();
        lost(c.caseNumber())
                .forEach(parcel -> engine.startByMessage(
                        c.caseNumber(),
                        ShipmentLost.class,
                        c.store(),
                        Map.of("caseNumber", c.caseNumber(), TRACKING, parcel.trackingNumber(), VALUE, value)));
    }

    /** Those that are claimed already are not claimed again. */
    private List<CaseParcel> lost(String caseNumber) {
        var shown = new ParcelsShown(caseNumber, new ArrayList<>());
        events.publishEvent(shown);
        return shown.parcels().stream()
                .filter(p -> SENT_BY_US.contains(p.purpose()) && p.lostAt() != null && p.deliveredAt() == null)
                .filter(p -> !claims.claimed(caseNumber, p.trackingNumber()))
                .toList();
    }

    @Bean
    RuleStep decideShipmentLiability() {
        return new RuleStep() {
            @Override
            public Map<String, Object> facts(DelegateExecution x) {
                boolean refused = turnedBack((String) x.getVariable(TRACKING));
                return Map.of(
                        "exceptionKind",
                        (refused ? ExceptionKind.REFUSED_BY_CUSTOMER : ExceptionKind.LOST).name(),
                        "fact",
                        (refused ? Fact.NO_FAULT_FOUND : Fact.NONE).name());
            }

            @Override
            public void decided(DelegateExecution x, Map<String, Object> result) {
                x.setVariable("shipmentClaimable", Boolean.TRUE.equals(result.get("claim")));
            }
        };
    }

    /** What was refused or is on its way back to us was not lost by the carrier. */
    private boolean turnedBack(String tracking) {
        return scans.of(tracking).stream()
                .filter(s -> TELLING.contains(s.kind()))
                .reduce((earlier, later) -> later)
                .filter(s -> s.kind() != ScanKind.LOST)
                .isPresent();
    }

    @Bean
    JavaDelegate claimLostShipment() {
        return x -> claims.claim(
                x.getProcessBusinessKey(),
                (String) x.getVariable(TRACKING),
                ExceptionKind.LOST.name(),
                ((Number) x.getVariable(VALUE)).longValue());
    }
}
