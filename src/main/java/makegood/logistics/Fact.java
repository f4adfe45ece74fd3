package makegood.logistics;

/** The one thing that was found out from trace, weighing, pick record, photos or remarks (rules.md 4.12). */
enum Fact {
    ADDRESS_BY_CUSTOMER,
    ADDRESS_ALTERED_BY_US,
    MISROUTED,
    NOT_HANDED_OVER,
    HANDED_OVER,
    PROMISE_NOT_NOTED,
    REMARK_NOT_FOLLOWED,
    OUR_LABEL,
    OUTER_DAMAGED,
    PACKING_BELOW_STANDARD,
    PACKING_OK_OUTER_OK,
    PICK_RECORD_WRONG,
    WEIGHT_WRONG_AT_START,
    WEIGHT_LOST_EN_ROUTE,
    SKU_DATA_WRONG,
    PROOF_NOT_DESIGNATED,
    NOT_CONFIRMED_BEFORE_SHIPPING,
    NO_FAULT_FOUND,
    NONE
}
