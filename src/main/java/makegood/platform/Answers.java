package makegood.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a completed form, checked as they are read. They never become engine variables. Each reader notes what
 * is wrong and gives a harmless value back; {@link #check()} then refuses with all of it at once.
 */
public final class Answers {
    /** 10 billion yuan; above it is a slip of the hand or an attack. */
    public static final long MAX_AMOUNT = 1_000_000_000_000L;

    /** Characters of a message to a customer. */
    public static final int MESSAGE_MAX = 2_000;

    private final Map<String, Object> fields;
    private final List<FieldError> errors = new ArrayList<>();

    public Answers(Map<String, Object> fields) {
        this.fields = fields;
    }

    public boolean has(String name) {
        return fields.get(name) instanceof String s ? !s.isBlank() : fields.get(name) != null;
    }

    public <E extends Enum<E>> E required(String name, Class<E> codes) {
        return optional(name, codes).orElseGet(() -> {
            if (!has(name)) {
                wrong(name, "REQUIRED", "choose one of " + Arrays.toString(codes.getEnumConstants()), "必选");
            }
            return codes.getEnumConstants()[0];
        });
    }

    public <E extends Enum<E>> Optional<E> optional(String name, Class<E> codes) {
        if (!has(name)) {
            return Optional.empty();
        }
        var given = String.valueOf(fields.get(name)).trim().toUpperCase(Locale.ROOT);
        var known = Arrays.stream(codes.getEnumConstants())
                .filter(c -> c.name().equals(given))
                .findFirst();
        if (known.isEmpty()) {
            wrong(
                    name,
                    "UNKNOWN_CODE",
                    "must be one of " + Arrays.toString(codes.getEnumConstants()),
                    "只能是 " + Arrays.toString(codes.getEnumConstants()));
        }
        return known;
    }

    /** Minor units, from 0; a Long, an Integer or a string of digits. */
    public Optional<Long> amount(String name) {
        return whole(name, MAX_AMOUNT);
    }

    public Optional<Integer> quantity(String name) {
        return whole(name, 1_000_000).map(Long::intValue);
    }

    private Optional<Long> whole(String name, long max) {
        if (!has(name)) {
            return Optional.empty();
        }
        var given = fields.get(name);
        boolean plain = given instanceof Long || given instanceof Integer || given instanceof Short;
        var digits = plain || given instanceof String ? String.valueOf(given).trim() : "";
        if (!digits.matches("\\d{1,13}") || Long.parseLong(digits) > max) {
            wrong(name, "OUT_OF_RANGE", "a whole number from 0 to " + max, "须为 0 到 " + max + " 的整数");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(digits));
    }

    /** Trimmed; empty when absent. {@code max} counts characters as people do (code points). */
    public String text(String name, int max) {
        if (!has(name)) {
            return "";
        }
        if (!(fields.get(name) instanceof String given)) {
            wrong(name, "NOT_A_TEXT", "must be a text", "须为文本");
            return "";
        }
        if (given.codePointCount(0, given.length()) > max || given.indexOf(0) >= 0) {
            wrong(name, "TOO_LONG", "at most " + max + " characters", "最多 " + max + " 个字");
            return "";
        }
        return given.strip();
    }

    public String requiredText(String name, int max) {
        var given = text(name, max);
        if (!has(name)) {
            wrong(name, "REQUIRED", "please fill in", "必填");
        }
        return given;
    }

    /** As carriers print it: 6 to 40 letters, digits or dashes; empty when absent. */
    public String trackingNumber(String name) {
        var given = text(name, 64);
        require(
                given.isEmpty() || given.matches("[A-Za-z0-9-]{6,40}"),
                name,
                "NOT_A_TRACKING_NUMBER",
                "6 to 40 letters, digits or dashes",
                "须为 6 到 40 位字母、数字或短横线");
        return given;
    }

    public Optional<Boolean> flag(String name) {
        var given = fields.get(name);
        if (given instanceof Boolean yes) {
            return Optional.of(yes);
        }
        if (given instanceof String s && s.matches("(?i)true|false")) {
            return Optional.of(Boolean.valueOf(s));
        }
        if (has(name)) {
            wrong(name, "NOT_A_FLAG", "true or false", "须为 true 或 false");
        }
        return Optional.empty();
    }

    public void wrong(String name, String code, String en, String zh) {
        errors.add(new FieldError(name, code, new Text(en, zh)));
    }

    public void require(boolean holds, String name, String code, String en, String zh) {
        if (!holds) {
            wrong(name, code, en, zh);
        }
    }

    public void check() throws InvalidInput {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    public Map<String, Object> raw() {
        return fields;
    }
}
