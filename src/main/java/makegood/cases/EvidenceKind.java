package makegood.cases;

/** What a piece of evidence is (rules.md 1.9). */
enum EvidenceKind {
    PHOTO,
    VIDEO,
    UNPACK_VIDEO,
    CHAT_RECORD,
    CALL_RECORDING,
    TRACE,
    WEIGHING,
    PROOF_OF_DELIVERY,
    CARRIER_CERTIFICATE,
    PAYMENT_RECORD,
    REFUND_PROOF,
    INSPECTION_REPORT,
    LAB_REPORT,
    PURCHASE_CONFIRMATION,
    PAGE_SNAPSHOT,
    REVIEW_SNAPSHOT,
    AUTHORISATION,
    STATEMENT,
    OTHER
}
