package makegood.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads orders: four statements each, however many lines one has. */
@Component
class OrderRows {
    private static final String KEY = " where store = :store and order_number = :order";

    private final JdbcClient db;

    OrderRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Order> find(String store, String orderNumber) {
        return ask("select * from shop_order" + KEY, store, orderNumber, Order::read)
                .optional()
                .map(order -> order.with(
                        order.state(),
                        ask("select * from order_line" + KEY + " order by line_number", store, orderNumber, Line::read)
                                .list(),
                        ask(
                                        "select * from order_payment" + KEY + " order by paid_at, payment_number",
                                        store,
                                        orderNumber,
                                        Payment::read)
                                .list(),
                        ask(
                                        "select * from order_parcel" + KEY + " order by tracking_number",
                                        store,
                                        orderNumber,
                                        Parcel::read)
                                .list()));
    }

    List<Order> withPayment(String paymentNumber) {
        return db
                .sql("select store, order_number from order_payment where payment_number = ? order by store")
                .param(paymentNumber)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .flatMap(key -> find(key.get(0), key.get(1)).stream())
                .toList();
    }

    boolean lock(String store, String orderNumber) {
        return ask("select order_number from shop_order" + KEY + " for update", store, orderNumber, (row, n) -> true)
                .optional()
                .isPresent();
    }

    Optional<PersonalData> personalData(String store, String orderNumber) {
        return ask("select * from shop_order" + KEY, store, orderNumber, PersonalData::read)
                .optional();
    }

    Optional<String> orderOfPayment(String store, String paymentNumber) {
        return db.sql("select order_number from order_payment where store = :store and payment_number = :payment")
                .param("store", store)
                .param("payment", paymentNumber)
                .query(String.class)
                .optional();
    }

    private <T> JdbcClient.MappedQuerySpec<T> ask(String sql, String store, String order, RowMapper<T> mapper) {
        return db.sql(sql).param("store", store).param("order", order).query(mapper);
    }
}
