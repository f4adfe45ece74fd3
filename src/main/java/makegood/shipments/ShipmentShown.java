package makegood.shipments;

import makegood.cases.CaseParcel;
import makegood.cases.CaseShown;
import makegood.cases.ParcelsShown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person sees of the parcels that a case sent. */
@Component
class ShipmentShown {
    private final Shipments shipments;

    ShipmentShown(Shipments shipments) {
        this.shipments = shipments;
    }

    @EventListener
    void on(ParcelsShown shown) {
        shipments.of(shown.caseNumber()).stream()
                .map(s -> new CaseParcel(
                        s.trackingNumber(), s.carrier(), s.purpose(), s.shippedAt(), s.deliveredAt(), s.lostAt()))
                .forEach(shown.parcels()::add);
    }

    @EventListener
    void on(CaseShown shown) {
        if (!shown.element().equals("Task_LookForShipment")) {
            return;
        }
        shipments.of(shown.caseNumber()).stream()
                .filter(s -> s.deliveredAt() == null)
                .reduce((before, latest) -> latest)
                .ifPresent(s -> {
                    shown.proposal().put("shippedParcel", s.trackingNumber());
                    shown.proposal().put("shippedBy", s.carrier());
                    shown.proposal().put("shippedAt", s.shippedAt());
                });
    }
}
