package makegood.departments;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Who may send webhooks. The sandbox signs with a key of its own, made anew at each start and known to this process only. */
@Component
class WebhookKeys {
    private static final String OWN = "sandbox";
    private final DepartmentSettings settings;
    private final Arrangements arrangements;
    private final String ownSecret;
    private volatile boolean sandbox;

    WebhookKeys(DepartmentSettings settings, Arrangements arrangements) {
        this.settings = settings;
        this.arrangements = arrangements;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.ownSecret = HexFormat.of().formatHex(random);
    }

    String secret(String keyId) {
        if (keyId == null) {
            return null;
        }
        return sandbox && keyId.equals(OWN) ? ownSecret : settings.webhookKeys().get(keyId);
    }

    boolean has(String keyId) {
        var secret = secret(keyId);
        return secret != null && !secret.isBlank();
    }

    /**
     * A key that a connection names signs for that department in that store only, and for nothing any more when no
     * connection names it any more. A key that never was in one signs for all: it stands in the configuration alone.
     */
    void check(String keyId, Department sender, Collection<String> stores) throws SignatureInvalid {
        var owners = arrangements.withKey(keyId);
        boolean right = owners.isEmpty() && !arrangements.everNamed(keyId)
                || owners.stream()
                        .filter(owner -> owner.department() == sender)
                        .map(Arrangement::store)
                        .anyMatch(store -> stores.isEmpty() || stores.contains(store));
        if (!right) {
            throw new SignatureInvalid();
        }
    }

    String openSandboxKey() {
        sandbox = true;
        return OWN;
    }
}
