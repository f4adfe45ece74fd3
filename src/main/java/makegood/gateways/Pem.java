package makegood.gateways;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys as vendors hand them out: PEM, or its Base64 alone. */
final class Pem {
    private Pem() {}

    static PrivateKey privateKey(String setting, String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(setting + " is no RSA private key in PKCS#8");
        }
    }

    static PublicKey publicKey(String setting, String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(text)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(setting + " is no RSA public key");
        }
    }

    static X509Certificate certificate(String setting, String text) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException(setting + " is no certificate");
        }
    }

    /** Base64 without head and foot, as Alipay's library wants it. */
    static String bare(String text) {
        return text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(bare(text));
    }
}
