package makegood.journeys;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is so; departments work on their own. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Await() {}

    /** What was seen when it was so; fails with what was seen last. */
    static <T> T until(String what, Supplier<T> look, Predicate<T> so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        for (int pause = 10; !so.test(seen); pause = Math.min(100, pause * 2)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen; last seen: " + seen);
            }
            pause(pause);
            seen = look.get();
        }
        return seen;
    }

    /** For what must not happen: gives it time to happen. */
    static void aWhile() {
        pause(1_500);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
