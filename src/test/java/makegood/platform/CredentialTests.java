package makegood.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class CredentialTests {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final InstantSource time = () -> now;

    @Test
    void passwordIsHashedByBcryptAndChecked() {
        var hashes = new PasswordHashes();
        var hash = hashes.encrypt("secret" + "saltsaltsaltsaltsaltsa==");
        assertThat(hash).startsWith("$2a$10$").doesNotContain("secret");
        assertThat(hashes.check("secret" + "saltsaltsaltsaltsaltsa==", hash)).isTrue();
        assertThat(hashes.check("Secret" + "saltsaltsaltsaltsaltsa==", hash)).isFalse();
    }

    @Test
    void theEndOfALongPasswordCounts() {
        var hashes = new PasswordHashes();
        var start = "x".repeat(150);
        assertThat(hashes.check(start + "b", hashes.encrypt(start + "a"))).isFalse();
    }

    @Test
    void verifiedCredentialsAreKnownForAMinute() {
        var logins = new VerifiedLogins(time);
        logins.keep("agent", "right");
        assertThat(logins.knows("agent", "right")).isTrue();
        assertThat(logins.knows("agent", "wrong")).isFalse();
        assertThat(logins.knows("agent2", "right")).isFalse();
        now = now.plusSeconds(59);
        assertThat(logins.knows("agent", "right")).isTrue();
        now = now.plusSeconds(2);
        assertThat(logins.knows("agent", "right")).isFalse();
    }

    @Test
    void aChangedPasswordIsForgottenAtOnce() {
        var logins = new VerifiedLogins(time);
        logins.keep("agent", "old");
        logins.forget("agent");
        assertThat(logins.knows("agent", "old")).isFalse();
    }

    @Test
    void guessingGetsSlowerForTheGuesserOnly() {
        var throttle = new LoginThrottle(time);
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.mustWait("agent", "10.0.0.1")).isFalse();
            throttle.failed("agent", "10.0.0.1");
        }
        assertThat(throttle.mustWait("agent", "10.0.0.1")).isFalse();
        throttle.failed("agent", "10.0.0.1");
        assertThat(throttle.mustWait("agent", "10.0.0.1")).isTrue();
        assertThat(throttle.mustWait("agent", "10.0.0.2")).isFalse();
        assertThat(throttle.mustWait("lead", "10.0.0.1")).isFalse();
        now = now.plusSeconds(1);
        assertThat(throttle.mustWait("agent", "10.0.0.1")).isFalse();
        throttle.failed("agent", "10.0.0.1");
        now = now.plusSeconds(1);
        assertThat(throttle.mustWait("agent", "10.0.0.1")).isTrue();
    }

    @Test
    void theLongestWaitIsFiveMinutes() {
        var throttle = new LoginThrottle(time);
        for (int i = 0; i < 100; i++) {
            throttle.failed("agent", "10.0.0.1");
        }
        now = now.plusSeconds(301);
        assertThat(throttle.mustWait("agent", "10.0.0.1")).isFalse();
    }

    @Test
    void aRightPasswordWipesTheFailures() {
        var throttle = new LoginThrottle(time);
        for (int i = 0; i < 6; i++) {
            throttle.failed("agent", "10.0.0.1");
        }
        throttle.succeeded("agent", "10.0.0.1");
        assertThat(throttle.mustWait("agent", "10.0.0.1")).isFalse();
    }
}
