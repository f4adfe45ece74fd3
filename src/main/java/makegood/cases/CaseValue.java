package makegood.cases;

import makegood.orders.Orders;
import org.springframework.stereotype.Component;

/** What the pieces of a case are worth: their shares of what was paid, in minor units. The measure of authority. */
@Component
public class CaseValue {
    private final Cases cases;
    private final Orders orders;

    CaseValue(Cases cases, Orders orders) {
        this.cases = cases;
        this.orders = orders;
    }

    public long of(String caseNumber) {
        var c = cases.get(caseNumber);
        if (c.orderNumber() == null) {
            return 0;
        }
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        return c.lines().stream()
                .mapToLong(l ->
                        order.line(l.line()).map(o -> o.shareOf(l.quantity())).orElse(0L))
                .sum();
    }
}
