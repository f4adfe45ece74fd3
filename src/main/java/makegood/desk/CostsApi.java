package makegood.desk;

import java.time.Instant;
import java.util.List;
import makegood.cases.Cases;
import makegood.ledger.Ledger;
import makegood.platform.BusinessRefusal;
import makegood.platform.Money;
import makegood.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a case has cost, as it was booked; positive is the shop's cost. {@code corrects} is true for a counter-entry. */
@RestController
class CostsApi {
    record Cost(
            Instant at,
            String kind,
            Integer line,
            String sku,
            String model,
            Money amount,
            String cause,
            String unitAtFault,
            boolean corrects) {
        static Cost of(Ledger.Booked booked) {
            var entry = booked.entry();
            var amount = new Money(entry.amount(), entry.currency());
            var kind = entry.kind().name();
            return new Cost(
                    booked.at(),
                    kind,
                    entry.line(),
                    entry.sku(),
                    entry.model(),
                    amount,
                    entry.cause(),
                    entry.unitAtFault(),
                    booked.corrects() != null);
        }
    }

    private final Cases cases;
    private final Ledger ledger;

    CostsApi(Cases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @GetMapping("/api/v1/cases/{caseNumber}/costs")
    Page<Cost> costs(@PathVariable String caseNumber) throws BusinessRefusal {
        cases.visible(caseNumber);
        List<Cost> items = ledger.of(caseNumber).stream().map(Cost::of).toList();
        return new Page<>(items, 0, 500, items.size());
    }
}
