package makegood.refunds;

/** The whole order is undone: what was used up for it comes back. */
record BenefitDue(String reference) {}
