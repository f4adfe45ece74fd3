package makegood.exchanges;

import java.time.Instant;
import makegood.cases.Cases;
import makegood.cases.UndoneCharge;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.orders.Lines;
import makegood.orders.Payments;
import makegood.platform.Money;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** What a paid collection does: a payment of the order, more paid for its lines, and an entry in the book. */
@Component
class CollectedMoney {
    private final Exchanges exchanges;
    private final Prices prices;
    private final Payments payments;
    private final Lines lines;
    private final Ledger ledger;
    private final Cases cases;
    private final UndoneCharge undone;

    CollectedMoney(
            Exchanges exchanges,
            Prices prices,
            Payments payments,
            Lines lines,
            Ledger ledger,
            Cases cases,
            UndoneCharge undone) {
        this.undone = undone;
        this.exchanges = exchanges;
        this.prices = prices;
        this.payments = payments;
        this.lines = lines;
        this.ledger = ledger;
        this.cases = cases;
    }

    void book(Collections.Collection paid, Instant at) {
        var exchange = exchanges.get(paid.caseNumber());
        payments.collected(exchange.store, exchange.orderNumber, paid.collectNumber(), paid.amount(), at);
        cases.beside(paid.caseNumber(), 0, paid.amount());
        if (paid.purpose().equals(Collections.CHARGE)) {
            exchange.oldGoodsSettled = true;
            keptBeside(exchange, paid);
        } else {
            onLine(exchange, paid, exchanges.exchanged(paid.caseNumber()).get(0).lineNumber, paid.amount(), 0);
        }
        var sum = Money.plain(paid.amount());
        cases.note(paid.caseNumber(), "COLLECTED", new Text("The customer paid " + sum + ".", "客户已支付 " + sum + "。"));
    }

    /** The customer keeps the old pieces beside the new ones: they count as bought. */
    private void keptBeside(Exchange exchange, Collections.Collection paid) {
        var worth = prices.worth(exchange);
        long rest = paid.amount();
        for (var line : exchanges.pieces(exchange.caseNumber).entrySet()) {
            long here = Math.min(rest, worth.get(line.getKey()));
            if (here > 0) {
                rest -= here;
                onLine(exchange, paid, line.getKey(), here, line.getValue());
            }
        }
    }

    private void onLine(Exchange exchange, Collections.Collection paid, int line, long amount, int pieces) {
        var c = cases.get(exchange.caseNumber);
        var order = exchanges.order(exchange);
        var sold = order.line(line).orElseThrow();
        lines.collected(exchange.store, exchange.orderNumber, line, amount, pieces);
        undone.was(exchange.caseNumber, paid.collectNumber(), line, amount, pieces);
        ledger.book(new Entry(
                "collect:" + paid.collectNumber() + ":" + line,
                exchange.caseNumber,
                exchange.store,
                exchange.orderNumber,
                line,
                pieces > 0
                        ? sold.sku()
                        : exchanges.exchanged(exchange.caseNumber).get(0).newSku,
                sold.model(),
                Entry.Kind.COLLECTED,
                -amount,
                order.currency(),
                c.cause(),
                c.atFault()));
    }

    /** It has gone back: the line is as it was before. */
    void givenBack(Collections.Collection paid) {
        var exchange = exchanges.get(paid.caseNumber());
        undone.shares(paid.collectNumber())
                .forEach(
                        s -> lines.uncollected(exchange.store, exchange.orderNumber, s.line(), s.amount(), s.pieces()));
        cases.beside(paid.caseNumber(), 0, -paid.amount());
    }
}
