package makegood.clocks;

import java.time.Instant;

/**
 * One clock as people see it. {@code kind}: TASK, or the case clock's own (FIRST_RESPONSE, PLATFORM, REFUND_PROMISE …);
 * {@code atZero}: what happens when nobody acts. {@code endedAt} is null while it runs.
 */
public record ClockView(
        String id,
        String kind,
        String stage,
        Instant startedAt,
        Instant dueAt,
        Instant pausedSince,
        Instant breachedAt,
        Instant endedAt,
        String atZero,
        String owner,
        String team,
        String taskId) {}
