package makegood.reviews;

/** What the words of a review may mean besides a customer's honest opinion. */
enum ReviewSign {
    NONE,
    HAZARD,
    PRIVATE_DATA,
    ABUSE,
    EXTORTION,
    COMPETITOR,
    MISTAKE
}
