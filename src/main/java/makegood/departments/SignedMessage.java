package makegood.departments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A webhook as it came in. */
record SignedMessage(String keyId, String timestamp, String signature, byte[] body) {
    private static final long WINDOW = 300;

    /** {@code nows}: the times that count as now; two when the sandbox has moved the application's clock. */
    void check(String secret, List<Instant> nows) throws SignatureInvalid {
        if (secret == null
                || secret.isBlank()
                || !fresh(nows)
                || !Signature.holds(signature, secret, timestamp, body)) {
            throw new SignatureInvalid();
        }
    }

    private boolean fresh(List<Instant> nows) {
        if (timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return nows.stream().anyMatch(now -> Duration.between(sent, now).abs().toSeconds() <= WINDOW);
    }

    static SignedMessage sign(String keyId, String secret, Instant now, String body) {
        var timestamp = String.valueOf(now.getEpochSecond());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new SignedMessage(keyId, timestamp, Signature.of(secret, timestamp, bytes), bytes);
    }
}
