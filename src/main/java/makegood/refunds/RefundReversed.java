package makegood.refunds;

/** The gateway has taken a settled refund back. */
record RefundReversed(String refundNumber) {}
