package makegood.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The platform has decided; {@code amount} in minor units of the case's currency, null when the ruling names none. */
public record PlatformRuled(String caseNumber, Used used, Ruling ruling, Long amount, PaidBy paidBy, String reference)
        implements CaseFact {
    /** For whom. */
    public enum Ruling {
        PLATFORM_FOR_CUSTOMER,
        PLATFORM_FOR_SELLER,
        PLATFORM_SPLIT;

        Outcome outcome() {
            return Outcome.valueOf(name());
        }

        /** Also without the prefix: {@code FOR_CUSTOMER}. */
        static Optional<Ruling> of(String code) {
            var name = code.toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(r -> r.name().equals(name) || r.name().equals("PLATFORM_" + name))
                    .findFirst();
        }
    }

    /** Who pays the customer: we do, the platform does, or it has taken the money from us already. */
    public enum PaidBy {
        SELLER,
        PLATFORM,
        ALREADY_TAKEN
    }
}
