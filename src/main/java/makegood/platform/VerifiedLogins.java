package makegood.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials that were right a moment ago, so that a script's every call does not cost a BCrypt round. Kept is a hash
 * under a key that lives as long as the process, never the password.
 */
class VerifiedLogins {
    static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private record Verified(byte[] proof, long until) {}

    private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();
    private final byte[] key = new byte[32];
    private final InstantSource time;

    VerifiedLogins(InstantSource time) {
        this.time = time;
        new SecureRandom().nextBytes(key);
    }

    boolean knows(String account, String password) {
        var found = verified.get(account);
        if (found == null) {
            return false;
        }
        if (found.until() < time.millis()) {
            verified.remove(account, found);
            return false;
        }
        return MessageDigest.isEqual(found.proof(), proof(account, password));
    }

    void keep(String account, String password) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(account, new Verified(proof(account, password), time.millis() + KEPT.toMillis()));
    }

    void forget(String account) {
        verified.remove(account);
    }

    void forgetAll() {
        verified.clear();
    }

    private byte[] proof(String account, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(account.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
