package makegood.reports;

import java.time.Instant;
import java.time.LocalDate;
import makegood.cases.CaseClosed;
import makegood.cases.CaseFacts;
import makegood.cases.CaseOpened;
import makegood.cases.Cases;
import makegood.ledger.Ledger;
import makegood.stores.Stores;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Adds what happens to the day on which it happens, in the same transaction; a day that is over changes no more. */
@Component
class KeepSums {
    private final DaySums sums;
    private final CaseProducts products;
    private final Cases cases;
    private final Stores stores;

    KeepSums(DaySums sums, CaseProducts products, Cases cases, Stores stores) {
        this.sums = sums;
        this.products = products;
        this.cases = cases;
        this.stores = stores;
    }

    /** A counter-entry has its own sign, so it is added like any other. */
    @EventListener
    void on(Ledger.Booked booked) {
        var entry = booked.entry();
        var sku = entry.sku();
        var model = entry.model();
        if (sku == null) {
            var only = products.only(entry.caseNumber());
            sku = only.map(CaseProducts.Product::sku).orElse("");
            model = only.map(CaseProducts.Product::model).orElse("");
        }
        var key = new DaySum.Key(
                entry.store(),
                day(entry.store(), booked.at()),
                entry.kind().name(),
                entry.cause(),
                entry.unitAtFault(),
                sku,
                model == null ? "" : model,
                true,
                entry.currency());
        sums.add(new DaySum(key, entry.amount(), 0, 0, 0, 0));
    }

    /** By what the customer gave as reason: nobody knows better yet. */
    @EventListener
    void on(CaseOpened opened) {
        var c = cases.get(opened.caseNumber());
        count(c, c.openedAt(), true);
    }

    @EventListener
    void on(CaseClosed closed) {
        var c = cases.get(closed.caseNumber());
        count(c, c.closedAt(), false);
    }

    private void count(CaseFacts c, Instant at, boolean opened) {
        boolean first = true;
        for (var product : products.of(c.caseNumber())) {
            var key = new DaySum.Key(
                    c.store(),
                    day(c.store(), at),
                    DaySum.CASE,
                    c.cause(),
                    c.atFault(),
                    product.sku(),
                    product.model(),
                    first,
                    c.currency());
            sums.add(
                    opened
                            ? new DaySum(key, 0, 1, 0, 0, product.pieces())
                            : new DaySum(key, 0, 0, 1, product.refunded() ? 1 : 0, 0));
            first = false;
        }
    }

    private LocalDate day(String store, Instant at) {
        return at.atZone(stores.known(store).zone()).toLocalDate();
    }
}
