package makegood.orders;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import makegood.stores.Product;
import makegood.stores.Products;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes an imported order into the tables; never touches what is held, refunded or returned. */
@Component
class OrderWriter {
    private static final List<String> ORDER_KEY = List.of("store", "order_number");

    private final JdbcClient db;
    private final Products products;
    private final Remarks remarks;
    private final ParcelTraces traces;
    private final Benefits benefits;

    OrderWriter(JdbcClient db, Products products, Remarks remarks, ParcelTraces traces, Benefits benefits) {
        this.benefits = benefits;
        this.db = db;
        this.traces = traces;
        this.products = products;
        this.remarks = remarks;
    }

    void insert(ImportedOrder imported) {
        var order = imported.order();
        var head = OrderColumns.head(imported);
        head.put("freight_refunded", 0);
        head.put("freight_held", 0);
        insert("shop_order", head);
        order.lines().forEach(line -> insertLine(order, line));
        order.payments().forEach(payment -> insertPayment(order, payment));
        order.parcels().forEach(parcel -> insert("order_parcel", OrderColumns.parcel(order, parcel)));
        parts(imported);
    }

    void replace(Order known, ImportedOrder imported) {
        var order = imported.order();
        update("shop_order", OrderColumns.head(imported), ORDER_KEY);
        for (var line : order.lines()) {
            if (known.line(line.line()).isPresent()) {
                update("order_line", OrderColumns.line(order, line), List.of("store", "order_number", "line_number"));
            } else {
                insertLine(order, line);
            }
        }
        for (var payment : order.payments()) {
            if (known.payment(payment.paymentNumber()).isPresent()) {
                update("order_payment", OrderColumns.payment(order, payment), List.of("store", "payment_number"));
            } else {
                insertPayment(order, payment);
            }
        }
        known.lines().stream()
                .filter(l -> order.line(l.line()).isEmpty())
                .forEach(l -> delete("order_line", order, "line_number", l.line()));
        known.payments().stream()
                .filter(p -> !p.collected() && order.payment(p.paymentNumber()).isEmpty())
                .forEach(p -> delete("order_payment", order, "payment_number", p.paymentNumber()));
        replaceParcels(known, order);
        parts(imported);
    }

    private void replaceParcels(Order known, Order order) {
        for (var parcel : order.parcels()) {
            if (known.parcel(parcel.trackingNumber()).isPresent()) {
                update(
                        "order_parcel",
                        OrderColumns.parcel(order, parcel),
                        List.of("store", "order_number", "tracking_number"));
            } else {
                insert("order_parcel", OrderColumns.parcel(order, parcel));
            }
        }
        known.parcels().stream()
                .filter(p -> order.parcel(p.trackingNumber()).isEmpty())
                .forEach(p -> delete("order_parcel", order, "tracking_number", p.trackingNumber()));
    }

    private void parts(ImportedOrder imported) {
        var order = imported.order();
        traces.imported(order);
        benefits.put(order.store(), order.orderNumber(), imported.benefits());
        imported.remarks().forEach(remark -> remarks.addOnce(order.store(), order.orderNumber(), remark));
    }

    private void insertLine(Order order, Line line) {
        var row = OrderColumns.line(order, line);
        row.put(
                "warranty_months",
                products.find(order.store(), line.sku())
                        .map(Product::warrantyMonths)
                        .orElse(null));
        row.put("refunded", 0);
        row.put("held", 0);
        row.put("returned_quantity", 0);
        row.put("resent_quantity", 0);
        insert("order_line", row);
    }

    private void insertPayment(Order order, Payment payment) {
        var row = OrderColumns.payment(order, payment);
        row.put("refunded", 0);
        row.put("held", 0);
        row.put("paid_out", 0);
        insert("order_payment", row);
    }

    private void insert(String table, Map<String, Object> row) {
        var names = String.join(", ", row.keySet());
        var values = row.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        db.sql("insert into " + table + " (" + names + ") values (" + values + ")")
                .params(row)
                .update();
    }

    private void update(String table, Map<String, Object> row, List<String> key) {
        var sets = row.keySet().stream()
                .filter(name -> !key.contains(name))
                .map(name -> name + " = :" + name)
                .collect(Collectors.joining(", "));
        var where = key.stream().map(name -> name + " = :" + name).collect(Collectors.joining(" and "));
        db.sql("update " + table + " set " + sets + " where " + where)
                .params(row)
                .update();
    }

    private void delete(String table, Order order, String column, Object value) {
        db.sql("delete from " + table + " where store = :store and order_number = :order and " + column + " = :value")
                .param("store", order.store())
                .param("order", order.orderNumber())
                .param("value", value)
                .update();
    }
}
