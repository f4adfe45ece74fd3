package makegood.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens of systems: only their SHA-256 is stored. */
@Component
public class ApiTokens {
    private final ConcurrentMap<String, Issued> known = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Not even the stored hash is trusted to the database's comparison alone: it is compared again, in constant time. */
    private record Issued(String hash, String account, long until) {
        boolean is(String asked) {
            return MessageDigest.isEqual(bytes(hash), bytes(asked));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** The account that the token speaks for, or null; a found one is remembered for a minute. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public String account(String token) {
        var hash = Sha256.hex(token);
        var seen = known.get(hash);
        if (seen != null && seen.until() > clock.millis()) {
            return seen.account();
        }
        var found = find(hash);
        if (found == null) {
            known.remove(hash);
            return null;
        }
        known.put(hash, found);
        return found.account();
    }

    private Issued find(String hash) {
        long until = clock.millis() + VerifiedLogins.KEPT.toMillis();
        return jdbc.sql("select sha256, account from api_token where sha256 = :hash and revoked_at is null")
                .param("hash", hash)
                .query((row, number) -> new Issued(row.getString(1), row.getString(2), until))
                .optional()
                .filter(issued -> issued.is(hash))
                .orElse(null);
    }

    @Transactional
    public void issue(String account, String token) {
        if (account(token) == null) {
            jdbc.sql("insert into api_token (sha256, account, created_at) values (:hash, :account, :now)")
                    .param("hash", Sha256.hex(token))
                    .param("account", account)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** A new token of 256 random bits; nobody can read it again. */
    @Transactional
    public String issue(String account) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issue(account, token);
        return token;
    }

    /** All tokens of the account. */
    @Transactional
    public void revokeAll(String account) {
        known.values().removeIf(issued -> issued.account().equals(account));
        jdbc.sql("update api_token set revoked_at = :now where account = :account and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    @Transactional
    public void revoke(String token) {
        known.remove(Sha256.hex(token));
        jdbc.sql("update api_token set revoked_at = :now where sha256 = :hash and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", Sha256.hex(token))
                .update();
    }
}
