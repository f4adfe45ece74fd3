package makegood.reconciliations;

import java.time.Instant;
import makegood.ledger.Moved;
import makegood.platform.Sha256;

/**
 * One line of a statement. {@code amount} in minor units, never negative; {@code reference} is the gateway's or bank's own
 * number of this execution; {@code paymentNumber} is null when they name none.
 */
record StatementLine(
        Source source,
        Moved.Kind kind,
        String number,
        String paymentNumber,
        long amount,
        String currency,
        State state,
        String reference,
        Instant at) {
    enum Source {
        /** What the gateway says it was asked for, and did. */
        GATEWAY,
        /** A settlement notice: what really went over the account. */
        SETTLEMENT
    }

    enum State {
        PENDING,
        SETTLED,
        REFUSED,
        REVERSED
    }

    /** The same line read again has the same key. */
    String key() {
        var all = String.join(
                "\n",
                source.name(),
                kind.name(),
                number,
                String.valueOf(paymentNumber),
                Long.toString(amount),
                currency,
                state.name(),
                reference,
                at.toString());
        return Sha256.hex(all);
    }
}
