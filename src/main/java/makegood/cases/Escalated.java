package makegood.cases;

/** Somebody or a clock asks for a lead, or for the manager at once; {@code reason} is a code of {@link EscalationReason}. */
public record Escalated(String caseNumber, Used used, String reason, Level level) implements CaseFact {
    /** Whose task it becomes. */
    public enum Level {
        LEAD,
        MANAGER
    }

    public Escalated(String caseNumber, Used used, String reason) {
        this(caseNumber, used, reason, Level.LEAD);
    }
}
