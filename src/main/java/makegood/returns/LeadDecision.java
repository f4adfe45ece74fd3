package makegood.returns;

/** What a lead decides about a finding. */
enum LeadDecision {
    PAY_IN_FULL,
    PAY_PART,
    SEND_BACK,
    ASK_EVIDENCE,
    REFUSE
}
