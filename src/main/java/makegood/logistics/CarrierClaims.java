package makegood.logistics;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import makegood.cases.Cases;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.platform.Engine;
import makegood.platform.Money;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for a parcel, and what the carrier owes us: one claim per case and parcel, its money booked once. */
@Component
@Transactional
class CarrierClaims {
    /** Amounts in minor units; {@code state} FILED, PAID or REFUSED. */
    record Claim(
            String claimNumber,
            String caseNumber,
            String trackingNumber,
            String kind,
            long amount,
            String currency,
            String state) {}

    private final Troubles troubles;
    private final Cases cases;
    private final Ledger ledger;
    private final Engine engine;
    private final JdbcClient db;
    private final Clock clock;

    CarrierClaims(Troubles troubles, Cases cases, Ledger ledger, Engine engine, JdbcClient db, Clock clock) {
        this.troubles = troubles;
        this.cases = cases;
        this.ledger = ledger;
        this.engine = engine;
        this.db = db;
        this.clock = clock;
    }

    /** Keeps what the table liability said; true when the carrier owes us for a loss. */
    boolean liable(String caseNumber, Map<String, Object> result) {
        var c = cases.get(caseNumber);
        var trouble = troubles.get(caseNumber);
        trouble.claimable = Boolean.TRUE.equals(result.get("claim"));
        var cause = trouble.fact == Fact.NONE ? c.exceptionKind() : trouble.fact.name();
        cases.fault(caseNumber, cause, (String) result.get("liability"));
        return trouble.claimable;
    }

    /** Starts the claim as a process of its own, once. Nothing happens without a parcel, or when nothing was lost. */
    void claim(String caseNumber, long amount) {
        var c = cases.get(caseNumber);
        claim(caseNumber, troubles.get(caseNumber).trackingNumber, c.exceptionKind(), amount);
    }

    void claim(String caseNumber, String tracking, String kind, long amount) {
        if (tracking == null || amount <= 0 || of(caseNumber, tracking).isPresent()) {
            return;
        }
        var c = cases.get(caseNumber);
        var number = caseNumber + "-C" + (count(caseNumber) + 1);
        db.sql("insert into carrier_claim (claim_number, case_number, tracking_number, exception_kind, amount,"
                        + " currency, claim_state, paid_amount, filed_at) values (?, ?, ?, ?, ?, ?, 'FILED', 0, ?)")
                .params(number, caseNumber, tracking, kind, amount, c.currency(), Utc.of(clock.instant()))
                .update();
        cases.findable(caseNumber, number);
        cases.note(
                caseNumber,
                "CLAIM",
                new Text("Claim against the carrier: " + Money.plain(amount), "向快递索赔：" + Money.plain(amount)));
        engine.startByMessage(
                caseNumber,
                CarrierClaimWanted.class,
                c.store(),
                Map.of("caseNumber", caseNumber, "claimNumber", number));
    }

    boolean claimed(String caseNumber, String tracking) {
        return of(caseNumber, tracking).isPresent();
    }

    private int count(String caseNumber) {
        return db.sql("select count(*) from carrier_claim where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    private Optional<Claim> of(String caseNumber, String tracking) {
        return db.sql("select * from carrier_claim where case_number = ? and tracking_number = ?")
                .params(caseNumber, tracking)
                .query(CarrierClaims::read)
                .optional();
    }

    Claim get(String claimNumber) {
        return db.sql("select * from carrier_claim where claim_number = ?")
                .param(claimNumber)
                .query(CarrierClaims::read)
                .single();
    }

    private static Claim read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Claim(
                row.getString("claim_number"),
                row.getString("case_number"),
                row.getString("tracking_number"),
                row.getString("exception_kind"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("claim_state"));
    }

    /** The carrier's last word; an amount of nothing is a no. */
    boolean answered(String claimNumber, long paid) {
        db.sql("update carrier_claim set claim_state = ?, paid_amount = ?, answered_at = ? where claim_number = ?"
                        + " and claim_state = 'FILED'")
                .params(paid > 0 ? "PAID" : "REFUSED", Math.max(paid, 0), Utc.of(clock.instant()), claimNumber)
                .update();
        return paid > 0;
    }

    long paid(String claimNumber) {
        return db.sql("select paid_amount from carrier_claim where claim_number = ?")
                .param(claimNumber)
                .query(Long.class)
                .single();
    }

    /** Money won back stands against what the case has cost. */
    void book(Claim claim) {
        var c = cases.get(claim.caseNumber());
        ledger.book(new Entry(
                "claim:" + claim.claimNumber(),
                c.caseNumber(),
                c.store(),
                c.orderNumber(),
                null,
                null,
                null,
                Entry.Kind.CARRIER_PAYBACK,
                -paid(claim.claimNumber()),
                claim.currency(),
                c.cause(),
                c.atFault()));
    }
}
