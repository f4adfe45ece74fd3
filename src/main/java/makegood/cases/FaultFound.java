package makegood.cases;

/** Why it happened and which unit answers for it is known now, or known better than before. */
public record FaultFound(String caseNumber, String cause, String unit) {}
