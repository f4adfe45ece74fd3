package makegood.departments;

import java.time.Instant;

/** A department owed an answer by {@code dueAt} and has not given it. Published once per request. */
public record DepartmentSilent(String caseNumber, String requestId, String department, String topic, Instant dueAt) {}
