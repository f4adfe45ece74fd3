package makegood.cases;

import java.time.Instant;
import java.util.List;

/**
 * What a procedure may know of a case. {@code goodsIntact} is YES, NO or UNKNOWN; sums in minor units of
 * {@code currency}. {@code trackingNumber} is the parcel that the case is about, {@code exceptionKind} what went wrong with
 * it (rules.md 1.5); {@code faultCause} and {@code faultUnit} say why, and which unit answers for it (rules.md 1.6), null
 * until somebody has found out. {@code requestedBy} is who last set the amount that is due, else who opened the case.
 */
public record CaseFacts(
        String caseNumber,
        String store,
        String orderNumber,
        CaseKind kind,
        CaseKind askedKind,
        Reason reason,
        Channel channel,
        String origin,
        String statement,
        String goodsIntact,
        EvidenceLevel evidence,
        Long requestedAmount,
        String wantedSku,
        String trackingNumber,
        String exceptionKind,
        Review review,
        String faultCause,
        String faultUnit,
        String priority,
        String language,
        String currency,
        String deadlineStage,
        Instant deadlineUntil,
        String platformCase,
        String agentMessage,
        RefusalReason refusalReason,
        Outcome outcome,
        String openedBy,
        Instant openedAt,
        Instant closedAt,
        String dueLane,
        boolean dueInspected,
        String requestedBy,
        List<Line> lines) {
    /** The published review that the case is about; {@code rating} from 1 to 5. */
    public record Review(String reviewId, Integer rating, String text, Instant postedAt) {}

    /** Why it happened: what was found out, else the customer's reason. */
    public String cause() {
        return faultCause == null ? reason.name() : faultCause;
    }

    /** Which unit answers for it (rules.md 1.6): what was found out, else as far as the customer's reason says. */
    public String atFault() {
        return faultUnit == null ? reason.atFault() : faultUnit;
    }

    /** A line of the order and how many of its pieces the case is about. */
    public record Line(int line, int quantity) {}
}
