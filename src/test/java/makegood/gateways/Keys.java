package makegood.gateways;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** RSA keys made for one run of the tests. */
final class Keys {
    /** The shop's. */
    static final Keys SHOP = new Keys();

    /** The vendor's. */
    static final Keys VENDOR = new Keys();

    /** Somebody's who would like to be the vendor. */
    static final Keys STRANGER = new Keys();

    private final KeyPair pair;

    private Keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String privateText() {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    String privatePem() {
        return "-----BEGIN PRIVATE KEY-----\n" + privateText() + "\n-----END PRIVATE KEY-----\n";
    }

    String publicText() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + publicText() + "\n-----END PUBLIC KEY-----\n";
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
