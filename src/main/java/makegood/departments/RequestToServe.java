package makegood.departments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Set;

/**
 * An open request as the department that owes the answer may read it.
 *
 * @param payload JSON text; no personal data
 * @param personal what of the customer the work cannot be done without: NAME, PHONE, ADDRESS
 */
public record RequestToServe(
        String requestId,
        String topic,
        String idempotencyKey,
        String store,
        String caseNumber,
        Instant dueAt,
        @JsonRawValue String payload,
        @JsonIgnore Set<String> personal) {}
