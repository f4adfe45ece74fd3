package makegood.cases;

/** New evidence has come in. */
public record EvidenceAdded(String caseNumber, Used used) implements CaseFact {}
