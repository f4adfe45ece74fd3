package makegood.ride;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import makegood.RunningJar;

/** The gateway's signed word to a node. */
final class Signed {
    private Signed() {}

    /** The status; 0 when no answer came. */
    static int tell(RunningJar node, String keyId, String secret, String message) {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        try {
            return node.exchange(
                            "shop",
                            "POST",
                            "/api/v1/webhooks/finance",
                            message,
                            Map.of(
                                    "X-Makegood-Key",
                                    keyId,
                                    "X-Makegood-Timestamp",
                                    timestamp,
                                    "X-Makegood-Signature",
                                    sign(secret, timestamp, message)))
                    .status();
        } catch (IOException died) {
            return 0;
        }
    }

    private static String sign(String secret, String timestamp, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + message).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
