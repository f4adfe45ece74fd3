package makegood.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Name and password, by form or Basic, against the engine's accounts. */
class PasswordLogin implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordLogin.class);
    private static final int LONGEST = 200;
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final PasswordHashes hashes = new PasswordHashes();
    private final String nobodys = hashes.encrypt("nobody");

    PasswordLogin(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var account = asked.getName();
        var address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (throttle.mustWait(account, address)) {
            throw new LockedException("too many failed logins");
        }
        var caller = verified(
                account,
                asked.getCredentials() == null ? "" : asked.getCredentials().toString());
        if (caller == null) {
            throttle.failed(account, address);
            LOG.warn("Login failed from {}", address);
            throw new BadCredentialsException("wrong account or password");
        }
        throttle.succeeded(account, address);
        return EngineLogin.of(caller);
    }

    private Caller verified(String account, String password) {
        if (account.isEmpty() || account.length() > 64 || password.isEmpty() || password.length() > LONGEST) {
            return null;
        }
        var caller = accounts.caller(account);
        if (caller == null) {
            hashes.check(password, nobodys); // as long as a wrong password takes
            return null;
        }
        return accounts.passwordIsRight(account, password) ? caller : null;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
