package makegood.returns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makegood.cases.Cases;
import makegood.cases.ReturnParcelSent;
import makegood.cases.Used;
import makegood.clocks.Clocks;
import makegood.orders.ParcelScanned;
import makegood.orders.ScanKind;
import makegood.orders.Scans;
import makegood.platform.Engine;
import makegood.platform.Text;
import makegood.platform.Utc;
import makegood.stores.Jurisdiction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels on their way back: recorded first, then told to whoever waits; they may come early, twice or out of order. */
@Component
@Transactional
class ReturnParcels {
    /** A parcel on its way back; instants null until it happens. */
    record Parcel(
            String trackingNumber,
            String carrier,
            Instant sentAt,
            Instant deliveredAt,
            Instant lostAt,
            Instant inspectedAt) {
        boolean arrived() {
            return deliveredAt != null && inspectedAt == null;
        }

        boolean onTheWay() {
            return deliveredAt == null && lostAt == null;
        }
    }

    private final Returns returns;
    private final Cases cases;
    private final Scans scans;
    private final Clocks clocks;
    private final Engine engine;
    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReturnParcels(
            Returns returns,
            Cases cases,
            Scans scans,
            Clocks clocks,
            Engine engine,
            JdbcClient db,
            Clock clock,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.cases = cases;
        this.scans = scans;
        this.clocks = clocks;
        this.engine = engine;
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    boolean isOurOwnParcel(String caseNumber, String trackingNumber) {
        return returns.order(cases.get(caseNumber)).parcels().stream()
                .anyMatch(p -> trackingNumber.equals(p.trackingNumber()));
    }

    /** False when it was announced before. */
    boolean sent(String caseNumber, String trackingNumber, String carrier) {
        if (of(caseNumber).stream().anyMatch(p -> p.trackingNumber().equals(trackingNumber))) {
            return false;
        }
        db.sql("insert into return_parcel (case_number, tracking_number, carrier, sent_at) values (?, ?, ?, ?)")
                .params(caseNumber, trackingNumber, carrier, Utc.of(clock.instant()))
                .update();
        cases.findable(caseNumber, trackingNumber);
        events.publishEvent(new ParcelClaimed(caseNumber, trackingNumber));
        for (var scan : scans.of(trackingNumber)) { // the carrier may have been faster than the customer
            if (scan.kind() == ScanKind.DELIVERED) {
                delivered(caseNumber, trackingNumber, scan.at());
            } else if (scan.kind() == ScanKind.LOST) {
                lost(caseNumber, trackingNumber, scan.at());
            }
        }
        return true;
    }

    /** The open cases whose return parcel has this number. */
    List<String> casesOf(String trackingNumber) {
        return db.sql("select case_number from return_parcel where tracking_number = ?")
                .param(trackingNumber)
                .query(String.class)
                .list();
    }

    void delivered(String caseNumber, String trackingNumber, Instant at) {
        db.sql("update return_parcel set delivered_at = ? where case_number = ? and tracking_number = ?"
                        + " and delivered_at is null")
                .params(Utc.of(at), caseNumber, trackingNumber)
                .update();
    }

    void lost(String caseNumber, String trackingNumber, Instant at) {
        db.sql("update return_parcel set lost_at = ? where case_number = ? and tracking_number = ? and lost_at is null")
                .params(Utc.of(at), caseNumber, trackingNumber)
                .update();
    }

    /** What has arrived is inspected. */
    void inspected(String caseNumber) {
        db.sql("update return_parcel set inspected_at = ? where case_number = ? and delivered_at is not null"
                        + " and inspected_at is null")
                .params(Utc.of(clock.instant()), caseNumber)
                .update();
    }

    /** What has not arrived until now will not arrive. */
    void giveUp(String caseNumber) {
        db.sql(
                        "update return_parcel set lost_at = ? where case_number = ? and delivered_at is null and lost_at is null")
                .params(Utc.of(clock.instant()), caseNumber)
                .update();
    }

    /** Whether a case knows it: one that is open, or one that has inspected it. */
    boolean expected(String trackingNumber) {
        return db.sql("select case_number, inspected_at from return_parcel where tracking_number = ?")
                .param(trackingNumber)
                .query((row, n) -> row.getObject(2) != null || takesGoods(row.getString(1)))
                .list()
                .contains(true);
    }

    /** An open case, or a closed one whose goods never came. */
    boolean takesGoods(String caseNumber) {
        return cases.get(caseNumber).closedAt() == null || cases.goodsOutstanding(caseNumber);
    }

    List<Parcel> of(String caseNumber) {
        return db.sql("select * from return_parcel where case_number = ? order by sent_at")
                .param(caseNumber)
                .query((row, n) -> new Parcel(
                        row.getString("tracking_number"),
                        row.getString("carrier"),
                        Utc.instant(row, "sent_at"),
                        Utc.instant(row, "delivered_at"),
                        Utc.instant(row, "lost_at"),
                        Utc.instant(row, "inspected_at")))
                .list();
    }

    @EventListener
    void on(ReturnParcelSent fact) {
        var goods = returns.get(fact.caseNumber());
        if (goods == null || isOurOwnParcel(fact.caseNumber(), fact.trackingNumber())) {
            return; // the number of the parcel that we sent out is no return parcel
        }
        if (sent(fact.caseNumber(), fact.trackingNumber(), fact.carrier())) {
            fact.used().yes(); // whoever begins to wait will look for it
        }
        engine.correlate(fact.caseNumber(), ReturnParcelSent.class);
    }

    /** A carrier's word about any parcel; only return parcels of cases are ours. */
    @EventListener
    void on(ParcelScanned scan) {
        for (var caseNumber : casesOf(scan.trackingNumber())) {
            cases.lock(caseNumber);
            if (!takesGoods(caseNumber)) {
                continue; // it is too late for this case
            }
            if (scan.kind() == ScanKind.DELIVERED) {
                delivered(caseNumber, scan.trackingNumber(), scan.at());
                arrived(caseNumber, scan.at());
            } else if (scan.kind() == ScanKind.LOST) {
                lost(caseNumber, scan.trackingNumber(), scan.at());
                if (of(caseNumber).stream().noneMatch(p -> p.onTheWay() || p.arrived())) {
                    engine.correlate(caseNumber, ReturnParcelLost.class); // else the others are waited for
                }
            }
        }
    }

    private void arrived(String caseNumber, Instant at) {
        cases.note(caseNumber, "PARCEL", new Text("The return parcel has arrived.", "退货包裹已到仓。"));
        if (returns.get(caseNumber) != null) {
            lawfulRefundBy(caseNumber, at);
        }
        engine.correlate(caseNumber, ReturnParcelDelivered.class);
    }

    /** A parcel that nobody announced turns out to be this case's: whoever waits for it goes on. */
    void identified(String caseNumber, String trackingNumber, Instant arrivedAt) {
        cases.lock(caseNumber);
        sent(caseNumber, trackingNumber, null);
        delivered(caseNumber, trackingNumber, arrivedAt); // it was brought in by hand, without a scan
        events.publishEvent(new ReturnParcelSent(caseNumber, new Used(), trackingNumber, null));
        arrived(caseNumber, arrivedAt);
    }

    /** [law] The price is paid back within 7 days of receiving the goods (CN-09); in the EU within 14 (EU-03). */
    private void lawfulRefundBy(String caseNumber, Instant receivedAt) {
        var goods = returns.get(caseNumber);
        boolean eu = returns.store(goods.store).jurisdiction() == Jurisdiction.EU;
        var by = receivedAt.plus(Duration.ofDays(eu ? 14 : 7));
        clocks.caseClock(caseNumber, goods.store, "LAW", "REFUND_LEGAL", by, null);
    }
}
