package makegood.departments;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/** One request of a case with its answer; {@code payload} and {@code answer} are JSON texts. */
public record RequestView(
        String requestId,
        String department,
        String topic,
        String element,
        String businessRef,
        String state,
        int attempts,
        Instant askedAt,
        Instant answeredAt,
        @JsonRawValue String payload,
        @JsonRawValue String answer,
        String noCode,
        String trouble) {}
