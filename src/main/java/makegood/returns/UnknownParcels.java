package makegood.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.cases.CaseNumbers;
import makegood.orders.Scan;
import makegood.orders.ScanKind;
import makegood.orders.Scans;
import makegood.platform.Caller;
import makegood.platform.Utc;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels at the warehouse that no case expects, from their arrival until it is known whose they are. A tracking number is here once. */
@Component
@Transactional
class UnknownParcels {
    enum State {
        OPEN,
        HELD,
        IDENTIFIED,
        KEPT
    }

    /** {@code caseNumber} or {@code orderNumber} as soon as a person has named one of them; {@code place} as the carrier said. */
    record UnknownParcel(
            String parcelNumber,
            String store,
            String trackingNumber,
            String place,
            Instant arrivedAt,
            State state,
            String orderNumber,
            String caseNumber) {
        static UnknownParcel read(ResultSet row, int n) throws SQLException {
            return new UnknownParcel(
                    row.getString("parcel_number"),
                    row.getString("store"),
                    row.getString("tracking_number"),
                    row.getString("place"),
                    Utc.instant(row, "arrived_at"),
                    State.valueOf(row.getString("state")),
                    row.getString("order_number"),
                    row.getString("case_number"));
        }
    }

    private final JdbcClient db;
    private final CaseNumbers numbers;
    private final Scans scans;
    private final Stores stores;
    private final Clock clock;

    UnknownParcels(JdbcClient db, CaseNumbers numbers, Scans scans, Stores stores, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.scans = scans;
        this.stores = stores;
        this.clock = clock;
    }

    /** Its number; arrived when the carrier says so, else now. */
    String begin(String store, String trackingNumber) {
        var number = numbers.ofUnknownParcel(stores.known(store).zone());
        var scan = arrival(trackingNumber);
        db.sql("insert into unknown_parcel (parcel_number, store, tracking_number, place, arrived_at, state)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        store,
                        trackingNumber,
                        scan.map(Scan::place).orElse(null),
                        Utc.of(scan.map(Scan::at).orElse(clock.instant())),
                        State.OPEN.name())
                .update();
        return number;
    }

    private Optional<Scan> arrival(String trackingNumber) {
        List<Scan> all = scans.of(trackingNumber);
        return all.stream().filter(s -> s.kind() == ScanKind.DELIVERED).findFirst();
    }

    UnknownParcel get(String parcelNumber) {
        return find(parcelNumber).orElseThrow();
    }

    Optional<UnknownParcel> find(String parcelNumber) {
        return db.sql("select * from unknown_parcel where parcel_number = ?")
                .param(parcelNumber)
                .query(UnknownParcel::read)
                .optional();
    }

    Optional<UnknownParcel> tracked(String trackingNumber) {
        return db.sql("select * from unknown_parcel where tracking_number = ?")
                .param(trackingNumber)
                .query(UnknownParcel::read)
                .optional();
    }

    void belongsToCase(String parcelNumber, String caseNumber) {
        decided(parcelNumber, State.IDENTIFIED, null, caseNumber, null);
    }

    /** {@code store}: where the order stands, which may be another one than the parcel was put to. */
    void belongsToOrder(String parcelNumber, String store, String orderNumber) {
        decided(parcelNumber, State.IDENTIFIED, store, null, orderNumber);
    }

    void held(String parcelNumber) {
        decided(parcelNumber, State.HELD, null, null, null);
    }

    void kept(String parcelNumber) {
        decided(parcelNumber, State.KEPT, null, null, null);
    }

    private void decided(String parcelNumber, State state, String store, String caseNumber, String orderNumber) {
        db.sql("update unknown_parcel set state = ?, store = coalesce(?, store), case_number = ?,"
                        + " order_number = coalesce(?, order_number), decided_by = ?, decided_at = ?"
                        + " where parcel_number = ?")
                .params(
                        state.name(),
                        store,
                        caseNumber,
                        orderNumber,
                        Caller.current().account(),
                        Utc.of(clock.instant()),
                        parcelNumber)
                .update();
    }
}
