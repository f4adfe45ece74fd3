package makegood.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import makegood.platform.Answers;

/** Reads a fact from outside; notes on the given fields what is wrong with them. */
final class FactReader {
    private FactReader() {}

    static CaseFact read(FactType type, String caseNumber, Answers given) {
        given.text("text", CaseRequest.STATEMENT_MAX);
        var used = new Used();
        return switch (type) {
            case CUSTOMER_REPLIED ->
                new CustomerReplied(
                        caseNumber,
                        used,
                        given.optional("channel", Channel.class).orElse(null));
            case CUSTOMER_WITHDREW -> new CustomerWithdrew(caseNumber, used);
            case EVIDENCE_ADDED -> new EvidenceAdded(caseNumber, used);
            case ESCALATE ->
                new Escalated(
                        caseNumber,
                        used,
                        given.optional("reason", EscalationReason.class)
                                .orElse(EscalationReason.COMPLEX)
                                .name());
            case RETURN_PARCEL_SENT -> new ReturnParcelSent(caseNumber, used, parcel(given), given.text("carrier", 64));
            case COUNTER_OFFER_ANSWERED -> answered(caseNumber, used, given);
            case PLATFORM_DEADLINE_MOVED -> moved(caseNumber, used, given);
            case PLATFORM_STEPPED_IN -> steppedIn(caseNumber, used, given);
            case PLATFORM_RULED -> ruled(caseNumber, used, given);
            case REVIEW_UPDATED -> reviewUpdated(caseNumber, used, given);
            case AGENT_REPLIED ->
                new AgentReplied(
                        caseNumber,
                        used,
                        given.text("by", 255),
                        given.flag("automatic").orElse(false));
        };
    }

    private static String parcel(Answers given) {
        given.require(given.has("trackingNumber"), "trackingNumber", "REQUIRED", "please fill in", "必填");
        return given.trackingNumber("trackingNumber");
    }

    private static CaseFact answered(String caseNumber, Used used, Answers given) {
        var accepted = given.flag("accepted");
        given.require(
                accepted.isPresent() || given.has("accepted"),
                "accepted",
                "REQUIRED",
                "true or false",
                "须为 true 或 false");
        return new CounterOfferAnswered(caseNumber, used, accepted.orElse(false));
    }

    private static CaseFact steppedIn(String caseNumber, Used used, Answers given) {
        return new PlatformSteppedIn(
                caseNumber,
                used,
                given.text("disputeNumber", 64),
                instant(given, given.text("evidenceUntil", 40), "evidenceUntil"));
    }

    private static CaseFact ruled(String caseNumber, Used used, Answers given) {
        var ruling = PlatformRuled.Ruling.of(given.text("ruling", 40));
        given.require(
                ruling.isPresent(),
                "ruling",
                given.has("ruling") ? "UNKNOWN_CODE" : "REQUIRED",
                "must be one of " + List.of(PlatformRuled.Ruling.values()),
                "只能是 " + List.of(PlatformRuled.Ruling.values()));
        return new PlatformRuled(
                caseNumber,
                used,
                ruling.orElse(PlatformRuled.Ruling.PLATFORM_FOR_SELLER),
                given.amount("amount").orElse(null),
                given.optional("paidBy", PlatformRuled.PaidBy.class).orElse(PlatformRuled.PaidBy.SELLER),
                given.text("reference", 64));
    }

    private static CaseFact reviewUpdated(String caseNumber, Used used, Answers given) {
        int rating = given.quantity("rating").orElse(0);
        given.require(rating >= 1 && rating <= 5, "rating", "OUT_OF_RANGE", "from 1 to 5", "须为 1 到 5");
        return new ReviewUpdated(caseNumber, used, rating, given.text("text", CaseRequest.STATEMENT_MAX));
    }

    private static Instant instant(Answers given, String text, String pointer) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            given.wrong(
                    pointer, "NOT_AN_INSTANT", "an instant like 2026-11-23T09:50:00Z", "须为 2026-11-23T09:50:00Z 这样的时间");
            return null;
        }
    }

    private static CaseFact moved(String caseNumber, Used used, Answers given) {
        var until = given.requiredText("until", 40);
        var stage = given.text("stage", 40);
        try {
            return new PlatformDeadlineMoved(
                    caseNumber, used, stage, until.isEmpty() ? Instant.EPOCH : Instant.parse(until));
        } catch (DateTimeParseException malformed) {
            given.wrong(
                    "until", "NOT_AN_INSTANT", "an instant like 2026-11-23T09:50:00Z", "须为 2026-11-23T09:50:00Z 这样的时间");
            return new KeptFact(caseNumber, used);
        }
    }

    /** Stands for what could not be read; the caller is told, and nobody else. */
    record KeptFact(String caseNumber, Used used) implements CaseFact {}
}
