package makegood.ledger;

import java.time.Instant;

/**
 * Money that went through the gateway, as the house knows it: one per number under which the gateway knows it too.
 * {@code amount} in minor units, never negative; {@code paymentNumber} and {@code currency} are null when we name none;
 * {@code at} is when it was done, null before.
 */
public record Moved(
        Kind kind,
        String number,
        String caseNumber,
        String orderNumber,
        String paymentNumber,
        long amount,
        String currency,
        State state,
        Instant at) {
    public enum Kind {
        /** Back on a payment. */
        REFUND,
        /** Out another way. */
        PAY_OUT,
        /** In: a difference or charge that the customer has paid. */
        CHARGE
    }

    public enum State {
        NOT_SENT,
        UNDER_WAY,
        DONE,
        NOT_DONE,
        TAKEN_BACK,
        /** Refused or taken back by the gateway, and then paid another way. */
        DONE_OTHERWISE
    }
}
