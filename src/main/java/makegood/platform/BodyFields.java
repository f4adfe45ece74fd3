package makegood.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The single values of a {@link Body}. */
abstract class BodyFields {
    /** More than any order is worth, and small enough to add up thousands without overflow. */
    public static final long MAX_AMOUNT = 1_000_000_000_000L;

    final JsonNode node;
    final String pointer;
    final List<FieldError> errors;
    final Set<String> asked = new HashSet<>();

    BodyFields(JsonNode node, String pointer, List<FieldError> errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    public String text(String name, int max) {
        return read(name, n -> {
            if (!n.isTextual()) {
                return wrong(name, "WRONG_TYPE", new Text("text is expected", "应为文本"));
            }
            return checked(name, n.textValue(), max);
        });
    }

    private String checked(String name, String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            return wrong(name, "TOO_LONG", new Text("at most " + max + " characters", "最多 " + max + " 个字符"));
        }
        if (text.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF)) {
            return wrong(name, "NOT_TEXT", new Text("contains broken characters", "包含无效字符"));
        }
        return text;
    }

    public String requiredText(String name, int max) {
        var text = required(name, text(name, max));
        return text != null && text.isBlank() ? wrong(name, "REQUIRED", new Text("is missing", "必填")) : text;
    }

    /** Minor units, 0 to 10^12. */
    public Long amount(String name) {
        return whole(name, 0, MAX_AMOUNT);
    }

    public Long whole(String name, long min, long max) {
        return read(name, n -> {
            if (!n.isIntegralNumber()) {
                return wrong(name, "WRONG_TYPE", new Text("a whole number is expected", "应为整数"));
            }
            var value = n.bigIntegerValue();
            if (value.compareTo(BigInteger.valueOf(min)) < 0 || value.compareTo(BigInteger.valueOf(max)) > 0) {
                return wrong(name, "OUT_OF_RANGE", new Text("from " + min + " to " + max, "范围 " + min + " 至 " + max));
            }
            return value.longValue();
        });
    }

    public Boolean flag(String name) {
        return read(
                name,
                n -> n.isBoolean()
                        ? (Boolean) n.booleanValue()
                        : wrong(name, "WRONG_TYPE", new Text("true or false is expected", "应为 true 或 false")));
    }

    public <E extends Enum<E>> E code(String name, Class<E> codes) {
        return read(
                name,
                n -> Arrays.stream(codes.getEnumConstants())
                        .filter(code -> n.isTextual() && code.name().equals(n.textValue()))
                        .findFirst()
                        .orElseGet(() -> {
                            var all = Arrays.toString(codes.getEnumConstants());
                            return wrong(name, "UNKNOWN_CODE", new Text("one of " + all, "可选值 " + all));
                        }));
    }

    public Instant instant(String name) {
        return parsed(
                name,
                "NOT_A_TIME",
                new Text("a time like 2026-11-21T08:00:00Z", "时间格式如 2026-11-21T08:00:00Z"),
                text -> {
                    var at = OffsetDateTime.parse(text);
                    if (at.getYear() < 1990 || at.getYear() > 2999) {
                        throw new DateTimeException(text);
                    }
                    return at.toInstant();
                });
    }

    public LocalDate date(String name) {
        return parsed(name, "NOT_A_DATE", new Text("a date like 2026-11-21", "日期格式如 2026-11-21"), text -> {
            var date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (date.getYear() < 1990 || date.getYear() > 2999) {
                throw new DateTimeException(text);
            }
            return date;
        });
    }

    /** Text that a parser of ours understands; what it throws ({@link RuntimeException}) becomes the field's error. */
    public <T> T parsed(String name, String code, Text detail, Function<String, T> parser) {
        return read(name, n -> {
            try {
                return n.isTextual() ? parser.apply(n.textValue()) : wrong(name, code, detail);
            } catch (RuntimeException unreadable) {
                return wrong(name, code, detail);
            }
        });
    }

    public boolean given(String name) {
        asked.add(name);
        return node.hasNonNull(name);
    }

    public <T> T required(String name, T value) {
        return value == null && !given(name) ? wrong(name, "REQUIRED", new Text("is missing", "必填")) : value;
    }

    /** Notes a fault of a field; null, so that a reader can end with it. */
    public <T> T wrong(String name, String code, Text detail) {
        errors.add(new FieldError(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), code, detail));
        return null;
    }

    final <T> T read(String name, Function<JsonNode, T> reader) {
        return given(name) ? reader.apply(node.get(name)) : null;
    }
}
