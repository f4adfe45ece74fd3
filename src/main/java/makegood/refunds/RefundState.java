package makegood.refunds;

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

    /** The amount is still held against its payment, and nothing has left the house. */
    boolean mayBeTakenBack() {
        return this == RESERVED || this == APPROVED;
    }
}
