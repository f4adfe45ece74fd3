package makegood.ledger;

/**
 * One booking. {@code amount} in minor units, positive when it costs the shop; {@code bookingKey} names the fact, so that
 * a repetition books nothing; {@code line}, {@code sku} and {@code model} are null for the whole order.
 */
public record Entry(
        String bookingKey,
        String caseNumber,
        String store,
        String orderNumber,
        Integer line,
        String sku,
        String model,
        Kind kind,
        long amount,
        String currency,
        String cause,
        String unitAtFault) {
    /** What was spent or won. */
    public enum Kind {
        REFUND,
        OUTBOUND_FREIGHT,
        /** The way back that the shop pays. */
        RETURN_FREIGHT,
        /** Freight of what is sent again. */
        EXTRA_FREIGHT,
        /** Goods given without goods back. */
        RESEND,
        WRITE_OFF,
        COMPENSATION,
        /** Negative: money won back from the carrier. */
        CARRIER_PAYBACK,
        /** Negative: a difference or charge that the customer has paid. */
        COLLECTED,
        /** By a ruling, taken from us by the platform. */
        PLATFORM_TAKEN,
        /** By a ruling, paid by the platform itself: shown apart, no cost of ours. */
        PLATFORM_PAID,
        /** A payment that should not exist went back: money that was never ours, shown apart. */
        PAYMENT_RETURNED,
        /** What a comparison with the gateway showed: positive when more has gone out than was booked. */
        CORRECTION
    }

    /** The same under another key and with another amount. */
    Entry as(String key, long otherAmount) {
        return new Entry(
                key, caseNumber, store, orderNumber, line, sku, model, kind, otherAmount, currency, cause, unitAtFault);
    }

    /** The same for another cause and unit. */
    Entry because(String otherCause, String otherUnit) {
        return new Entry(
                bookingKey,
                caseNumber,
                store,
                orderNumber,
                line,
                sku,
                model,
                kind,
                amount,
                currency,
                otherCause,
                otherUnit);
    }
}
