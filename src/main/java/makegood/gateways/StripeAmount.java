package makegood.gateways;

import java.util.Currency;
import java.util.Map;

/**
 * Stripe counts in the smallest unit as ISO 4217 does, with few exceptions
 * (https://docs.stripe.com/currencies#special-cases): exact, or not at all.
 */
final class StripeAmount {
    private static final Map<String, Integer> OTHER_DIGITS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);
    private static final int TEN = 10;

    private StripeAmount() {}

    /** Null when Stripe cannot pay back exactly this. */
    static Long of(long minor, String currency) {
        Currency known;
        try {
            known = Currency.getInstance(currency);
        } catch (IllegalArgumentException | NullPointerException noCurrency) {
            return null;
        }
        int iso = known.getDefaultFractionDigits();
        int stripe = OTHER_DIGITS.getOrDefault(currency, iso);
        long amount = stripe >= iso ? Math.multiplyExact(minor, power(stripe - iso)) : minor / power(iso - stripe);
        boolean exact = stripe >= iso || minor % power(iso - stripe) == 0;
        boolean payable = iso != 3 || amount % TEN == 0; // three decimals, the last always 0
        return exact && payable ? (Long) amount : null;
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= TEN;
        }
        return power;
    }
}
