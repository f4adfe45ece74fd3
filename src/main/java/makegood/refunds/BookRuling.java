package makegood.refunds;

import makegood.cases.Cases;
import makegood.cases.PlatformRuled.PaidBy;
import makegood.cases.RulingCarriedOut;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the platform has taken from us or paid itself by a ruling: it is no refund of ours, and stands apart in the book. */
@Component
class BookRuling {
    private final Cases cases;
    private final Ledger ledger;

    BookRuling(Cases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @EventListener
    void on(RulingCarriedOut fact) {
        if (fact.paidBy() == PaidBy.SELLER || fact.amount() == 0) {
            return;
        }
        var c = cases.get(fact.caseNumber());
        ledger.book(new Entry(
                "ruling:" + fact.caseNumber() + ":" + fact.dispute(),
                fact.caseNumber(),
                c.store(),
                c.orderNumber(),
                null,
                null,
                null,
                fact.paidBy() == PaidBy.ALREADY_TAKEN ? Entry.Kind.PLATFORM_TAKEN : Entry.Kind.PLATFORM_PAID,
                fact.amount(),
                fact.currency(),
                c.cause(),
                c.atFault()));
    }
}
