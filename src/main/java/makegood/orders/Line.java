package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import makegood.platform.Utc;

/**
 * One line of an order. {@code paid} is for the whole line, {@code listPrice} for one piece, both in minor units. Of
 * {@code paid} and {@code quantity}, {@code collected} and {@code collectedPieces} came later: a difference in price, or a
 * piece that was charged because it never came back.
 */
public record Line(
        int line,
        String sku,
        String product,
        String model,
        int quantity,
        long paid,
        long listPrice,
        boolean durable,
        boolean madeToOrder,
        boolean perishable,
        boolean hygiene,
        boolean digital,
        Instant exceptionConfirmedAt,
        boolean noReasonPromised,
        LocalDate warrantyUntil,
        Integer warrantyMonths,
        LocalDate bestBefore,
        long refunded,
        long held,
        int returnedQuantity,
        int resentQuantity,
        long collected,
        int collectedPieces) {

    /** What can still be refunded. */
    public long left() {
        return paid - refunded - held;
    }

    public long unitShare() {
        return paid / quantity;
    }

    /** Pieces that are still owed for what was paid: neither came back, nor were paid back in full or are about to be. */
    public int owedPieces() {
        long paidBack = unitShare() == 0 ? 0 : Math.min(quantity, (refunded + held) / unitShare());
        return quantity - (int) Math.max(returnedQuantity, paidBack);
    }

    /** The share of so many further pieces: the rest of the division goes with the last piece of the line. */
    public long shareOf(int pieces) {
        return pieces + returnedQuantity >= quantity ? paid - unitShare() * returnedQuantity : unitShare() * pieces;
    }

    static Line read(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getInt("line_number"),
                row.getString("sku"),
                row.getString("product"),
                row.getString("model"),
                row.getInt("quantity") + row.getInt("collected_pieces"),
                row.getLong("paid") + row.getLong("collected"),
                row.getLong("list_price"),
                row.getBoolean("durable"),
                row.getBoolean("made_to_order"),
                row.getBoolean("perishable"),
                row.getBoolean("hygiene"),
                row.getBoolean("digital_goods"),
                Utc.instant(row, "exception_confirmed_at"),
                row.getBoolean("no_reason_promised"),
                row.getObject("warranty_until", LocalDate.class),
                row.getObject("warranty_months", Integer.class),
                row.getObject("best_before", LocalDate.class),
                row.getLong("refunded"),
                row.getLong("held"),
                row.getInt("returned_quantity"),
                row.getInt("resent_quantity"),
                row.getLong("collected"),
                row.getInt("collected_pieces"));
    }
}
