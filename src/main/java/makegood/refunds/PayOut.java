package makegood.refunds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** Another way for the money of one refund. {@code accountName} and {@code accountNumber} are masked. */
@Entity
@Table(name = "pay_out")
@org.hibernate.annotations.DynamicUpdate
class PayOut {
    @Id
    String payOutNumber;

    @ManyToOne
    @JoinColumn(name = "refund_number")
    Refund refund;

    String method;
    String accountName;
    String accountNumber;
    String proofNumber;
    String preparedBy;
    String confirmedBy;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private PayOutState state;

    /** @throws IllegalStateException when there is no such way */
    void becomes(PayOutState next, String cause, Instant at) {
        boolean legal = state == null ? next == PayOutState.PREPARED : state.mayBecome(next);
        if (!legal) {
            throw new IllegalStateException(payOutNumber + " is " + state + " and never becomes " + next);
        }
        refund.step(payOutNumber, state, next.name(), cause, at);
        state = next;
    }
}
