package makegood.refunds;

import java.util.Map;
import java.util.TreeMap;
import makegood.cases.CaseFacts;
import makegood.cases.CaseValue;
import makegood.cases.Cases;
import makegood.cases.Reason;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Payments;
import makegood.platform.Text;
import makegood.stores.Products;
import org.springframework.stereotype.Component;

/**
 * How much a refund without the goods can be, and on what. Usually the pieces' share of what was paid; for price protection
 * what the price has fallen since, where today's price is known; for a payment made twice that payment, and no line.
 */
@Component
class RefundLimits {
    private final CaseValue value;
    private final Orders orders;
    private final Products products;

    RefundLimits(CaseValue value, Orders orders, Products products) {
        this.value = value;
        this.orders = orders;
        this.products = products;
    }

    long most(CaseFacts c) {
        if (c.orderNumber() == null) {
            return 0;
        }
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        return switch (c.reason()) {
            case DUPLICATE_PAYMENT ->
                Payments.duplicate(order).map(Payments.Share::amount).orElse(0L);
            case PRICE_PROTECTION ->
                c.lines().stream().mapToLong(l -> fallen(order, l)).sum();
            default -> value.of(c.caseNumber());
        };
    }

    /** Why nothing can be refunded. */
    Text why(CaseFacts c) {
        return switch (c.reason()) {
            case DUPLICATE_PAYMENT -> new Text("no payment of this order was made twice", "该订单没有重复支付");
            case PRICE_PROTECTION ->
                new Text(
                        "today's price is not below what was paid, less what was given back already",
                        "当前价格不低于已付金额（已退部分除外）");
            default -> new Text("nothing is left of these pieces", "这些商品已无可退金额");
        };
    }

    /** Amounts by line of the order. */
    Map<Integer, Long> shares(CaseFacts c, Order order, long amount) {
        if (c.reason() == Reason.DUPLICATE_PAYMENT) {
            return Map.of(Cases.BESIDE_LINES, amount);
        }
        var byLine = new TreeMap<Integer, Long>();
        long rest = amount;
        for (var l : c.lines()) {
            long here = c.reason() == Reason.PRICE_PROTECTION
                    ? fallen(order, l)
                    : order.line(l.line()).orElseThrow().shareOf(l.quantity());
            long share = Math.min(rest, here);
            byLine.put(l.line(), share);
            rest -= share;
        }
        return byLine;
    }

    /** The payment that goes back before all others; null when the usual route holds. */
    String payment(CaseFacts c, Order order) {
        return c.reason() == Reason.DUPLICATE_PAYMENT
                ? Payments.duplicate(order)
                        .map(s -> s.payment().paymentNumber())
                        .orElse(null)
                : null;
    }

    /** What was paid for the pieces and not given back yet, less today's price; all of it when that price is not known. */
    private long fallen(Order order, CaseFacts.Line piece) {
        var line = order.line(piece.line()).orElseThrow();
        long paid = Math.min(line.left(), line.shareOf(piece.quantity()));
        return products.find(order.store(), line.sku())
                .filter(p -> p.listPrice() != null)
                .map(p -> Math.max(0, paid - p.listPrice() * piece.quantity()))
                .orElse(paid);
    }
}
