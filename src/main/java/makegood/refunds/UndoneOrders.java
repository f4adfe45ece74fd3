package makegood.refunds;

import java.util.HashMap;
import java.util.Map;
import makegood.cases.Cases;
import makegood.orders.Benefits;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.platform.Engine;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** Coupons and points come back when the whole order is undone: each line is paid back, or all its pieces are. */
@Component
class UndoneOrders {
    private final Orders orders;
    private final Benefits benefits;
    private final Cases cases;
    private final Engine engine;

    UndoneOrders(Orders orders, Benefits benefits, Cases cases, Engine engine) {
        this.orders = orders;
        this.benefits = benefits;
        this.cases = cases;
        this.engine = engine;
    }

    /** @param more what is about to be paid back, by line */
    static boolean undone(Order order, Map<Integer, Long> more) {
        return order.lines().stream()
                .allMatch(l -> l.returnedQuantity() >= l.quantity()
                        || l.refunded() + more.getOrDefault(l.line(), 0L) >= l.paid());
    }

    /** A refund of the order has been paid: what was used up is given back if it was the last. */
    void paid(RefundRequest request) {
        var order = orders.find(request.store, request.orderNumber).orElseThrow();
        if (undone(order, Map.of())) {
            for (var benefit : benefits.take(request.store, request.orderNumber)) {
                engine.startByMessage(
                        request.caseNumber,
                        BenefitDue.class,
                        request.store,
                        Map.of("caseNumber", request.caseNumber, "benefitReference", benefit.reference()));
            }
        }
    }

    Map<String, Object> request(String caseNumber, String reference) {
        var c = cases.get(caseNumber);
        var order = orders.find(c.store(), c.orderNumber()).orElseThrow();
        var benefit = benefits.get(c.store(), c.orderNumber(), reference);
        var payload = new HashMap<String, Object>();
        payload.put("couponNumber", "BB-" + c.orderNumber() + "-" + reference);
        payload.put("type", benefit.kind());
        payload.put("amount", benefit.value());
        payload.put("currency", order.currency());
        payload.put("orderNumber", c.orderNumber());
        payload.put("customerReference", order.customer().reference());
        return payload;
    }

    void givenBack(String caseNumber, String reference, String proof) {
        var c = cases.get(caseNumber);
        if (benefits.givenBack(c.store(), c.orderNumber(), reference)) {
            cases.note(
                    caseNumber,
                    "BENEFIT_BACK",
                    new Text(
                            "What was used for the order came back: " + reference + " as " + proof + ".",
                            "订单用掉的优惠已返还：" + reference + "，新编号 " + proof + "。"));
        }
    }
}
