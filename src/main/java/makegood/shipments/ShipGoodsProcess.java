package makegood.shipments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.cases.GiftDue;
import makegood.orders.ParcelScanned;
import makegood.platform.DepartmentStep;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.UserTaskStep;
import makegood.stores.Stores;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The steps of ship-goods.bpmn: what a case owes leaves the warehouse and is followed until it has arrived. */
@Configuration(proxyBeanMethods = false)
class ShipGoodsProcess {
    private static final String WAIT = "DELIVERY";
    private static final String PARCEL = "shippedParcel";

    private final Shipments shipments;
    private final Cases cases;
    private final Engine engine;

    ShipGoodsProcess(Shipments shipments, Cases cases, Engine engine) {
        this.shipments = shipments;
        this.cases = cases;
        this.engine = engine;
    }

    @Bean
    DepartmentStep shipGoods(ShippingCosts costs, GiftDue gift) {
        return new DepartmentStep() {
            @Override
            public Map<String, Object> ask(DelegateExecution x) {
                var caseNumber = x.getProcessBusinessKey();
                var payload = new HashMap<String, Object>();
                payload.put("orderNumber", cases.get(caseNumber).orderNumber());
                payload.put("purpose", purpose(x));
                payload.put("reservation", x.getVariable("reservation"));
                payload.put(
                        "lines",
                        (purpose(x).equals("GIFT") ? gift.of(caseNumber) : cases.goodsDue(caseNumber))
                                .stream()
                                        .map(g -> Map.of("line", g.line(), "sku", g.sku(), "quantity", g.quantity()))
                                        .toList());
                return payload;
            }

            @Override
            public void answered(DelegateExecution x, Map<String, Object> values) {
                if (!(values.get("trackingNumber") instanceof String tracking) || tracking.isBlank()) {
                    throw new IllegalStateException("the warehouse shipped without a tracking number");
                }
                var caseNumber = x.getProcessBusinessKey();
                var carrier = values.get("carrier") instanceof String name ? name : "";
                shipments.sent(caseNumber, tracking, carrier, purpose(x));
                costs.sent(caseNumber, tracking, values.get("freight"));
                cases.tellLater(caseNumber, Map.of("shippedParcel", tracking, "shippedBy", carrier));
                x.setVariable(PARCEL, tracking);
            }
        };
    }

    private static String purpose(DelegateExecution x) {
        return x.getVariable("shipPurpose") instanceof String given ? given : "RESEND";
    }

    /** Asks before every wait whether the parcel is there already, or in trouble. */
    @Bean
    JavaDelegate lookForArrival() {
        return x -> {
            var caseNumber = x.getProcessBusinessKey();
            cases.lock(caseNumber);
            var parcel = shipments.get(caseNumber, (String) x.getVariable(PARCEL));
            x.setVariable("shipmentNews", parcel.news());
            x.setVariable("shipmentDue", Date.from(parcel.dueAt()));
            if (parcel.news().equals("NONE")) {
                cases.waitFor(caseNumber, "CARRIER", WAIT, parcel.dueAt());
            }
        };
    }

    @Bean
    UserTaskStep lookForShipment(Stores stores, Clock clock) {
        return (task, answers) -> {
            var caseNumber = task.getExecution().getProcessBusinessKey();
            var tracking = (String) task.getVariable(PARCEL);
            var zone = stores.known(cases.get(caseNumber).store()).zone();
            var search = answers.required("decision", ShipmentSearch.class);
            var until = search == ShipmentSearch.KEEP_WAITING
                    ? WaitingDay.read(answers, LocalDate.ofInstant(clock.instant(), zone))
                    : null;
            answers.check();
            cases.waitOver(caseNumber, WAIT);
            switch (search) {
                case DELIVERED -> shipments.delivered(caseNumber, tracking, clock.instant());
                case LOST -> shipments.trouble(caseNumber, tracking, "LOST", clock.instant());
                case KEEP_WAITING ->
                    shipments.waitUntil(
                            caseNumber,
                            tracking,
                            until.plusDays(1).atStartOfDay(zone).toInstant());
            }
            task.setVariable("shipmentSearch", search.name());
            cases.note(caseNumber, "PARCEL", words(search, tracking, until));
        };
    }

    private static Text words(ShipmentSearch search, String tracking, LocalDate until) {
        return switch (search) {
            case DELIVERED -> new Text("Parcel " + tracking + " has been delivered.", "包裹 " + tracking + " 已送达。");
            case LOST -> new Text("Parcel " + tracking + " was given up as lost.", "包裹 " + tracking + " 确认丢失。");
            case KEEP_WAITING ->
                new Text(
                        "Parcel " + tracking + " is waited for until " + until + ".",
                        "包裹 " + tracking + " 继续等待至 " + until + "。");
        };
    }

    @EventListener
    void on(ParcelScanned scan) {
        for (var parcel : shipments.tracked(scan.trackingNumber())) {
            cases.lock(parcel.caseNumber());
            switch (scan.kind()) {
                case DELIVERED -> arrived(parcel, scan);
                case LOST, REFUSED, RETURNED_TO_SENDER -> troubled(parcel, scan);
                default -> {} // it moves
            }
        }
    }

    private void arrived(Shipment parcel, ParcelScanned scan) {
        if (!shipments.delivered(parcel.caseNumber(), parcel.trackingNumber(), scan.at())) {
            return;
        }
        cases.waitOver(parcel.caseNumber(), WAIT);
        cases.note(parcel.caseNumber(), "PARCEL", words(ShipmentSearch.DELIVERED, parcel.trackingNumber(), null));
        engine.correlate(parcel.caseNumber(), ShipmentDelivered.class, PARCEL, parcel.trackingNumber());
    }

    private void troubled(Shipment parcel, ParcelScanned scan) {
        shipments.trouble(
                parcel.caseNumber(), parcel.trackingNumber(), scan.kind().name(), scan.at());
        engine.correlate(parcel.caseNumber(), ShipmentInTrouble.class, PARCEL, parcel.trackingNumber());
    }
}
