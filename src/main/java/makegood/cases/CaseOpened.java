package makegood.cases;

/** A case has been opened, with its lines. */
public record CaseOpened(String caseNumber) {}
