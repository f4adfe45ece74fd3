package makegood.exchanges;

import java.util.Map;
import java.util.TreeMap;
import makegood.cases.Cases;
import makegood.cases.UndoneCharge;
import makegood.orders.Lines;
import makegood.platform.Money;
import org.springframework.stereotype.Component;

/**
 * What an exchange owes the customer at its end: the difference to a cheaper article, pieces that are refunded beside those
 * exchanged, and what was collected for nothing. Amounts in minor units.
 */
@Component
class ExchangeBalance {
    private final Exchanges exchanges;
    private final Collections collections;
    private final Lines lines;
    private final Cases cases;
    private final UndoneCharge undone;

    ExchangeBalance(Exchanges exchanges, Collections collections, Lines lines, Cases cases, UndoneCharge undone) {
        this.undone = undone;
        this.exchanges = exchanges;
        this.collections = collections;
        this.lines = lines;
        this.cases = cases;
    }

    /** The exchange has happened. */
    long done(String caseNumber) {
        var exchange = exchanges.get(caseNumber);
        var due = new TreeMap<Integer, Long>();
        var first = exchanges.exchanged(caseNumber).get(0).lineNumber;
        long collected = collected(caseNumber);
        long toPay = Math.max(0, exchange.difference - exchange.waived);
        due.put(first, Math.max(0, -exchange.difference) + Math.max(0, collected - toPay));
        if (exchange.goodsBack) {
            refundedPieces(exchange).forEach((line, share) -> due.merge(line, share, Long::sum));
        }
        undone.is(caseNumber, collected > toPay ? lastCollection(caseNumber) : null);
        return due(exchange, due, exchange.lane, exchange.goodsBack);
    }

    private Map<Integer, Long> refundedPieces(Exchange exchange) {
        var order = exchanges.order(exchange);
        var shares = new TreeMap<Integer, Long>();
        exchanges.lines(exchange.caseNumber).stream()
                .filter(l -> l.refundQuantity > 0)
                .forEach(l -> shares.put(
                        l.lineNumber, order.line(l.lineNumber).orElseThrow().shareOf(l.refundQuantity)));
        return shares;
    }

    /** The old goods came when the exchange was over: pieces that are refunded beside are due now. */
    long late(String caseNumber) {
        var exchange = exchanges.get(caseNumber);
        undone.is(caseNumber, null);
        return due(exchange, new TreeMap<>(refundedPieces(exchange)), exchange.lane, true);
    }

    /** Nothing was exchanged: what was collected for it goes back on itself, one payment at a time. Null when all has. */
    String undone(String caseNumber) {
        var paid = collections.paidDifferences(caseNumber).stream()
                .filter(c -> collections.goesBack(c.collectNumber()))
                .findFirst();
        return paid.map(Collections.Collection::collectNumber).orElse(null);
    }

    private long due(Exchange exchange, TreeMap<Integer, Long> due, String lane, boolean inspected) {
        long total = due.values().stream().mapToLong(Long::longValue).sum();
        if (total > 0) {
            cases.due(exchange.caseNumber, due, 0);
            cases.ground(exchange.caseNumber, lane, inspected, null);
            cases.tellLater(exchange.caseNumber, Map.of("refundAmount", Money.plain(total)));
        }
        return total;
    }

    boolean becomesRefund(String caseNumber) {
        return "REFUND".equals(exchanges.get(caseNumber).endsAs);
    }

    /** The refund is paid: an undone charge leaves the line as it was sold, refunded pieces cannot be returned again. */
    void paidBack(String caseNumber, String undonePayment) {
        var exchange = exchanges.get(caseNumber);
        undone.is(caseNumber, null);
        if (undonePayment != null) {
            collections.givenBack(undonePayment);
        } else if (exchange.goodsBack) {
            exchanges.lines(caseNumber).stream()
                    .filter(l -> l.refundQuantity > 0)
                    .forEach(l -> lines.returned(exchange.store, exchange.orderNumber, l.lineNumber, l.refundQuantity));
        }
    }

    private long collected(String caseNumber) {
        return collections.paidDifferences(caseNumber).stream()
                .mapToLong(Collections.Collection::amount)
                .sum();
    }

    private String lastCollection(String caseNumber) {
        var paid = collections.paidDifferences(caseNumber);
        return paid.get(paid.size() - 1).collectNumber();
    }
}
