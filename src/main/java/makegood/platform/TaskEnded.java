package makegood.platform;

/** A user task is over; {@code completed} is false when the process took it away (withdrawal, time limit). */
public record TaskEnded(String taskId, String element, String caseNumber, boolean completed, String by) {}
