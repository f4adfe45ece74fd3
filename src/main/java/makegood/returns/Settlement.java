package makegood.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.orders.Order;
import makegood.platform.Money;
import makegood.platform.Text;
import makegood.stores.Products;
import org.springframework.stereotype.Component;

/**
 * What follows from an inspection in money: the share of each line by its percentage or less a part's value, what was
 * agreed instead, and the outbound freight. All sums in minor units, rounded in the customer's favour.
 */
@Component
class Settlement {
    private final Returns returns;
    private final Cases cases;
    private final Products products;

    Settlement(Returns returns, Cases cases, Products products) {
        this.returns = returns;
        this.cases = cases;
        this.products = products;
    }

    /** How the case goes on: CLEAR pays at once, DEDUCTION asks the customer, OPEN needs a person. */
    String weigh(String caseNumber) {
        var goods = returns.get(caseNumber);
        var order = returns.order(cases.get(caseNumber));
        var lines = returns.lines(caseNumber);
        long full = 0;
        long offered = 0;
        boolean open = false;
        for (var line : lines) {
            full += share(order, line);
            var offer = offer(order, line);
            open |= offer == null;
            offered += offer == null ? 0 : offer;
        }
        goods.fullAmount = full;
        goods.offeredAmount = offered;
        if (open) {
            return "OPEN";
        }
        return lines.stream().anyMatch(l -> l.agree) && offered < full ? "DEDUCTION" : "CLEAR";
    }

    /** The share of the pieces that came back, or that the carrier lost on the way. */
    static long share(Order order, ReturnLine line) {
        return share(order, line, line.accounted());
    }

    private static long share(Order order, ReturnLine line, int pieces) {
        return pieces == 0 ? 0 : order.line(line.lineNumber).orElseThrow().shareOf(pieces);
    }

    /** What the table gives for a line; null when a person must decide. */
    private Long offer(Order order, ReturnLine line) {
        if (line.refundPct == null || line.refundPct < 0) {
            return null;
        }
        long share = share(order, line);
        if (line.partValue) {
            var value = partValue(order.store(), line.sku);
            return value == null ? null : Math.max(0, share - value);
        }
        long came = share(order, line, Math.min(line.received, line.announced));
        return (came * line.refundPct + 99) / 100
                + share
                - came; // nothing is deducted for pieces that the carrier lost
    }

    /** The listed value of the missing part; null when the product has none or several, so that a person must say which. */
    private Long partValue(String store, String sku) {
        var parts = products.find(store, sku).map(p -> p.parts()).orElse(List.of());
        return parts.size() == 1 ? parts.get(0).value() : null;
    }

    /** Writes what is due on the case; the total. {@code finding} decides freight before. */
    long settle(String caseNumber) {
        var goods = returns.get(caseNumber);
        var c = cases.get(caseNumber);
        var order = returns.order(c);
        var lines = returns.lines(caseNumber);
        Map<Integer, Long> byLine = goods.sendAllBack ? new TreeMap<>() : byLine(goods, order, lines);
        long total = byLine.values().stream().mapToLong(Long::longValue).sum();
        long freight = total > 0 ? freight(goods, order, c) : 0;
        cases.due(caseNumber, byLine, freight);
        cases.ground(caseNumber, goods.lane, true, goods.agreedBy);
        var facts = new HashMap<String, String>();
        facts.put("refundAmount", Money.plain(total + freight));
        facts.put("deduction", Money.plain(goods.fullAmount - total));
        cases.tellLater(caseNumber, facts);
        return total + freight;
    }

    private Map<Integer, Long> byLine(GoodsReturn goods, Order order, List<ReturnLine> lines) {
        var due = new TreeMap<Integer, Long>();
        for (var line : lines) {
            var offer = offer(order, line);
            due.put(line.lineNumber, offer == null ? share(order, line) : offer);
        }
        if (goods.agreedAmount != null) {
            spread(goods.agreedAmount, due, order, lines);
        }
        return due;
    }

    /** Brings the sum to what was agreed: more goes to lines with room up to what was paid for them, less comes off the last lines first. */
    static void spread(long agreed, TreeMap<Integer, Long> due, Order order, List<ReturnLine> lines) {
        long rest = agreed - due.values().stream().mapToLong(Long::longValue).sum();
        for (var line : rest >= 0 ? lines : reversed(lines)) {
            long now = due.get(line.lineNumber);
            long most = order.line(line.lineNumber).orElseThrow().shareOf(line.announced);
            long change = rest >= 0 ? Math.min(rest, Math.max(0, most - now)) : Math.max(rest, -now);
            due.put(line.lineNumber, now + change);
            rest -= change;
        }
    }

    private static List<ReturnLine> reversed(List<ReturnLine> lines) {
        var turned = new java.util.ArrayList<>(lines);
        java.util.Collections.reverse(turned);
        return turned;
    }

    /** What was paid for all announced pieces: no agreement goes above it. */
    long most(String caseNumber) {
        var order = returns.order(cases.get(caseNumber));
        return returns.lines(caseNumber).stream()
                .mapToLong(l -> order.line(l.lineNumber).orElseThrow().shareOf(l.announced))
                .sum();
    }

    /** Outbound freight comes back only when the whole order is undone and the table says so. */
    private static long freight(GoodsReturn goods, Order order, CaseFacts c) {
        boolean due = "YES".equals(goods.refundOutbound) || "STANDARD".equals(goods.refundOutbound);
        boolean whole = order.lines().stream()
                .allMatch(l -> c.lines().stream()
                                        .filter(p -> p.line() == l.line())
                                        .mapToInt(CaseFacts.Line::quantity)
                                        .sum()
                                + l.returnedQuantity()
                        >= l.quantity());
        return due && whole ? order.freightPaid() - order.freightRefunded() - order.freightHeld() : 0;
    }

    /** The carrier lost the parcel on its way back: everything announced is paid. */
    long settleLost(String caseNumber) {
        var goods = returns.get(caseNumber);
        var c = cases.get(caseNumber);
        var order = returns.order(c);
        var due = new TreeMap<Integer, Long>();
        returns.lines(caseNumber)
                .forEach(l -> due.put(
                        l.lineNumber, order.line(l.lineNumber).orElseThrow().shareOf(l.announced)));
        long freight = freight(goods, order, c);
        cases.due(caseNumber, due, freight);
        cases.ground(caseNumber, goods.lane, true, null);
        long total = due.values().stream().mapToLong(Long::longValue).sum() + freight;
        cases.tellLater(caseNumber, Map.of("refundAmount", Money.plain(total)));
        cases.note(
                caseNumber,
                "PARCEL_LOST",
                new Text(
                        "The return parcel is lost; the customer is refunded and does not wait for the carrier.",
                        "退货包裹丢失；先给客户退款，不等快递理赔。"));
        return total;
    }
}
