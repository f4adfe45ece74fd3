package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import makegood.platform.Utc;

/** A parcel to the customer; no line numbers = the whole order. */
public record Parcel(
        String trackingNumber,
        String carrier,
        List<Integer> lines,
        Instant shippedAt,
        Instant promisedBy,
        Instant deliveredAt,
        String signedBy) {

    /** What an import does not tell but was known before stays known: a scan is no less true for it. */
    Parcel filled(Instant shipped, Instant delivered, String signed) {
        return new Parcel(
                trackingNumber,
                carrier,
                lines,
                shippedAt == null ? shipped : shippedAt,
                promisedBy,
                deliveredAt == null ? delivered : deliveredAt,
                signedBy == null ? signed : signedBy);
    }

    boolean carries(int line) {
        return lines.isEmpty() || lines.contains(line);
    }

    static Parcel read(ResultSet row, int n) throws SQLException {
        var lines = row.getString("line_numbers");
        return new Parcel(
                row.getString("tracking_number"),
                row.getString("carrier"),
                lines.isEmpty()
                        ? List.of()
                        : Arrays.stream(lines.split(",")).map(Integer::valueOf).toList(),
                Utc.instant(row, "shipped_at"),
                Utc.instant(row, "promised_by"),
                Utc.instant(row, "delivered_at"),
                row.getString("signed_by"));
    }
}
