package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/** The values with which a department's worker completes a task: the promised names, plain types, and lists as JSON. */
final class WorkerResult {
    private static final Text NOT_PROMISED = new Text("is no answer of this topic", "不是该主题的应答字段");
    private static final Text TYPE = new Text("text, whole number, flag, or JSON for lists", "仅限文本、整数、布尔值，列表用 JSON");

    private WorkerResult() {}

    static Map<String, Object> read(Topic topic, JsonNode given) throws InvalidInput {
        var promised = Promised.of(topic);
        var values = new LinkedHashMap<String, Object>();
        var errors = new ArrayList<FieldError>();
        for (var scope : List.of("variables", "localVariables")) {
            for (var field : given.path(scope).properties()) {
                var pointer = "/" + scope + "/" + shown(field.getKey());
                var value = value(field.getValue());
                if (field.getKey().equals("requestId")) {
                    continue; // many workers send back what they were given
                }
                if (!promised.containsKey(field.getKey())) {
                    errors.add(new FieldError(pointer, "UNKNOWN_FIELD", NOT_PROMISED));
                } else if (value == null || !promised.get(field.getKey()).takes(value)) {
                    errors.add(new FieldError(pointer, "WRONG_TYPE", TYPE));
                } else {
                    values.put(field.getKey(), value);
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors.subList(0, Math.min(20, errors.size())));
        }
        try {
            return Promised.read(topic, values);
        } catch (IllegalArgumentException lacking) {
            throw new InvalidInput(
                    "/variables", "INCOMPLETE", new Text(lacking.getMessage(), "应答不完整：" + lacking.getMessage()));
        }
    }

    private static String shown(String name) {
        return name.matches("[A-Za-z0-9_]{1,60}") ? name : "?";
    }

    /** Null when it is nothing that we take. */
    private static Object value(JsonNode typed) {
        var value = typed.path("value");
        return switch (typed.path("type").asText("").toLowerCase(Locale.ROOT)) {
            case "", "null", "string", "boolean", "integer", "short", "long" -> plain(value);
            case "json" -> value.isTextual() ? Json.list(value.textValue()) : null;
            default -> null;
        };
    }

    private static Object plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isIntegralNumber() && value.canConvertToLong() ? (Object) value.longValue() : null;
    }
}
