package makegood.resends;

/** What was found out about why it has to be sent again (rules.md 4.12). */
enum ResendFact {
    PICK_RECORD_WRONG,
    WEIGHT_WRONG_AT_START,
    WEIGHT_LOST_EN_ROUTE,
    REMARK_NOT_FOLLOWED,
    PROMISE_NOT_NOTED,
    SKU_DATA_WRONG,
    OUTER_DAMAGED,
    PACKING_BELOW_STANDARD,
    PACKING_OK_OUTER_OK,
    PROOF_NOT_DESIGNATED,
    NO_FAULT_FOUND,
    NONE
}
