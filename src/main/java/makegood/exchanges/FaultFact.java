package makegood.exchanges;

/** What trace, weighing, pick record, remarks and photos may show of a fault (rules.md 4.12), as far as an exchange can rest on it. */
enum FaultFact {
    PICK_RECORD_WRONG,
    WEIGHT_WRONG_AT_START,
    REMARK_NOT_FOLLOWED,
    PROMISE_NOT_NOTED,
    SKU_DATA_WRONG,
    OUTER_DAMAGED,
    PACKING_BELOW_STANDARD,
    PACKING_OK_OUTER_OK,
    NO_FAULT_FOUND
}
