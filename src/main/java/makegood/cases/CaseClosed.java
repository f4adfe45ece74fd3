package makegood.cases;

/** A case has been closed. */
public record CaseClosed(String caseNumber) {}
