package makegood.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import makegood.platform.Utc;

/**
 * A parcel to a customer as a watch sees it, without anything of the customer. No line numbers = the whole order;
 * {@code since} is when it fell silent or was promised, {@code lastScan} null while it was never scanned.
 */
public record WatchedParcel(
        String store,
        String orderNumber,
        String trackingNumber,
        List<Integer> lines,
        ScanKind lastScan,
        Trouble trouble,
        boolean cashOnDelivery,
        Instant since) {

    /** What a scan told that somebody must look at. */
    public enum Trouble {
        REFUSED,
        DAMAGED,
        LOST,
        RETURNED_TO_SENDER,
        SIGNED_FAR_AWAY
    }

    static WatchedParcel read(ResultSet row, String since) throws SQLException {
        var lines = row.getString("line_numbers");
        var scan = row.getString("last_scan_kind");
        var trouble = row.getString("trouble");
        return new WatchedParcel(
                row.getString("store"),
                row.getString("order_number"),
                row.getString("tracking_number"),
                lines.isEmpty()
                        ? List.of()
                        : Arrays.stream(lines.split(",")).map(Integer::valueOf).toList(),
                scan == null ? null : ScanKind.valueOf(scan),
                trouble == null ? null : Trouble.valueOf(trouble),
                row.getLong("cod_due") > 0,
                Utc.instant(row, since));
    }
}
