package makegood.refunds;

import java.util.Set;

/** Where a refund is; SENT is written before the gateway is called, and a lost answer is UNKNOWN, never FAILED. */
enum RefundState {
    RESERVED,
    REFUSED,
    CANCELLED,
    APPROVED,
    SENT,
    UNKNOWN,
    SETTLED,
    FAILED_FINAL,
    PAID_OUT,
    REVERSED;

    /** The only ways there are. */
    boolean mayBecome(RefundState next) {
        return next().contains(next);
    }

    private Set<RefundState> next() {
        return switch (this) {
            case RESERVED -> Set.of(REFUSED, CANCELLED, APPROVED);
            case APPROVED -> Set.of(CANCELLED, SENT);
            case SENT -> Set.of(SETTLED, UNKNOWN, FAILED_FINAL);
            case UNKNOWN -> Set.of(SENT, SETTLED, FAILED_FINAL); // SENT: by the same number
            case SETTLED -> Set.of(REVERSED);
            case FAILED_FINAL, REVERSED -> Set.of(PAID_OUT);
            case REFUSED, CANCELLED, PAID_OUT -> Set.of();
        };
    }

    /** The amount is still held against its payment, and nothing has left the house. */
    boolean mayBeTakenBack() {
        return this == RESERVED || this == APPROVED;
    }
}
