package makegood.cases;

import java.time.Instant;

/** The platform has taken the dispute in hand; {@code evidenceUntil} is null when it names no date. */
public record PlatformSteppedIn(String caseNumber, Used used, String disputeNumber, Instant evidenceUntil)
        implements CaseFact {}
