package makegood.clocks;

import java.time.Instant;

/** A limit has passed; {@code onLimit} is what the table service-clocks wants now. Published once, as the warning is. */
public record ClockBreached(
        String caseNumber, String clockId, String kind, String stage, String taskId, Instant dueAt, String onLimit) {}
