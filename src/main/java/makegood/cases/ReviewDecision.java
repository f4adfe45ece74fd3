package makegood.cases;

/** What an agent decides about a request; the last two are offers that only some reviews know. */
public enum ReviewDecision {
    APPROVE,
    REFUSE,
    ASK_EVIDENCE,
    OFFER_OTHER,
    CHANGE_AMOUNT,
    ASK_WITHDRAW
}
