package makegood.clocks;

import java.time.Instant;

/** A limit that passed at {@code missedAt} is missed still, one more period later. Published once per period. */
public record ClockStillMissed(
        String caseNumber, String clockId, String kind, String stage, Instant missedAt, String onLimit) {}
