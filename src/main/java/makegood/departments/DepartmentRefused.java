package makegood.departments;

/**
 * A department has said no to a request; published before the BPMN error is raised, in the same transaction.
 * {@code code} is the department's own code, which may say more than the error drawn in the model.
 */
public record DepartmentRefused(String requestId, String topic, String caseNumber, String businessRef, String code) {}
