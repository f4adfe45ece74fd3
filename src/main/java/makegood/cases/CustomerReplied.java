package makegood.cases;

/** The customer has written. */
public record CustomerReplied(String caseNumber, Used used) implements CaseFact {}
