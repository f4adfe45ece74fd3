package makegood.cases;

/** We have written to the customer; {@code by} is the account or empty. An {@code automatic} reply is no answer. */
public record AgentReplied(String caseNumber, Used used, String by, boolean automatic) implements CaseFact {}
