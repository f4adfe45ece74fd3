package makegood.refunds;

/** Where a pay-out is: FAILED when whoever pays it has refused, RETURNED when the second person has. */
enum PayOutState {
    PREPARED,
    RETURNED,
    CONFIRMED,
    FAILED,
    PAID;

    boolean mayBecome(PayOutState next) {
        return switch (this) {
            case PREPARED -> next == RETURNED || next == CONFIRMED;
            case CONFIRMED -> next == FAILED || next == PAID;
            case RETURNED, FAILED, PAID -> false;
        };
    }
}
