package makegood.cases;

/** The customer asks for something about pieces for which only our watch had a case; {@code procedure} is what serves it. */
public record CustomerAsked(String caseNumber, Used used, CaseKind procedure) {}
