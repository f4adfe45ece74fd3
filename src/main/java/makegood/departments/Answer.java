package makegood.departments;

import java.util.Map;

/** What a department says. A technical failure is no answer: it is an exception of the connector. */
public sealed interface Answer {
    /** It is done; the values are what the topic promises (docs/departments.md). */
    record Done(Map<String, Object> values) implements Answer {}

    /** A business no: {@code code} is UPPER_SNAKE and becomes a BPMN error that the model handles. */
    record No(String code) implements Answer {}

    /** Not yet: a webhook or a later question brings the answer. */
    record Pending() implements Answer {}

    /** Only to a question: the department has never seen this idempotency key. */
    record Unknown() implements Answer {}
}
