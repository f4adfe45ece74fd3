package makegood.returns;

import java.util.Map;
import java.util.Set;
import makegood.cases.Cases;
import makegood.cases.ReturnFreightAsked;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a return costs beside the refund: our label for the way back, and goods that nobody can buy again. */
@Component
class BookReturn {
    private static final Set<String> LOST = Set.of("SCRAP", "QUARANTINE");

    private final Returns returns;
    private final Cases cases;
    private final Ledger ledger;

    BookReturn(Returns returns, Cases cases, Ledger ledger) {
        this.returns = returns;
        this.cases = cases;
        this.ledger = ledger;
    }

    /** The warehouse has sent a label; what it costs is known, where the answer says so ({@code labelCost}, minor units). */
    void label(String caseNumber, Map<String, Object> answer) {
        returns.get(caseNumber).labelled = answer.get("labelNumber") instanceof String number && !number.isBlank();
        if (answer.get("labelCost") instanceof Number cost && cost.longValue() > 0) {
            returns.get(caseNumber).labelCost = cost.longValue();
        }
    }

    /** Which returns of the order have come at our cost. */
    @EventListener
    void on(ReturnFreightAsked asked) {
        returns.ofOrder(asked.store(), asked.orderNumber()).stream()
                .filter(r -> "SELLER".equals(r.returnFreight) && returns.inspected(r.caseNumber))
                .forEach(r -> asked.found().add(new ReturnFreightAsked.Ours(r.caseNumber, r.labelled)));
    }

    /** A label costs when it was used: once the goods are there. */
    void arrived(String caseNumber) {
        var goods = returns.get(caseNumber);
        if (goods.labelCost != null) {
            ledger.book(entry(goods, null, Entry.Kind.RETURN_FREIGHT, goods.labelCost));
        }
    }

    /** Scrapped or quarantined pieces are lost at their share of what was paid. */
    void writtenOff(String caseNumber) {
        var goods = returns.get(caseNumber);
        if (goods.sendAllBack) {
            return;
        }
        var order = returns.order(cases.get(caseNumber));
        for (var line : returns.lines(caseNumber)) {
            long pieces = Math.min(line.received, line.announced);
            long value = order.line(line.lineNumber).orElseThrow().unitShare() * pieces;
            if (value > 0 && line.disposition != null && LOST.contains(line.disposition)) {
                ledger.book(entry(goods, line, Entry.Kind.WRITE_OFF, value));
            }
        }
    }

    private Entry entry(GoodsReturn goods, ReturnLine line, Entry.Kind kind, long amount) {
        var c = cases.get(goods.caseNumber);
        var sold = line == null ? null : returns.order(c).line(line.lineNumber).orElseThrow();
        return new Entry(
                kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + goods.caseNumber
                        + (line == null ? "" : ":" + line.lineNumber),
                goods.caseNumber,
                goods.store,
                goods.orderNumber,
                line == null ? null : line.lineNumber,
                sold == null ? null : sold.sku(),
                sold == null ? null : sold.model(),
                kind,
                amount,
                c.currency(),
                c.cause(),
                c.atFault());
    }
}
