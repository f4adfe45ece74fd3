package makegood.cases;

import java.util.List;
import java.util.Set;
import makegood.orders.Order;

/** No piece is owed twice: what was paid back is not sent too, what was sent again is not missing any more. */
final class StillMissing {
    private static final Set<CaseKind> KINDS = Set.of(CaseKind.REFUND_ONLY, CaseKind.RESEND);
    private static final Set<CaseKind> SENDS = Set.of(CaseKind.RESEND, CaseKind.EXCHANGE);
    private static final Set<Reason> REASONS =
            Set.of(Reason.MISSING_GOODS, Reason.EMPTY_PARCEL, Reason.NOT_RECEIVED, Reason.NO_TRACKING);

    private StillMissing() {}

    /** @param kind null while nobody knows */
    static void check(CaseKind kind, Reason reason, Order order, List<CaseFacts.Line> lines)
            throws AlreadyPaidBack, AlreadyResent {
        boolean missing = REASONS.contains(reason) && (kind == null || KINDS.contains(kind));
        boolean sent = kind != null && SENDS.contains(kind);
        for (var asked : lines) {
            var line = order.line(asked.line()).orElseThrow();
            if ((missing || sent) && asked.quantity() > line.owedPieces()) {
                throw new AlreadyPaidBack(asked.line());
            }
            if (missing && asked.quantity() > line.owedPieces() - line.resentQuantity()) {
                throw new AlreadyResent(asked.line());
            }
        }
    }
}
