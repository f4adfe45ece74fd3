package makegood.returns;

/** State of returned goods: A new, B light traces, C clearly used or damaged, D unusable, missing or not the original. */
enum GoodsGrade {
    A,
    B,
    C,
    D
}
