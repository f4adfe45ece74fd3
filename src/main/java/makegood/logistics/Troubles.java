package makegood.logistics;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.cases.CaseFacts;
import makegood.cases.CaseLines;
import makegood.cases.Cases;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Parcel;
import makegood.orders.Scan;
import makegood.orders.Scans;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of parcels in trouble, with the order, parcel and scans they are about. */
@Component
@Transactional
class Troubles {
    private final EntityManager entities;
    private final Cases cases;
    private final CaseLines caseLines;
    private final WhichParcel which;
    private final Orders orders;
    private final Scans scans;
    private final Clock clock;

    Troubles(
            EntityManager entities,
            Cases cases,
            CaseLines caseLines,
            WhichParcel which,
            Orders orders,
            Scans scans,
            Clock clock) {
        this.entities = entities;
        this.cases = cases;
        this.caseLines = caseLines;
        this.which = which;
        this.orders = orders;
        this.scans = scans;
        this.clock = clock;
    }

    /** The row of the case; its parcel is null while nobody knows which one is meant, and where there is none. */
    ParcelTrouble begin(String caseNumber) {
        var known = get(caseNumber);
        var c = cases.get(caseNumber);
        if (known != null) {
            lines(caseNumber).forEach(entities::remove);
            entities.flush();
            addLines(c);
            if (known.parcelState == ParcelState.ACCOUNTED) {
                state(known, ParcelState.WATCHED); // another procedure ran meanwhile
            }
            return known;
        }
        var begun = new ParcelTrouble();
        begun.caseNumber = caseNumber;
        begun.store = c.store();
        begun.orderNumber = c.orderNumber();
        begun.parcelState = ParcelState.WATCHED;
        begun.watchedSince = clock.instant();
        begun.stateSince = begun.watchedSince;
        begun.fact = Fact.NONE;
        begun.severity = ParcelTrouble.Severity.NONE;
        entities.persist(begun);
        var order = order(c);
        var parcel = which.of(c, order);
        parcel.ifPresentOrElse(
                number -> named(caseNumber, number, WhichParcel.inside(c, order, number)), () -> addLines(c));
        return begun;
    }

    /** Several parcels carry what the case is about, and nobody has said which. */
    boolean parcelUnknown(ParcelTrouble trouble) {
        var c = cases.get(trouble.caseNumber);
        return trouble.trackingNumber == null
                && WhichParcel.candidates(c, order(c)).size() > 1;
    }

    /** From here on the case is about this parcel and what is in it. */
    void named(String caseNumber, String trackingNumber, List<CaseFacts.Line> inside) {
        var trouble = get(caseNumber);
        trouble.trackingNumber = trackingNumber;
        cases.exception(caseNumber, cases.get(caseNumber).exceptionKind(), trackingNumber);
        cases.findable(caseNumber, trackingNumber);
        caseLines.narrow(caseNumber, trackingNumber, inside);
        lines(caseNumber).forEach(entities::remove);
        entities.flush();
        addLines(cases.get(caseNumber));
    }

    private void addLines(CaseFacts c) {
        var order = order(c);
        for (var l : c.lines()) {
            var line = new TroubleLine();
            line.id = c.caseNumber() + ":" + l.line();
            line.caseNumber = c.caseNumber();
            line.lineNumber = l.line();
            line.sku = order.line(l.line()).orElseThrow().sku();
            line.quantity = l.quantity();
            line.affected = l.quantity();
            entities.persist(line);
        }
    }

    ParcelTrouble get(String caseNumber) {
        return entities.find(ParcelTrouble.class, caseNumber);
    }

    List<TroubleLine> lines(String caseNumber) {
        return entities.createQuery(
                        "from TroubleLine l where l.caseNumber = :case order by l.lineNumber", TroubleLine.class)
                .setParameter("case", caseNumber)
                .getResultList();
    }

    /** Cases about this parcel that are not done with it. */
    List<ParcelTrouble> of(String trackingNumber) {
        return entities.createQuery(
                        "from ParcelTrouble t where t.trackingNumber = :tracking and t.parcelState <> :done",
                        ParcelTrouble.class)
                .setParameter("tracking", trackingNumber)
                .setParameter("done", ParcelState.ACCOUNTED)
                .getResultList();
    }

    void state(ParcelTrouble trouble, ParcelState state) {
        trouble.parcelState = state;
        trouble.stateSince = clock.instant();
    }

    Order order(CaseFacts c) {
        return orders.find(c.store(), c.orderNumber()).orElseThrow();
    }

    Optional<Parcel> parcel(ParcelTrouble trouble) {
        return orders.find(trouble.store, trouble.orderNumber).orElseThrow().parcels().stream()
                .filter(p -> p.trackingNumber().equals(trouble.trackingNumber))
                .findFirst();
    }

    List<Scan> scans(ParcelTrouble trouble) {
        return trouble.trackingNumber == null ? List.of() : scansOf(trouble.trackingNumber);
    }

    List<Scan> scansOf(String trackingNumber) {
        return scans.of(trackingNumber);
    }

    /** When the parcel was last seen: by a scan, else when it was shipped, else when we were told of the trouble. */
    Instant lastSeen(ParcelTrouble trouble) {
        var all = scans(trouble);
        if (!all.isEmpty()) {
            return all.get(all.size() - 1).at();
        }
        return parcel(trouble)
                .map(Parcel::shippedAt)
                .orElse(cases.get(trouble.caseNumber).openedAt());
    }

    /** What the affected pieces cost the customer, in minor units. */
    long affectedValue(String caseNumber) {
        var order = order(cases.get(caseNumber));
        return lines(caseNumber).stream()
                .mapToLong(l -> order.line(l.lineNumber).orElseThrow().shareOf(l.affected))
                .sum();
    }
}
