package makegood.shipments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makegood.cases.Cases;
import makegood.orders.Scan;
import makegood.orders.Scans;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parcels that cases send, and what carriers say of them: recorded first, whoever waits for it. */
@Component
@Transactional
class Shipments {
    private final Cases cases;
    private final Stores stores;
    private final Scans scans;
    private final JdbcClient db;
    private final Clock clock;

    Shipments(Cases cases, Stores stores, Scans scans, JdbcClient db, Clock clock) {
        this.cases = cases;
        this.stores = stores;
        this.scans = scans;
        this.db = db;
        this.clock = clock;
    }

    void sent(String caseNumber, String trackingNumber, String carrier, String purpose) {
        var now = clock.instant();
        var days =
                stores.known(cases.get(caseNumber).store()).limits().exchanges().deliveryDays();
        db.sql("insert into shipment (case_number, tracking_number, carrier, purpose, shipped_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        trackingNumber,
                        carrier,
                        purpose,
                        Utc.of(now),
                        Utc.of(now.plus(Duration.ofDays(days))))
                .update();
        cases.findable(caseNumber, trackingNumber);
        scans.of(trackingNumber).forEach(scan -> scanned(caseNumber, scan)); // the carrier may have been faster
    }

    private void scanned(String caseNumber, Scan scan) {
        switch (scan.kind()) {
            case DELIVERED -> delivered(caseNumber, scan.trackingNumber(), scan.at());
            case LOST, REFUSED, RETURNED_TO_SENDER ->
                trouble(caseNumber, scan.trackingNumber(), scan.kind().name(), scan.at());
            default -> {} // it moves
        }
    }

    /** False when it had arrived before. */
    boolean delivered(String caseNumber, String trackingNumber, Instant at) {
        return db.sql("update shipment set delivered_at = ?, trouble = null, lost_at = null"
                                + " where case_number = ? and tracking_number = ? and delivered_at is null")
                        .params(Utc.of(at), caseNumber, trackingNumber)
                        .update()
                > 0;
    }

    /** No effect on what has arrived: scans come out of order. */
    void trouble(String caseNumber, String trackingNumber, String kind, Instant at) {
        db.sql("update shipment set trouble = ?, lost_at = ?"
                        + " where case_number = ? and tracking_number = ? and delivered_at is null")
                .params(kind, kind.equals("LOST") ? Utc.of(at) : null, caseNumber, trackingNumber)
                .update();
    }

    /** It is on its way after all. */
    void waitUntil(String caseNumber, String trackingNumber, Instant until) {
        db.sql("update shipment set trouble = null, lost_at = null, due_at = ?"
                        + " where case_number = ? and tracking_number = ?")
                .params(Utc.of(until), caseNumber, trackingNumber)
                .update();
    }

    List<Shipment> of(String caseNumber) {
        return db.sql("select * from shipment where case_number = ? order by shipped_at")
                .param(caseNumber)
                .query(Shipments::read)
                .list();
    }

    Shipment get(String caseNumber, String trackingNumber) {
        return db.sql("select * from shipment where case_number = ? and tracking_number = ?")
                .params(caseNumber, trackingNumber)
                .query(Shipments::read)
                .single();
    }

    List<Shipment> tracked(String trackingNumber) {
        return db.sql("select * from shipment where tracking_number = ?")
                .param(trackingNumber)
                .query(Shipments::read)
                .list();
    }

    private static Shipment read(ResultSet row, int n) throws SQLException {
        return new Shipment(
                row.getString("case_number"),
                row.getString("tracking_number"),
                row.getString("carrier"),
                row.getString("purpose"),
                Utc.instant(row, "shipped_at"),
                Utc.instant(row, "due_at"),
                row.getString("trouble"),
                Utc.instant(row, "delivered_at"),
                Utc.instant(row, "lost_at"));
    }
}
