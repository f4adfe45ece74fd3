package makegood.sandbox;

/** As the payment gateway sees a refund. */
enum RefundState {
    PENDING,
    SETTLED,
    REFUSED,
    REVERSED;

    boolean takesMoney() {
        return this == PENDING || this == SETTLED;
    }

    /** The gateway may say the same again; it never takes back a refusal or a reversal. */
    boolean mayBecome(RefundState next) {
        return this == next
                || this == PENDING && (next == SETTLED || next == REFUSED)
                || this == SETTLED && next == REVERSED;
    }
}
