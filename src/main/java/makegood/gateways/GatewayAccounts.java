package makegood.gateways;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makegood.platform.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All accounts that are set, opened at the start: a wrong or half set one stops it and says why. */
@Component
class GatewayAccounts {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    /** An account that is ready. */
    record Opened(String name, GatewayAccount settings, Gateway gateway) {}

    private final Map<String, Opened> accounts = new LinkedHashMap<>();

    /** @param playing demo or sandbox: only then a gateway may stand on this machine, without TLS */
    GatewayAccounts(
            GatewaySettings settings,
            @Value("#{${makegood.demo:false} or ${makegood.sandbox:false}}") boolean playing) {
        var http = new GatewayHttp(settings);
        settings.accounts().forEach((name, account) -> {
            var where = "makegood.gateways.accounts." + name + ".";
            check(name, where, account, playing);
            accounts.put(name, new Opened(name, account, new GatewayOpening(where, account, http).open()));
        });
    }

    private void check(String name, String where, GatewayAccount account, boolean playing) {
        require(name.matches("[a-z0-9-]{1,40}"), where + " is no name: small letters, digits and hyphens, at most 40");
        require(account.kind() != null, where + "kind is missing: WECHAT, ALIPAY or STRIPE");
        require(!account.stores().isEmpty(), where + "stores is missing");
        require(!account.methods().isEmpty(), where + "methods is missing");
        require(playing || secure(account.url()), where + "base-url must be https and another machine");
        require(
                account.notifyUrl() == null || playing || secure(URI.create(account.notifyUrl())),
                where + "notify-url must be https and reachable for the gateway");
        for (var store : account.stores()) {
            for (var method : account.methods()) {
                require(
                        find(store, method).isEmpty(),
                        where + "methods: another account pays back " + method + " for store " + store + " already");
            }
        }
    }

    private static boolean secure(URI url) {
        return "https".equals(url.getScheme())
                && url.getHost() != null
                && url.getUserInfo() == null
                && !THIS_MACHINE.contains(url.getHost())
                && !url.getHost().startsWith("127.");
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw new IllegalArgumentException(sentence);
        }
    }

    Optional<Opened> find(String store, String method) {
        return accounts.values().stream()
                .filter(a -> store != null && method != null && a.settings().serves(store, method))
                .findFirst();
    }

    /** Names of the accounts that pay back for a store of the caller's. */
    List<String> seenBy(Caller caller) {
        return accounts.values().stream()
                .filter(a -> a.settings().stores().stream().anyMatch(caller::serves))
                .map(Opened::name)
                .toList();
    }

    Optional<Opened> named(String name) {
        return Optional.ofNullable(accounts.get(name));
    }
}
