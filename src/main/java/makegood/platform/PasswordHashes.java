package makegood.platform;

import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * BCrypt for the engine's accounts, instead of its one round of SHA-512. The engine appends a salt of its own, which
 * would push a long password beyond BCrypt's 72 bytes, so the digest of both goes in.
 */
class PasswordHashes implements PasswordEncryptor {
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt";
    }

    private static String digest(String password) {
        return Base64.getEncoder().encodeToString(Sha256.of(password));
    }
}
