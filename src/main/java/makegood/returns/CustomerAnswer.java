package makegood.returns;

/** What the customer says to a deduction. */
enum CustomerAnswer {
    ACCEPTED,
    COUNTERED,
    DISPUTED,
    SILENT
}
