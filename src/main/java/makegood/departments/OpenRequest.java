package makegood.departments;

import java.time.Instant;

/** A department owes an answer; {@code dueAt} is when it should have come. */
public record OpenRequest(
        String requestId, String department, String topic, String element, Instant since, Instant dueAt) {}
