package makegood.cases;

/** The customer has answered what was proposed. */
public record CounterOfferAnswered(String caseNumber, Used used, boolean accepted) implements CaseFact {}
