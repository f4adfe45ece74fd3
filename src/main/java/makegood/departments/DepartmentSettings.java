package makegood.departments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code makegood.departments.*}: how patient the built-in worker is.
 *
 * @param worker false: no built-in worker on this node
 * @param callDeadline the longest a call may take; the lock is at least twice as long, or two nodes call at once
 * @param lock so long nobody else takes work up whose node died; with the slow poll and a pause of the circuit breaker
 *     it stays under the 70 s in which work goes on elsewhere
 * @param backOff pauses between the tries of a technical failure; one try more than pauses, then an incident
 * @param askAgain when a department left it open: pauses before it is asked, the last one repeats
 * @param webhookKeys key id to secret: they sign what departments send us and what we send them
 * @param http limits of the calls over HTTP
 */
@ConfigurationProperties("makegood.departments")
record DepartmentSettings(
        @DefaultValue("true") boolean worker,
        @DefaultValue("15s") Duration callDeadline,
        @DefaultValue("40s") Duration lock,
        @DefaultValue("5s") Duration slowPoll,
        @DefaultValue({"5s", "10s"}) List<Duration> backOff,
        @DefaultValue({"5m", "30m", "2h"}) List<Duration> askAgain,
        @DefaultValue Map<String, String> webhookKeys,
        @DefaultValue Http http) {

    /**
     * @param total the longest one call may take, answer included
     * @param atOnce calls under way to one department of one store; more wait
     * @param pause so long nothing is sent to a department whose calls keep failing
     * @param ports that a department's address may name outside the demo
     */
    record Http(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("15s") Duration total,
            @DefaultValue("3") int atOnce,
            @DefaultValue("15s") Duration pause,
            @DefaultValue({"443", "8443"}) Set<Integer> ports) {}

    DepartmentSettings {
        if (lock.compareTo(callDeadline.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("makegood.departments.lock must be at least twice the call deadline");
        }
    }

    int tries() {
        return backOff.size() + 1;
    }

    /** {@code retries} as the engine keeps them, null before the first failure. */
    int triesLeft(Integer retries) {
        return retries == null ? tries() : Math.max(1, retries);
    }

    /** The pause after a failed try, of which {@code left} are left. */
    Duration pauseBefore(int left) {
        return backOff.get(Math.max(0, backOff.size() - left));
    }

    Duration askAgainAfter(int timesPending) {
        return askAgain.get(Math.min(timesPending, askAgain.size() - 1));
    }
}
