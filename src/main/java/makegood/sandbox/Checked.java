package makegood.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makegood.departments.Topic;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/** The sandbox's own fields, checked. */
final class Checked {
    private static final Text DIRECTIVE = new Text(
            "one of OK, REFUSE:CODE, PENDING, ERROR, SLOW:seconds, LOSE_ANSWER",
            "只能是 OK、REFUSE:代码、PENDING、ERROR、SLOW:秒数、LOSE_ANSWER");

    private Checked() {}

    static Topic topic(String id) throws TopicUnknown {
        return Topic.find(id).orElseThrow(TopicUnknown::new);
    }

    static SandboxTopics.Behaviour behaviour(TopicOrder order) throws InvalidInput {
        var errors = new ArrayList<FieldError>();
        var next = order.next() == null ? List.<String>of() : order.next();
        for (int i = 0; i < next.size(); i++) {
            if (Directive.read(next.get(i)).isEmpty()) {
                errors.add(new FieldError("/next/" + i, "UNKNOWN", DIRECTIVE));
            }
        }
        if (next.size() > 100) {
            errors.add(range("/next", 0, 100));
        }
        if (order.delay() < 0 || order.delay() > 31_536_000) {
            errors.add(range("/delaySeconds", 0, 31_536_000));
        }
        if (order.errorsPerMillion() < 0 || order.errorsPerMillion() > 1_000_000) {
            errors.add(range("/errorRate", 0, 1));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new SandboxTopics.Behaviour(next, order.delay(), order.errorsPerMillion(), order.seedOrZero());
    }

    static Directive answer(String text) throws InvalidInput {
        var directive = Directive.read("DONE".equals(text) ? "OK" : text)
                .filter(d -> d.is(Directive.Kind.OK) || d.is(Directive.Kind.REFUSE));
        return directive.orElseThrow(
                () -> new InvalidInput("/answer", "UNKNOWN", new Text("OK or REFUSE:CODE", "OK 或 REFUSE:代码")));
    }

    static RefundState decided(String state) throws InvalidInput {
        try {
            var decided = RefundState.valueOf(String.valueOf(state));
            if (decided != RefundState.PENDING) {
                return decided;
            }
        } catch (IllegalArgumentException unknown) {
            // answered below, as PENDING is
        }
        throw new InvalidInput(
                "/state", "UNKNOWN", new Text("SETTLED, REFUSED or REVERSED", "SETTLED、REFUSED 或 REVERSED"));
    }

    static String code(String pointer, String code) throws InvalidInput {
        if (code != null && !code.matches("[A-Z][A-Z0-9_]{0,63}")) {
            throw new InvalidInput(pointer, "INVALID", new Text("UPPER_SNAKE, to 64 characters", "大写下划线代码，最多 64 个字符"));
        }
        return code;
    }

    static String words(String pointer, String text, int max) throws InvalidInput {
        if (text == null || text.isBlank() || text.length() > max) {
            throw new InvalidInput(pointer, "INVALID", new Text("1 to " + max + " characters", "1 到 " + max + " 个字符"));
        }
        return text;
    }

    static String oneOf(String pointer, String given, String... codes) throws InvalidInput {
        if (given == null || !List.of(codes).contains(given)) {
            var known = String.join(", ", codes);
            throw new InvalidInput(pointer, "UNKNOWN_CODE", new Text("one of " + known, "只能是 " + known));
        }
        return given;
    }

    static long pieces(String pointer, Long pieces) throws InvalidInput {
        if (pieces == null) {
            return 0;
        }
        if (pieces < 0 || pieces > 1_000_000_000) {
            throw new InvalidInput(List.of(range(pointer, 0, 1_000_000_000)));
        }
        return pieces;
    }

    /** Days, hours, minutes, seconds: P3D, PT6H, P1DT30M; forward only. */
    static Duration step(String advance) throws InvalidInput {
        try {
            var step = Duration.parse(String.valueOf(advance));
            if (!step.isNegative() && !step.isZero() && step.toDays() <= 3_660) {
                return step;
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            // answered below
        }
        throw new InvalidInput(
                "/advance", "INVALID", new Text("forward only, such as P3D or PT6H", "只能向前，例如 P3D 或 PT6H"));
    }

    private static FieldError range(String pointer, long from, long to) {
        return new FieldError(
                pointer, "OUT_OF_RANGE", new Text("from " + from + " to " + to, "范围 " + from + " 到 " + to));
    }

    static Map<String, Object> values(Map<String, Object> values) {
        return values == null ? Map.of() : values;
    }
}
