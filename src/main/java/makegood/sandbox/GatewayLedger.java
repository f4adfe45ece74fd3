package makegood.sandbox;

import java.util.List;
import java.util.Optional;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.orders.Payment;
import makegood.platform.AppClock;
import makegood.platform.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payment gateway's own books, apart from the shop's: what was paid, and what went back under which refund number. */
@Component
@InSandbox
class GatewayLedger {
    private final JdbcClient sql;
    private final Orders orders;
    private final AppClock clock;

    GatewayLedger(JdbcClient sql, Orders orders, AppClock clock) {
        this.sql = sql;
        this.orders = orders;
        this.clock = clock;
    }

    record Paid(String store, String paymentNumber, String method, long amount, String currency) {
        boolean hasRouteBack() {
            return !method.equals("COD_CASH");
        }
    }

    record Refund(
            String refundNumber,
            String store,
            String paymentNumber,
            long amount,
            String currency,
            RefundState state,
            String reasonCode,
            String gatewayReference) {}

    /** The payment, locked until the transaction ends; the gateway learns of it when it is first asked about. */
    Optional<Paid> lockPayment(String store, String orderNumber, String paymentNumber) {
        if (locked(store, paymentNumber).isEmpty()) {
            orders.find(store, orderNumber)
                    .ifPresent(o -> o.payment(paymentNumber).ifPresent(p -> learn(o, p)));
        }
        return locked(store, paymentNumber);
    }

    private Optional<Paid> locked(String store, String paymentNumber) {
        return sql.sql("select * from sandbox_payment where store = ? and payment_number = ? for update")
                .params(store, paymentNumber)
                .query(GatewayLedger::paid)
                .optional();
    }

    private void learn(Order order, Payment payment) {
        try {
            sql.sql(
                            "insert into sandbox_payment (store, payment_number, method, paid, currency) values (?, ?, ?, ?, ?)")
                    .params(
                            order.store(),
                            payment.paymentNumber(),
                            payment.method(),
                            payment.amount(),
                            order.currency())
                    .update();
        } catch (DuplicateKeyException somebodyWasFaster) {
            // it is known, and that is all that was wanted
        }
    }

    /** Without a lock, for people who look; a payment that was never refunded stands in the orders only. */
    List<Paid> payments(String paymentNumber) {
        var known = sql.sql("select * from sandbox_payment where payment_number = ? order by store")
                .param(paymentNumber)
                .query(GatewayLedger::paid)
                .list();
        return known.isEmpty() ? ofOrders(paymentNumber) : known;
    }

    private List<Paid> ofOrders(String paymentNumber) {
        return orders.withPayment(paymentNumber).stream()
                .flatMap(o -> o.payment(paymentNumber).stream()
                        .map(p -> new Paid(o.store(), p.paymentNumber(), p.method(), p.amount(), o.currency())))
                .toList();
    }

    Optional<Refund> refund(String refundNumber) {
        return sql.sql("select * from sandbox_refund where refund_number = ? for update")
                .param(refundNumber)
                .query(GatewayLedger::refund)
                .optional();
    }

    List<Refund> refunds(String store, String paymentNumber) {
        return sql.sql("select * from sandbox_refund where store = ? and payment_number = ?"
                        + " order by received_at, refund_number")
                .params(store, paymentNumber)
                .query(GatewayLedger::refund)
                .list();
    }

    void write(Refund refund) {
        sql.sql(
                        "insert into sandbox_refund (refund_number, store, payment_number, amount, currency, refund_state,"
                                + " reason_code, gateway_reference, received_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(refund.refundNumber())
                .param(refund.store())
                .param(refund.paymentNumber())
                .param(refund.amount())
                .param(refund.currency())
                .param(refund.state().name())
                .param(refund.reasonCode())
                .param(refund.gatewayReference())
                .param(Utc.of(clock.instant()))
                .param(Utc.of(clock.instant()))
                .update();
    }

    void become(String refundNumber, RefundState state, String reasonCode) {
        sql.sql("update sandbox_refund set refund_state = ?, reason_code = ?, changed_at = ? where refund_number = ?")
                .param(state.name())
                .param(reasonCode)
                .param(Utc.of(clock.instant()))
                .param(refundNumber)
                .update();
    }

    private static Paid paid(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Paid(
                row.getString("store"),
                row.getString("payment_number"),
                row.getString("method"),
                row.getLong("paid"),
                row.getString("currency"));
    }

    private static Refund refund(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Refund(
                row.getString("refund_number"),
                row.getString("store"),
                row.getString("payment_number"),
                row.getLong("amount"),
                row.getString("currency"),
                RefundState.valueOf(row.getString("refund_state")),
                row.getString("reason_code"),
                row.getString("gateway_reference"));
    }
}
