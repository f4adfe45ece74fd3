package makegood.gateways;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One merchant account. A key is given by its text (an environment variable), or as {@code file:} and a path.
 *
 * @param stores the stores it pays back for
 * @param methods the payment methods, as the shop's system names them
 * @param notifyUrl where the gateway tells us of its own accord; null where that is set at the gateway
 * @param merchantId WeChat: the merchant; Stripe: a connected account, if any
 * @param appId Alipay: the application
 * @param privateKey WeChat, Alipay: ours, PKCS#8; Stripe: the secret key
 * @param privateKeyId WeChat: the serial number of our certificate
 * @param gatewayKey WeChat, Alipay: the gateway's public key; WeChat also its platform certificate
 * @param gatewayKeyId WeChat: the id of its public key; null with a certificate
 * @param notificationKey WeChat: the API v3 key; Stripe: the signing secret of the endpoint
 */
record GatewayAccount(
        GatewayKind kind,
        @DefaultValue List<String> stores,
        @DefaultValue List<String> methods,
        String baseUrl,
        String notifyUrl,
        String merchantId,
        String appId,
        String privateKey,
        String privateKeyId,
        String gatewayKey,
        String gatewayKeyId,
        String notificationKey) {
    private static final String FILE = "file:";

    boolean serves(String store, String method) {
        return stores.contains(store) && methods.stream().anyMatch(m -> m.equalsIgnoreCase(method));
    }

    URI url() {
        return URI.create(baseUrl == null ? kind.url() : baseUrl);
    }

    /** Keys stay out of every log. */
    @Override
    public String toString() {
        return kind + " for " + stores + " " + methods;
    }

    /** The value of a setting that must be there. */
    static String needed(String setting, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(setting + " is missing");
        }
        return value.strip();
    }

    /** A key that must be there, read from its file if it is one. */
    static String key(String setting, String value) {
        var given = needed(setting, value);
        if (!given.startsWith(FILE)) {
            return given;
        }
        try {
            return needed(setting, Files.readString(Path.of(given.substring(FILE.length()))));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException(setting + " names a file that cannot be read", unreadable);
        }
    }
}
