package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedMessageTests {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final String BODY = "{\"id\":\"evt-1\"}";

    @Test
    void signatureIsTheOneThatOpensslMakes() {
        // printf '%s.%s' 1795248000 '{"id":"evt-1"}' | openssl dgst -sha256 -hmac secret -hex
        assertThat(Signature.of("secret", "1795248000", BODY.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(OPENSSL);
    }

    @Test
    void ownSignatureHolds() {
        assertThatCode(() -> signed().check("secret", List.of(NOW))).doesNotThrowAnyException();
    }

    @Test
    void anotherSecretDoesNot() {
        assertThatThrownBy(() -> signed().check("other", List.of(NOW))).isInstanceOf(SignatureInvalid.class);
        assertThatThrownBy(() -> signed().check(null, List.of(NOW))).isInstanceOf(SignatureInvalid.class);
    }

    @Test
    void changedBodyDoesNot() {
        var changed = new SignedMessage(
                "k", signed().timestamp(), signed().signature(), "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> changed.check("secret", List.of(NOW))).isInstanceOf(SignatureInvalid.class);
    }

    @Test
    void oldMessageDoesNot() {
        assertThatCode(() -> signed().check("secret", List.of(NOW.plusSeconds(300))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> signed().check("secret", List.of(NOW.plusSeconds(301))))
                .isInstanceOf(SignatureInvalid.class);
        assertThatThrownBy(() -> signed().check("secret", List.of(NOW.minusSeconds(301))))
                .isInstanceOf(SignatureInvalid.class);
    }

    @Test
    void nonsenseForATimeDoesNot() {
        var bytes = BODY.getBytes(StandardCharsets.UTF_8);
        for (var time : new String[] {null, "", "soon", "-1", "99999999999999"}) {
            var message = new SignedMessage("k", time, Signature.of("secret", String.valueOf(time), bytes), bytes);
            assertThatThrownBy(() -> message.check("secret", List.of(NOW))).isInstanceOf(SignatureInvalid.class);
        }
    }

    private static SignedMessage signed() {
        return SignedMessage.sign("k", "secret", NOW, BODY);
    }

    private static final String OPENSSL = "cf9369e584e4de40465a73e7831f0381c4da08501b56dfc9c89ab29e5f2dc99a";
}
