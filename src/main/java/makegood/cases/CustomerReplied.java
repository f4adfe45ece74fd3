package makegood.cases;

/** The customer has written, over {@code channel}; null where that was not said: then over the case's own. */
public record CustomerReplied(String caseNumber, Used used, Channel channel) implements CaseFact {}
