package makegood.platform;

/** A user task has a new assignee, or none ({@code assignee} null). */
public record TaskAssigned(String taskId, String caseNumber, String assignee) {}
