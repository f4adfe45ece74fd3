package makegood.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The parcels of a case, whoever sends or awaits them, in the order in which they were sent. */
@Component
public class CaseParcels {
    private final ApplicationEventPublisher events;

    CaseParcels(ApplicationEventPublisher events) {
        this.events = events;
    }

    public List<CaseParcel> of(String caseNumber) {
        var parcels = new ArrayList<CaseParcel>();
        events.publishEvent(new ParcelsShown(caseNumber, parcels));
        parcels.sort(Comparator.comparing(CaseParcel::sentAt, Comparator.nullsFirst(Comparator.naturalOrder())));
        return parcels;
    }
}
