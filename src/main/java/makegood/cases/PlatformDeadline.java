package makegood.cases;

import java.time.Instant;
import makegood.clocks.Clocks;

/** Our own default happens a margin before the platform's zero, so that the platform never decides for the shop. */
public final class PlatformDeadline {
    /** Where no deadline runs the timer still has to name a date. */
    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private PlatformDeadline() {}

    /** When our default happens, or null where the platform named no deadline. */
    static Instant decideBy(AfterSalesCase c) {
        return c.deadlineUntil == null ? null : Clocks.defaultAt(c.openedAt, c.deadlineUntil);
    }

    /** When our default happens; far away where the platform named no deadline. */
    public static Instant decideBy(CaseFacts c) {
        return c.deadlineUntil() == null ? NEVER : Clocks.defaultAt(c.openedAt(), c.deadlineUntil());
    }
}
