package makegood.resends;

/** What a person does when what was agreed cannot be sent as it is. */
enum ShortageDecision {
    TRY_AGAIN,
    OPEN_NEW_SET,
    WAIT_FOR_STOCK,
    OFFER_OTHER
}
