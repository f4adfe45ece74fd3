package makegood.cases;

import java.time.Instant;
import makegood.platform.Text;

/**
 * What we propose to a customer, and the answer. {@code words} is the proposal as the customer reads it ("a refund of
 * 39.80 CNY, and you keep the goods"), {@code ifSilent} what happens when no answer comes; {@code amount} in minor units,
 * null when the offer is about none; {@code answer} is null until one is known, {@code counter} the amount that the
 * customer named instead.
 */
public record Offer(
        NegotiationMove move,
        Text words,
        Text ifSilent,
        CaseKind procedure,
        Long amount,
        Instant until,
        Answer answer,
        Long counter) {

    /** How the customer may take it. */
    public enum Answer {
        ACCEPTED,
        REJECTED,
        COUNTERED,
        SILENT
    }

    /** A new offer, to be answered within the store's time. */
    public Offer(NegotiationMove move, Text words, Text ifSilent, CaseKind procedure, Long amount) {
        this(move, words, ifSilent, procedure, amount, null, null, null);
    }
}
