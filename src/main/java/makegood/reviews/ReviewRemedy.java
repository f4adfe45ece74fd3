package makegood.reviews;

import java.util.Optional;
import makegood.cases.CaseKind;
import makegood.cases.Remedy;

/** What makes good what a review complains about; with the procedure that does it, or none when words do. */
enum ReviewRemedy {
    NONE(null, null),
    APOLOGY(null, Remedy.APOLOGY),
    GUIDANCE(null, Remedy.GUIDANCE),
    RETURN_REFUND(CaseKind.RETURN_REFUND, Remedy.RETURN_REFUND),
    EXCHANGE(CaseKind.EXCHANGE, Remedy.EXCHANGE),
    RESEND(CaseKind.RESEND, Remedy.RESEND),
    REFUND_ONLY(CaseKind.REFUND_ONLY, Remedy.REFUND_NO_RETURN),
    COMPENSATION(CaseKind.COMPENSATION, null);

    private final CaseKind procedure;
    private final Remedy remedy;

    ReviewRemedy(CaseKind procedure, Remedy remedy) {
        this.procedure = procedure;
        this.remedy = remedy;
    }

    /** The remedy that a procedure of this kind gives, if one does. */
    static Optional<ReviewRemedy> by(String kind) {
        return java.util.Arrays.stream(values())
                .filter(r -> r.procedure != null && r.procedure.name().equals(kind))
                .findFirst();
    }

    Optional<CaseKind> procedure() {
        return Optional.ofNullable(procedure);
    }

    /** As the case shows it; null where the procedure names its own. */
    Remedy remedy() {
        return remedy;
    }

    /** Whether pieces of the order are given back, replaced or paid for. */
    boolean takesPieces() {
        return procedure != null && this != COMPENSATION;
    }
}
