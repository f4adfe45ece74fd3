package makegood.refunds;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makegood.platform.Caller;

/**
 * What goes back on one payment. Its number never changes: it is the key under which the gateway knows it. Its state changes
 * in one place, which keeps to the legal paths and writes down each change.
 */
@Entity
@Table(name = "refund")
@org.hibernate.annotations.DynamicUpdate
class Refund {
    /** What the last step says of a refund that came back and that finance has closed. */
    static final String CLOSED = "CLOSED";

    private static final int CAUSE_MAX = 80;

    @Id
    String refundNumber;

    @Column(columnDefinition = "char(36)")
    String requestId;

    int positionNo;
    String caseNumber;
    String store;
    String orderNumber;
    String paymentNumber;
    long amount;
    String currency;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private RefundState state;

    String gatewayReference;
    Instant promisedBy;
    Instant sentAt;
    Instant settledAt;
    private Instant closedAt;
    int asked;
    private int steps;

    /** Added to and never read here, so nothing is loaded. */
    @OneToMany(mappedBy = "refund", cascade = CascadeType.PERSIST)
    private List<RefundStep> history = new ArrayList<>();

    RefundState state() {
        return state;
    }

    /**
     * @param cause a code of what made it so; a department's word as {@code GATEWAY:SETTLED}
     * @throws IllegalStateException when there is no such way
     */
    void becomes(RefundState next, String cause, Instant at) {
        boolean legal = state == null ? next == RefundState.RESERVED : closedAt == null && state.mayBecome(next);
        if (!legal) {
            throw new IllegalStateException(refundNumber + " is " + state + " and never becomes " + next);
        }
        step(null, state, next.name(), cause, at);
        state = next;
    }

    /** It came back and stays with the shop. */
    void close(String cause, Instant at) {
        if (state != RefundState.REVERSED || closedAt != null) {
            throw new IllegalStateException(refundNumber + " is " + state + " and cannot be closed");
        }
        step(null, state, CLOSED, cause, at);
        closedAt = at;
    }

    /** Of the refund itself, or of a pay-out in its place: counted together, as they happened. */
    void step(String payOut, Enum<?> from, String to, String cause, Instant at) {
        var code = cause.length() > CAUSE_MAX ? cause.substring(0, CAUSE_MAX) : cause;
        var before = from == null ? null : from.name();
        var actor = Caller.current().account();
        history.add(new RefundStep(this, ++steps, new RefundStep.Change(payOut, before, to, at, actor, code)));
    }
}
