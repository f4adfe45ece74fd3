package makegood.exchanges;

/** Old goods that were charged or written off are on their way after all. */
record OldGoodsCame(String caseNumber) {}
