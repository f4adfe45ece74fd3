package makegood.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields that the running start or completion was given. They are taken out of the engine's command, so that no
 * answer and no word of a customer ever becomes a variable (a removed variable would stay readable in history).
 */
public final class GivenFields {
    private static final ThreadLocal<Map<String, Object>> RUNNING = new ThreadLocal<>();

    private GivenFields() {}

    /** The fields of the command that runs on this thread; empty when there is none. */
    public static Map<String, Object> running() {
        var fields = RUNNING.get();
        return fields == null ? Map.of() : fields;
    }

    static Map<String, Object> begin(Map<String, Object> fields) {
        var before = RUNNING.get();
        RUNNING.set(fields == null ? Map.of() : new LinkedHashMap<>(fields));
        return before;
    }

    static void end(Map<String, Object> before) {
        if (before == null) {
            RUNNING.remove();
        } else {
            RUNNING.set(before);
        }
    }
}
