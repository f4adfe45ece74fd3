package makegood.platform;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Notes what a command failed with, for the filter that answers: the REST layers keep only its text. */
class EngineFailures extends CommandInterceptor {
    private static final ThreadLocal<Throwable[]> LAST = new ThreadLocal<>();

    static void begin() {
        LAST.set(new Throwable[1]);
    }

    /** What failed on this thread since {@link #begin}, or null. */
    static Throwable end() {
        var last = LAST.get();
        LAST.remove();
        return last == null ? null : last[0];
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            var last = LAST.get();
            if (last != null) {
                last[0] = failed;
            }
            throw failed;
        }
    }
}
