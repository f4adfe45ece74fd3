package makegood.platform;

/** An instance of a process of a case has come to a business end. Published in the engine's transaction. */
public record ProcedureEnded(String caseNumber, String process, String result) {}
