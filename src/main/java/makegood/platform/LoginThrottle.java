package makegood.platform;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Slows guessing down: after five failures of one account from one address each further one doubles the wait, from one
 * second to five minutes. By address, so that a stranger's guesses do not lock the owner of the account out.
 */
class LoginThrottle {
    private static final int FREE = 5;
    private static final long LONGEST = 300_000;
    private static final int MOST = 50_000;

    private record Failures(int count, long waitUntil) {}

    private final ConcurrentMap<String, Failures> failures = new ConcurrentHashMap<>();
    private final InstantSource time;

    LoginThrottle(InstantSource time) {
        this.time = time;
    }

    boolean mustWait(String account, String address) {
        var seen = failures.get(key(account, address));
        return seen != null && time.millis() < seen.waitUntil();
    }

    void failed(String account, String address) {
        if (failures.size() >= MOST) {
            failures.clear();
        }
        failures.merge(key(account, address), new Failures(1, 0), (before, one) -> next(before.count() + 1));
    }

    private Failures next(int count) {
        long wait = count <= FREE ? 0 : Math.min(LONGEST, 1_000L << Math.min(20, count - FREE - 1));
        return new Failures(count, time.millis() + wait);
    }

    void succeeded(String account, String address) {
        failures.remove(key(account, address));
    }

    private static String key(String account, String address) {
        return account + "\n" + address;
    }
}
