package makegood.reconciliations;

/**
 * What differs. Amounts are what each side says has moved, in minor units; {@code correction} is what our book lacks:
 * positive when more has gone out than we booked, 0 when amounts cannot be compared.
 */
record Finding(
        DifferenceKind kind,
        long ours,
        String ourState,
        long theirs,
        String theirState,
        long correction,
        String currency) {}
