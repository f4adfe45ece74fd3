package makegood.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parcels on their way to customers, for who watches over them: sets and pages, never one by one. */
@Service
@Transactional
public class Parcels {
    /** Parcels of one store with one carrier to one country share their limits; the carrier may be unknown (null). */
    public record Route(String store, String carrier, String country) {}

    /** Silence that began before these instants is too long: never scanned, waiting for its delivery, anything else. */
    public record Silence(Instant neverScanned, Instant outForDelivery, Instant scanned) {
        private Instant latest() {
            return List.of(neverScanned, outForDelivery, scanned).stream()
                    .max(Instant::compareTo)
                    .orElseThrow();
        }
    }

    private static final String SELECT = "select p.*, o.cod_due from order_parcel p"
            + " join shop_order o on o.store = p.store and o.order_number = p.order_number where ";

    private final JdbcClient db;

    Parcels(JdbcClient db) {
        this.db = db;
    }

    /** Whether this is a parcel that we sent to a customer. */
    public boolean sentOut(String trackingNumber) {
        return db.sql("select count(*) from order_parcel where tracking_number = ?")
                        .param(trackingNumber)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All routes on which something is under way. */
    public List<Route> routes() {
        return db.sql("select distinct store, carrier, country from order_parcel where under_way = true"
                        + " order by store, carrier, country")
                .query((row, n) -> new Route(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The longest silent first; those whose silence has been dealt with are left out. {@code after}: last of the page before, or null. */
    public List<WatchedParcel> silent(Route route, Silence limits, WatchedParcel after, int most) {
        return page(
                route,
                "silent_since",
                " and p.silent_since < case when p.last_scan_kind is null then :never"
                        + " when p.last_scan_kind = 'OUT_FOR_DELIVERY' then :out else :scanned end",
                limits.latest(),
                Map.of(
                        "never", Utc.of(limits.neverScanned),
                        "out", Utc.of(limits.outForDelivery),
                        "scanned", Utc.of(limits.scanned)),
                after,
                most);
    }

    /** Promised for a time before this one, and still not delivered. */
    public List<WatchedParcel> overdue(Route route, Instant promisedBefore, WatchedParcel after, int most) {
        return page(route, "promised_by", "", promisedBefore, Map.of(), after, most);
    }

    private List<WatchedParcel> page(
            Route route,
            String since,
            String more,
            Instant before,
            Map<String, ?> values,
            WatchedParcel after,
            int most) {
        var column = "p." + since;
        var carrier = route.carrier == null ? "p.carrier is null" : "p.carrier = :carrier";
        var next = after == null
                ? ""
                : " and (" + column + " > :since or " + column + " = :since and (p.order_number > :order"
                        + " or p.order_number = :order and p.tracking_number > :tracking))";
        var ask = db.sql(SELECT + "p.under_way = true and p.store = :store and " + carrier
                        + " and p.country = :country and " + column + " < :before"
                        + " and (p.watched_at is null or p.watched_at < " + column + ") and o.state <> 'CLOSED'" + more
                        + next + " order by " + column + ", p.order_number, p.tracking_number limit :most")
                .param("store", route.store)
                .param("country", route.country)
                .param("before", Utc.of(before))
                .param("most", most)
                .params(values);
        if (route.carrier != null) {
            ask = ask.param("carrier", route.carrier);
        }
        if (after != null) {
            ask = ask.param("since", Utc.of(after.since()))
                    .param("order", after.orderNumber())
                    .param("tracking", after.trackingNumber());
        }
        return ask.query((row, n) -> WatchedParcel.read(row, since)).list();
    }

    /** What scans told before this instant and nobody has looked at; the oldest first. */
    public List<WatchedParcel> inTrouble(Instant toldBefore, int most) {
        return db.sql(SELECT + "p.trouble_at < :before order by p.trouble_at limit :most")
                .param("before", Utc.of(toldBefore))
                .param("most", most)
                .query((row, n) -> WatchedParcel.read(row, "trouble_at"))
                .list();
    }

    /** The trouble of one number, in each order that it carries goods of. */
    public List<WatchedParcel> inTrouble(String trackingNumber) {
        return db.sql(SELECT + "p.tracking_number = :tracking and p.trouble_at is not null")
                .param("tracking", trackingNumber)
                .query((row, n) -> WatchedParcel.read(row, "trouble_at"))
                .list();
    }

    /** Whatever has happened to the parcel until this instant is dealt with: the watch looks at it again after its next scan. */
    public void dealtWith(WatchedParcel parcel, Instant until) {
        db.sql("update order_parcel set watched_at = :at, trouble = null, trouble_at = null"
                        + " where store = :store and order_number = :order and tracking_number = :tracking")
                .param("at", Utc.of(until))
                .param("store", parcel.store())
                .param("order", parcel.orderNumber())
                .param("tracking", parcel.trackingNumber())
                .update();
    }
}
