package makegood.departments;

import java.time.Instant;

/** A department's part in a case: {@code result} is null while it is owed, DONE, CANCELLED, or the code of its no. */
public record Part(String department, String what, Instant askedAt, Instant dueAt, Instant answeredAt, String result) {}
