package makegood.refunds;

/** What an approver says to a refund. */
enum ApprovalDecision {
    APPROVE,
    REFUSE,
    CHANGE_AMOUNT
}
