package makegood.cases;

/** A ruling is done with; {@code dispute} counts the disputes of the case, {@code amount} in minor units, 0 when it named none. */
public record RulingCarriedOut(
        String caseNumber,
        int dispute,
        PlatformRuled.Ruling ruling,
        PlatformRuled.PaidBy paidBy,
        long amount,
        String currency) {}
