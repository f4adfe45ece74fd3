package makegood.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a department behaves at one call. */
record Directive(Kind kind, String code, int seconds) {
    enum Kind {
        /** Nothing was ordered: the department does as it would. */
        USUAL,
        OK,
        REFUSE,
        PENDING,
        ERROR,
        SLOW,
        LOSE_ANSWER
    }

    static final Directive USUAL = new Directive(Kind.USUAL, null, 0);
    static final Directive ERROR = new Directive(Kind.ERROR, null, 0);
    private static final Pattern REFUSE = Pattern.compile("REFUSE:([A-Z][A-Z0-9_]{0,63})");
    private static final Pattern SLOW = Pattern.compile("SLOW:([0-9]{1,3})");

    /** As the sandbox's REST writes it: OK, REFUSE:CODE, PENDING, ERROR, SLOW:seconds, LOSE_ANSWER. */
    static Optional<Directive> read(String text) {
        var words = String.valueOf(text);
        var refuse = REFUSE.matcher(words);
        if (refuse.matches()) {
            return Optional.of(new Directive(Kind.REFUSE, refuse.group(1), 0));
        }
        var slow = SLOW.matcher(words);
        if (slow.matches()) {
            return Optional.of(new Directive(Kind.SLOW, null, Integer.parseInt(slow.group(1))));
        }
        return switch (words) {
            case "OK", "PENDING", "ERROR", "LOSE_ANSWER" -> Optional.of(new Directive(Kind.valueOf(words), null, 0));
            default -> Optional.empty();
        };
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
