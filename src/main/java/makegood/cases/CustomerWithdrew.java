package makegood.cases;

/** The customer takes the request back. */
public record CustomerWithdrew(String caseNumber, Used used) implements CaseFact {}
