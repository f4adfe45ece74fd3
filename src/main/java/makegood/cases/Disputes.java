package makegood.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import makegood.clocks.Clocks;
import makegood.platform.Caller;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Disputes that the platform has taken in hand: one open at a time per case. */
@Service
@Transactional
public class Disputes {
    private final JdbcClient db;
    /** The platform's clock for our evidence. */
    static final String STAGE = "DISPUTE_EVIDENCE";

    private final Cases cases;
    private final Clocks clocks;
    private final Clock clock;

    Disputes(JdbcClient db, Cases cases, Clocks clocks, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * {@code evidenceUntil} null when the platform names no date; {@code ruling} null until it has decided; {@code payAmount}
     * what the lead has decided that the customer gets from us, minor units.
     */
    record Dispute(
            int seq,
            String disputeNumber,
            Instant steppedInAt,
            Instant evidenceUntil,
            PlatformRuled.Ruling ruling,
            Long amount,
            PlatformRuled.PaidBy paidBy,
            Long payAmount,
            String decidedBy) {
        boolean weOwe() {
            return paidBy == PlatformRuled.PaidBy.SELLER && ruling != PlatformRuled.Ruling.PLATFORM_FOR_SELLER;
        }
    }

    /** No automatic step closes a case while this holds. */
    public boolean open(String caseNumber) {
        return db.sql("select count(*) from case_dispute where case_number = ? and ended_at is null")
                        .param(caseNumber)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** False when one is open already. */
    boolean begins(PlatformSteppedIn fact) {
        if (open(fact.caseNumber())) {
            return false;
        }
        db.sql("insert into case_dispute (case_number, seq, dispute_number, evidence_until, stepped_in_at)"
                        + " select ?, coalesce(max(seq), 0) + 1, ?, ?, ? from case_dispute where case_number = ?")
                .params(
                        fact.caseNumber(),
                        fact.disputeNumber(),
                        Utc.of(fact.evidenceUntil()),
                        Utc.of(clock.instant()),
                        fact.caseNumber())
                .update();
        if (fact.evidenceUntil() != null) {
            plan(fact.caseNumber(), fact.evidenceUntil());
        }
        return true;
    }

    private void plan(String caseNumber, Instant until) {
        var c = cases.row(caseNumber);
        clocks.caseClock(caseNumber, c.store, "PLATFORM", STAGE, until, "ALARM");
    }

    /** When our evidence has to be with the platform, a margin before its date; null when it named none. */
    Instant answerBy(String caseNumber) {
        return latest(caseNumber)
                .filter(d -> d.evidenceUntil() != null)
                .map(d -> Clocks.defaultAt(d.steppedInAt(), d.evidenceUntil()))
                .orElse(null);
    }

    /** The platform gives us another date. False when no dispute is open. */
    boolean moved(String caseNumber, Instant until) {
        int moved = db.sql("update case_dispute set evidence_until = ? where case_number = ? and ended_at is null")
                .params(Utc.of(until), caseNumber)
                .update();
        if (moved > 0) {
            plan(caseNumber, until);
            clocks.movePlatformDefault(caseNumber, "EVIDENCE_PACK", answerBy(caseNumber));
        }
        return moved > 0;
    }

    /** Our side is with the platform, or there is none: its date no longer runs. */
    void answered(String caseNumber) {
        clocks.stop(caseNumber, STAGE);
    }

    /** False when nothing is open or it was ruled before: a repeated ruling changes nothing. */
    boolean ruled(PlatformRuled fact) {
        boolean first = db.sql(
                                "update case_dispute set ruling = ?, ruled_amount = ?, paid_by = ?, ruling_reference = ?, ruled_at = ?"
                                        + " where case_number = ? and ended_at is null and ruled_at is null")
                        .params(
                                fact.ruling().name(),
                                fact.amount(),
                                fact.paidBy().name(),
                                fact.reference(),
                                Utc.of(clock.instant()),
                                fact.caseNumber())
                        .update()
                > 0;
        if (first) {
            answered(fact.caseNumber());
        }
        return first;
    }

    boolean isRuled(String caseNumber) {
        return latest(caseNumber).map(Dispute::ruling).isPresent();
    }

    String number(String caseNumber) {
        return latest(caseNumber).map(Dispute::disputeNumber).orElse(null);
    }

    /** @param payAmount what the customer gets from us by the ruling, null when nothing */
    void decided(String caseNumber, Long payAmount) {
        db.sql("update case_dispute set pay_amount = ?, decided_by = ? where case_number = ? and ended_at is null")
                .params(payAmount, Caller.current().account(), caseNumber)
                .update();
    }

    /** What the case has given back and is giving back now, in minor units. */
    long paidOrPending(String caseNumber) {
        return db.sql("select refunded + pending from after_sales_case where case_number = ?")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    /** The ruling of the latest dispute, once it is carried out. */
    Optional<PlatformRuled.Ruling> outcome(String caseNumber) {
        return open(caseNumber) ? Optional.empty() : latest(caseNumber).map(Dispute::ruling);
    }

    void ended(String caseNumber) {
        db.sql("update case_dispute set ended_at = ? where case_number = ? and ended_at is null")
                .params(Utc.of(clock.instant()), caseNumber)
                .update();
    }

    Optional<Dispute> latest(String caseNumber) {
        return db.sql("select * from case_dispute where case_number = ? order by seq desc limit 1")
                .param(caseNumber)
                .query((row, n) -> new Dispute(
                        row.getInt("seq"),
                        row.getString("dispute_number"),
                        Utc.instant(row, "stepped_in_at"),
                        Utc.instant(row, "evidence_until"),
                        row.getString("ruling") == null ? null : PlatformRuled.Ruling.valueOf(row.getString("ruling")),
                        row.getObject("ruled_amount", Long.class),
                        row.getString("paid_by") == null
                                ? null
                                : PlatformRuled.PaidBy.valueOf(row.getString("paid_by")),
                        row.getObject("pay_amount", Long.class),
                        row.getString("decided_by")))
                .optional();
    }
}
