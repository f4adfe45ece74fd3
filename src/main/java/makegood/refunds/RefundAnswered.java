package makegood.refunds;

/** The gateway has said something about a refund; it is asked for the truth before anything is believed. */
record RefundAnswered(String refundNumber) {}
