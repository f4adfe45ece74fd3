package makegood.orders;

import java.time.Clock;
import makegood.orders.WatchedParcel.Trouble;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps with each parcel what a watch asks of thousands at once: its last scan, and since when it is silent on its way. */
@Component
class ParcelTraces {
    private static final String UNDER_WAY =
            "shipped_at is not null and delivered_at is null and (last_scan_kind is null"
                    + " or last_scan_kind not in ('DELIVERED', 'REFUSED', 'LOST', 'RETURNED_TO_SENDER'))";

    private final JdbcClient db;
    private final Clock clock;

    ParcelTraces(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** After an import; scans may have come before the order. */
    void imported(Order order) {
        if (order.parcels().isEmpty()) {
            return;
        }
        var last =
                "(select max(t.scanned_at) from parcel_scan t where t.tracking_number = order_parcel.tracking_number)";
        db.sql("update order_parcel set country = :country, last_scan_at = " + last
                        + ", last_scan_kind = (select max(s.kind) from parcel_scan s"
                        + " where s.tracking_number = order_parcel.tracking_number and s.scanned_at = " + last + ")"
                        + " where store = :store and order_number = :order")
                .param("country", order.country())
                .param("store", order.store())
                .param("order", order.orderNumber())
                .update();
        db.sql("update order_parcel set silent_since = coalesce(last_scan_at, shipped_at), under_way = (case when "
                        + UNDER_WAY + " then true else false end) where store = :store and order_number = :order")
                .param("store", order.store())
                .param("order", order.orderNumber())
                .update();
    }

    /** A scan that comes late, behind a newer one, changes nothing. */
    void scanned(Scan scan) {
        int moved = db.sql("update order_parcel set last_scan_at = :at, last_scan_kind = :kind"
                        + " where tracking_number = :tracking and (last_scan_at is null or last_scan_at <= :at)")
                .param("at", Utc.of(scan.at()))
                .param("kind", scan.kind().name())
                .param("tracking", scan.trackingNumber())
                .update();
        if (moved == 0) {
            return;
        }
        db.sql("update order_parcel set silent_since = coalesce(last_scan_at, shipped_at), under_way = (case when "
                        + UNDER_WAY + " then true else false end) where tracking_number = :tracking")
                .param("tracking", scan.trackingNumber())
                .update();
        switch (scan.kind()) {
            case REFUSED, DAMAGED, LOST, RETURNED_TO_SENDER ->
                trouble(scan, Trouble.valueOf(scan.kind().name()));
            case DELIVERED -> farAway(scan);
            default -> {} // it moves
        }
    }

    private void farAway(Scan scan) {
        if (scan.place() == null || scan.place().isBlank()) {
            return;
        }
        var homes = db.sql(
                        "select o.customer_address from order_parcel p join shop_order o"
                                + " on o.store = p.store and o.order_number = p.order_number where p.tracking_number = :tracking")
                .param("tracking", scan.trackingNumber())
                .query(String.class)
                .list();
        if (!homes.isEmpty() && homes.stream().allMatch(home -> SignedPlace.farFrom(scan.place(), home))) {
            trouble(scan, Trouble.SIGNED_FAR_AWAY);
        }
    }

    private void trouble(Scan scan, Trouble what) {
        db.sql("update order_parcel set trouble = :trouble, trouble_at = :now where tracking_number = :tracking")
                .param("trouble", what.name())
                .param("now", Utc.of(clock.instant()))
                .param("tracking", scan.trackingNumber())
                .update();
    }
}
