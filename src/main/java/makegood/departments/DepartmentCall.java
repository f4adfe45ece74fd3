package makegood.departments;

import java.util.Map;

/** One request as the department gets it; {@code idempotencyKey} is the same over retries, nodes and restarts. */
public record DepartmentCall(
        String requestId,
        String topic,
        String idempotencyKey,
        String store,
        String caseNumber,
        Map<String, Object> payload) {

    DepartmentCall as(String otherTopic) {
        return new DepartmentCall(requestId, otherTopic, idempotencyKey, store, caseNumber, payload);
    }
}
