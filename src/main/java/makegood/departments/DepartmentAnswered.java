package makegood.departments;

import java.util.Map;

/** A department has answered by webhook, once per message; {@code businessRef} is a refund number, a pay-out number or a request id. */
public record DepartmentAnswered(String topic, String businessRef, Map<String, Object> values) {}
