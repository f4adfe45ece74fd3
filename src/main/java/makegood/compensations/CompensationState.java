package makegood.compensations;

/** How far a compensation is. What is HELD counts against the month's budget; what is SENT cannot be taken back. */
enum CompensationState {
    PROPOSED,
    HELD,
    SENT,
    GIVEN,
    NOT_GIVEN,
    REFUSED,
    WITHDRAWN
}
