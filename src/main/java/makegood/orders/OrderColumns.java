package makegood.orders;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makegood.platform.Utc;

/** What an import says of each row, by column; what we know beyond it (held, refunded, returned) is not here. */
class OrderColumns {
    private OrderColumns() {}

    private static Map<String, Object> key(Order order) {
        var key = new TreeMap<String, Object>();
        key.put("store", order.store());
        key.put("order_number", order.orderNumber());
        return key;
    }

    static Map<String, Object> head(ImportedOrder imported) {
        var order = imported.order();
        var row = key(order);
        row.put("state", order.state().name());
        row.put("customer_reference", order.customer().reference());
        row.put("customer_name", imported.person().name());
        row.put("customer_phone", imported.person().phone());
        row.put("customer_address", imported.person().address());
        row.put("tier", order.customer().tier().name());
        row.put("country", order.country());
        row.put("placed_at", Utc.of(order.placedAt()));
        row.put("currency", order.currency());
        row.put("freight_paid", order.freightPaid());
        row.put("cod_due", order.codDue());
        row.put("informed_of_cost", order.informedOfCost());
        row.put("free_return", order.freeReturn());
        row.put("freight_insured", order.freightInsured());
        return row;
    }

    static Map<String, Object> line(Order order, Line line) {
        var row = key(order);
        row.put("line_number", line.line());
        row.put("sku", line.sku());
        row.put("product", line.product());
        row.put("model", line.model());
        row.put("quantity", line.quantity());
        row.put("paid", line.paid());
        row.put("list_price", line.listPrice());
        row.put("durable", line.durable());
        row.put("made_to_order", line.madeToOrder());
        row.put("perishable", line.perishable());
        row.put("hygiene", line.hygiene());
        row.put("digital_goods", line.digital());
        row.put("exception_confirmed_at", Utc.of(line.exceptionConfirmedAt()));
        row.put("no_reason_promised", line.noReasonPromised());
        row.put("warranty_until", line.warrantyUntil());
        row.put("best_before", line.bestBefore());
        return row;
    }

    static Map<String, Object> payment(Order order, Payment payment) {
        var row = key(order);
        row.put("payment_number", payment.paymentNumber());
        row.put("gateway_transaction", payment.gatewayTransaction());
        row.put("pay_method", payment.method());
        row.put("amount", payment.amount());
        row.put("paid_at", Utc.of(payment.paidAt()));
        return row;
    }

    static Map<String, Object> parcel(Order order, Parcel parcel) {
        var row = key(order);
        row.put("tracking_number", parcel.trackingNumber());
        row.put("carrier", parcel.carrier());
        row.put("line_numbers", parcel.lines().stream().map(String::valueOf).collect(Collectors.joining(",")));
        row.put("shipped_at", Utc.of(parcel.shippedAt()));
        row.put("promised_by", Utc.of(parcel.promisedBy()));
        row.put("delivered_at", Utc.of(parcel.deliveredAt()));
        row.put("signed_by", parcel.signedBy());
        return row;
    }
}
