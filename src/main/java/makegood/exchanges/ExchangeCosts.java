package makegood.exchanges;

import makegood.cases.Cases;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Old pieces that the customer keeps without paying: what was paid for them is the shop's cost. */
@Component
class ExchangeCosts {
    static final String WRITTEN_OFF = "write-off";

    private final Exchanges exchanges;
    private final Prices prices;
    private final Ledger ledger;
    private final Cases cases;

    ExchangeCosts(Exchanges exchanges, Prices prices, Ledger ledger, Cases cases) {
        this.exchanges = exchanges;
        this.prices = prices;
        this.ledger = ledger;
        this.cases = cases;
    }

    void book(Exchange exchange, String why, Entry.Kind kind) {
        var c = cases.get(exchange.caseNumber);
        var order = exchanges.order(exchange);
        prices.worth(exchange).forEach((line, worth) -> {
            var sold = order.line(line).orElseThrow();
            ledger.book(new Entry(
                    key(exchange, why, line),
                    exchange.caseNumber,
                    exchange.store,
                    exchange.orderNumber,
                    line,
                    sold.sku(),
                    sold.model(),
                    kind,
                    worth,
                    order.currency(),
                    c.cause(),
                    c.atFault()));
        });
    }

    /** They have come after all. */
    void takenBack(Exchange exchange, String why) {
        exchanges.pieces(exchange.caseNumber).keySet().forEach(line -> ledger.counter(key(exchange, why, line)));
    }

    private static String key(Exchange exchange, String why, int line) {
        return why + ":" + exchange.caseNumber + ":" + line;
    }
}
