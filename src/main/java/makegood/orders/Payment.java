package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import makegood.platform.Utc;

/**
 * One payment of an order; {@code method} as the shop's system names it. Refunded includes what was paid out another way.
 * {@code gatewayTransaction}: the gateway's own number of it, null where nobody told us.
 * {@code collected}: we asked the customer for it after the sale, no import knows of it.
 */
public record Payment(
        String paymentNumber,
        String gatewayTransaction,
        String method,
        long amount,
        Instant paidAt,
        long refunded,
        long held,
        long paidOut,
        boolean collected) {

    /** What can still be refunded on this payment. */
    public long left() {
        return amount - refunded - held;
    }

    /** Cash at the door cannot go back the way it came: it is paid out another way. */
    public boolean hasRouteBack() {
        return !method.equals("COD_CASH");
    }

    boolean isStoredValue() {
        return method.equals("GIFTCARD") || method.equals("BALANCE");
    }

    static Payment read(ResultSet row, int n) throws SQLException {
        return new Payment(
                row.getString("payment_number"),
                row.getString("gateway_transaction"),
                row.getString("pay_method"),
                row.getLong("amount"),
                Utc.instant(row, "paid_at"),
                row.getLong("refunded"),
                row.getLong("held"),
                row.getLong("paid_out"),
                row.getBoolean("collected"));
    }
}
