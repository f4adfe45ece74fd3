package makegood.refunds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One change of state of a refund, or of a pay-out in its place; the archive keeps it as it was written. */
@Entity
@Table(name = "refund_step")
class RefundStep {
    @Id
    @Column(columnDefinition = "char(36)")
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "refund_number")
    private Refund refund;

    private String payOutNumber;
    private int stepNo;
    private String fromState;
    private String toState;
    private Instant at;
    private String actor;
    private String cause;

    protected RefundStep() {}

    /** {@code payOut} is null for a step of the refund itself, {@code from} for the first one. */
    record Change(String payOut, String from, String to, Instant at, String actor, String cause) {}

    RefundStep(Refund refund, int stepNo, Change change) {
        this.id = UUID.randomUUID().toString();
        this.refund = refund;
        this.stepNo = stepNo;
        this.payOutNumber = change.payOut();
        this.fromState = change.from();
        this.toState = change.to();
        this.at = change.at();
        this.actor = change.actor();
        this.cause = change.cause();
    }
}
