package makegood.clocks;

import java.time.Instant;

/** Three quarters of a limit are over. Published once, in the transaction that notes it. */
public record ClockWarned(
        String caseNumber, String clockId, String kind, String stage, String taskId, Instant dueAt, String onLimit) {}
