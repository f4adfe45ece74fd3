package makegood.shipments;

import makegood.cases.Cases;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import org.springframework.stereotype.Component;

/** What it costs to send something once more, where the warehouse tells it; minor units of the order's currency. */
@Component
class ShippingCosts {
    private final Cases cases;
    private final Ledger ledger;

    ShippingCosts(Cases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    void sent(String caseNumber, String trackingNumber, Object freight) {
        if (!(freight instanceof Number told) || told.longValue() <= 0) {
            return; // not known, or nothing
        }
        var c = cases.get(caseNumber);
        ledger.book(new Entry(
                "freight:" + caseNumber + ":" + trackingNumber,
                caseNumber,
                c.store(),
                c.orderNumber(),
                null,
                null,
                null,
                Entry.Kind.EXTRA_FREIGHT,
                told.longValue(),
                c.currency(),
                c.cause(),
                c.atFault()));
    }
}
