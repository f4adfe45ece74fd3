package makegood.logistics;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.cases.CaseParcel;
import makegood.cases.CaseShown;
import makegood.cases.Cases;
import makegood.cases.ParcelsShown;
import makegood.orders.Parcel;
import makegood.orders.ScanKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the parcel that a case of trouble is about: sent, delivered, lost by the carrier's word or by rule. */
@Component
class TroubleShown {
    private final Troubles troubles;
    private final Cases cases;

    TroubleShown(Troubles troubles, Cases cases) {
        this.troubles = troubles;
        this.cases = cases;
    }

    /** Which parcels there are, for the person who is to name one. */
    @EventListener
    void on(CaseShown shown) {
        if (!shown.element().equals("Task_NameParcel")) {
            return;
        }
        var c = cases.get(shown.caseNumber());
        shown.proposal()
                .put(
                        "orderParcels",
                        WhichParcel.candidates(c, troubles.order(c)).stream()
                                .map(this::told)
                                .toList());
    }

    private Map<String, Object> told(Parcel parcel) {
        var told = new HashMap<String, Object>();
        told.put("trackingNumber", parcel.trackingNumber());
        told.put("carrier", parcel.carrier());
        told.put("lines", parcel.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        told.put("deliveredAt", parcel.deliveredAt());
        troubles.scansOf(parcel.trackingNumber()).stream()
                .reduce((first, last) -> last)
                .ifPresent(last -> told.put("lastScanAt", last.at()));
        return told;
    }

    @EventListener
    void on(ParcelsShown shown) {
        var trouble = troubles.get(shown.caseNumber());
        if (trouble == null || trouble.trackingNumber == null) {
            return;
        }
        var parcel = troubles.parcel(trouble);
        boolean lost =
                ExceptionKind.LOST.name().equals(cases.get(trouble.caseNumber).exceptionKind());
        var lostAt = troubles.scans(trouble).stream()
                .filter(s -> s.kind() == ScanKind.LOST)
                .map(s -> s.at())
                .findFirst()
                .orElse(lost ? trouble.stateSince : null);
        shown.parcels()
                .add(new CaseParcel(
                        trouble.trackingNumber,
                        parcel.map(Parcel::carrier).orElse(null),
                        "ORDER",
                        parcel.map(Parcel::shippedAt).orElse(null),
                        parcel.map(Parcel::deliveredAt).orElse(null),
                        lostAt));
    }
}
