package makegood.orders;

import java.time.Clock;
import java.util.List;
import makegood.platform.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every scan of every parcel, ours or not: a return parcel may be scanned before anybody has told us its number. */
@Service
public class Scans {
    private final JdbcClient db;
    private final ParcelTraces traces;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Scans(JdbcClient db, ParcelTraces traces, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.traces = traces;
        this.clock = clock;
        this.events = events;
    }

    /** In the order in which they happened. */
    public List<Scan> of(String trackingNumber) {
        return db.sql("select * from parcel_scan where tracking_number = :tracking order by scanned_at, scan_id")
                .param("tracking", trackingNumber)
                .query((row, n) -> new Scan(
                        row.getString("tracking_number"),
                        row.getString("scan_id"),
                        Utc.instant(row, "scanned_at"),
                        ScanKind.valueOf(row.getString("kind")),
                        row.getString("place")))
                .list();
    }

    /** The stores that sent this parcel out; none when it is not one of ours, or one that comes back. */
    List<String> storesOf(String trackingNumber) {
        return db.sql("select distinct store from order_parcel where tracking_number = :tracking")
                .param("tracking", trackingNumber)
                .query(String.class)
                .list();
    }

    /** False when the scan was known: then nothing changes and nobody is told. */
    @Transactional
    public boolean record(Scan scan, String signedBy) {
        if (known(scan)) {
            return false;
        }
        insert(scan);
        switch (scan.kind()) {
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY -> shipped(scan);
            case DELIVERED -> delivered(scan, signedBy);
            case REFUSED, DAMAGED, LOST, RETURNED_TO_SENDER -> {} // for the procedures that listen
        }
        traces.scanned(scan);
        events.publishEvent(new ParcelScanned(scan.trackingNumber(), scan.kind(), scan.at(), scan.scanId()));
        return true;
    }

    private boolean known(Scan scan) {
        return db.sql("select count(*) from parcel_scan where tracking_number = :tracking and scan_id = :scan")
                        .param("tracking", scan.trackingNumber())
                        .param("scan", scan.scanId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws DuplicateKeyException when the same scan arrives on another thread at the same moment: answered as a conflict */
    private void insert(Scan scan) {
        db.sql("""
                insert into parcel_scan (tracking_number, scan_id, scanned_at, kind, place, received_at)
                values (:tracking, :scan, :at, :kind, :place, :now)""")
                .param("tracking", scan.trackingNumber())
                .param("scan", scan.scanId())
                .param("at", Utc.of(scan.at()))
                .param("kind", scan.kind().name())
                .param("place", scan.place())
                .param("now", Utc.of(clock.instant()))
                .update();
    }

    private void shipped(Scan scan) {
        parcels("shipped_at = :at where tracking_number = :tracking and shipped_at is null", scan, null);
        orders(OrderState.SHIPPED, "'PAID', 'PICKING'", "", scan);
    }

    private void delivered(Scan scan, String signedBy) {
        parcels(
                "delivered_at = :at, signed_by = coalesce(:signed, signed_by), shipped_at = coalesce(shipped_at, :at)"
                        + " where tracking_number = :tracking and delivered_at is null",
                scan,
                signedBy);
        var all = " and not exists (select 1 from order_parcel p where p.store = shop_order.store"
                + " and p.order_number = shop_order.order_number and p.delivered_at is null)";
        orders(OrderState.DELIVERED, "'PAID', 'PICKING', 'SHIPPED'", all, scan);
    }

    private void parcels(String change, Scan scan, String signedBy) {
        db.sql("update order_parcel set " + change)
                .param("at", Utc.of(scan.at()))
                .param("tracking", scan.trackingNumber())
                .param("signed", signedBy)
                .update();
    }

    private void orders(OrderState state, String from, String condition, Scan scan) {
        db.sql("update shop_order set state = :state where state in (" + from
                        + ") and exists (select 1 from order_parcel t"
                        + " where t.store = shop_order.store and t.order_number = shop_order.order_number"
                        + " and t.tracking_number = :tracking)" + condition)
                .param("state", state.name())
                .param("tracking", scan.trackingNumber())
                .update();
    }
}
