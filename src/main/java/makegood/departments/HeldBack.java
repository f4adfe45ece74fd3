package makegood.departments;

import java.time.Duration;

/** Nothing was sent: the department's calls keep failing, or enough of them are under way. It may be tried after the pause. */
class HeldBack extends RuntimeException {
    private final Duration pause;

    HeldBack(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
