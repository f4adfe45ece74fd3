package makegood.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import makegood.platform.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A gateway that is set wrong stops the start, and says what is wrong. */
class GatewayAccountsTests {
    private static final String AT = "makegood.gateways.accounts.one.";

    private static Map<String, String> wechat() {
        var set = new HashMap<String, String>();
        set.put(AT + "kind", "WECHAT");
        set.put(AT + "stores", "north,south");
        set.put(AT + "methods", "WECHAT,WECHAT_MINI");
        set.put(AT + "merchant-id", "1900000001");
        set.put(AT + "private-key", Keys.SHOP.privatePem());
        set.put(AT + "private-key-id", "5157F09EFDC096DE15EBE81A47057A72");
        set.put(AT + "gateway-key", Keys.VENDOR.publicPem());
        set.put(AT + "gateway-key-id", WechatVendor.KEY_ID);
        set.put(AT + "notification-key", WechatVendor.API_KEY);
        return set;
    }

    private static Map<String, String> alipay() {
        var set = new HashMap<String, String>();
        set.put(AT + "kind", "ALIPAY");
        set.put(AT + "stores", "north");
        set.put(AT + "methods", "ALIPAY");
        set.put(AT + "app-id", AlipayVendor.APP);
        set.put(AT + "private-key", Keys.SHOP.privateText());
        set.put(AT + "gateway-key", Keys.VENDOR.publicText());
        return set;
    }

    private static Map<String, String> stripe() {
        var set = new HashMap<String, String>();
        set.put(AT + "kind", "STRIPE");
        set.put(AT + "stores", "north");
        set.put(AT + "methods", "CARD");
        set.put(AT + "private-key", "sk_test_made_up");
        set.put(AT + "notification-key", StripeVendor.SECRET);
        return set;
    }

    private static GatewayAccounts opened(Map<String, String> set, boolean playing) {
        var bound = new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("makegood.gateways", GatewaySettings.class);
        return new GatewayAccounts(bound, playing);
    }

    @Test
    void wellSetAccountsOpenWithoutACall() {
        for (var set : List.of(wechat(), alipay(), stripe())) {
            assertThat(opened(set, false).named("one")).isPresent();
        }
        assertThat(opened(Map.of(), false).named("one")).isEmpty();
    }

    @Test
    void anAccountServesItsStoresAndMethods() {
        var accounts = opened(wechat(), false);
        assertThat(accounts.find("south", "wechat_mini")).isPresent();
        assertThat(accounts.find("west", "WECHAT")).isEmpty();
        assertThat(accounts.find("north", "ALIPAY")).isEmpty();
        assertThat(accounts.find("north", null)).isEmpty();
        assertThat(accounts.seenBy(new Caller("f", java.util.Set.of("finance"), java.util.Set.of("south"))))
                .containsExactly("one");
        assertThat(accounts.seenBy(new Caller("f", java.util.Set.of("finance"), java.util.Set.of("west"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WECHAT, merchant-id, merchant-id is missing",
        "WECHAT, private-key, private-key is missing",
        "WECHAT, private-key-id, private-key-id is missing",
        "WECHAT, gateway-key, gateway-key is missing",
        "WECHAT, notification-key, notification-key is missing",
        "WECHAT, gateway-key-id, gateway-key is no certificate",
        "WECHAT, stores, stores is missing",
        "WECHAT, methods, methods is missing",
        "WECHAT, kind, kind is missing",
        "ALIPAY, app-id, app-id is missing",
        "ALIPAY, private-key, private-key is missing",
        "ALIPAY, gateway-key, gateway-key is missing",
        "STRIPE, private-key, private-key is missing",
        "STRIPE, notification-key, notification-key is missing"
    })
    void halfAnAccountStopsTheStart(GatewayKind kind, String left, String sentence) {
        var set = of(kind);
        set.remove(AT + left);
        stops(set, AT + sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "WECHAT, private-key, nonsense, private-key is no RSA private key",
        "WECHAT, gateway-key, nonsense, gateway-key is no RSA public key",
        "WECHAT, notification-key, short, notification-key is no API v3 key",
        "ALIPAY, private-key, nonsense, private-key is no RSA private key",
        "ALIPAY, gateway-key, nonsense, gateway-key is no RSA public key",
        "STRIPE, private-key, file:/nowhere/at/all, private-key names a file that cannot be read",
        "STRIPE, base-url, http://pay.example.com, base-url must be https and another machine",
        "STRIPE, base-url, https://localhost, base-url must be https and another machine",
        "STRIPE, base-url, https://127.0.0.2:8443, base-url must be https and another machine",
        "STRIPE, base-url, https://[::1]/, base-url must be https and another machine",
        "STRIPE, base-url, https://who:pass@pay.example.com, base-url must be https and another machine",
        "WECHAT, notify-url, http://shop.example.com/x, notify-url must be https"
    })
    void aWrongSettingStopsTheStart(GatewayKind kind, String setting, String value, String sentence) {
        var set = of(kind);
        set.put(AT + setting, value);
        stops(set, AT + sentence);
    }

    @Test
    void twoAccountsForOneMethodStopTheStart() {
        var set = alipay();
        alipay().forEach((key, value) -> set.put(key.replace(".one.", ".two."), value));
        assertThatThrownBy(() -> opened(set, false))
                .hasMessageContaining("another account pays back ALIPAY for store north");
    }

    @Test
    void onThisMachineOnlyWhilePlaying() {
        var set = stripe();
        set.put(AT + "base-url", "http://127.0.0.1:1");
        assertThat(opened(set, true).named("one")).isPresent();
    }

    @Test
    void keysMayStandInFiles(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key.pem"), Keys.SHOP.privatePem());
        var set = wechat();
        set.put(AT + "private-key", "file:" + file);
        assertThat(opened(set, false).named("one")).isPresent();
    }

    @Test
    void wechatsOlderCertificateWillDo(@TempDir Path folder) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var store = folder.resolve("s.p12").toString();
        var common = List.of("-keystore", store, "-storepass", "changeit", "-alias", "a");
        run(tool, "-genkeypair", List.of("-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=test"), common);
        var pem = folder.resolve("c.pem");
        run(tool, "-exportcert", List.of("-rfc", "-file", pem.toString()), common);
        var set = wechat();
        set.remove(AT + "gateway-key-id");
        set.put(AT + "gateway-key", "file:" + pem);
        assertThat(opened(set, false).named("one")).isPresent();
    }

    private static void run(String tool, String what, List<String> how, List<String> common) throws Exception {
        var command = new java.util.ArrayList<>(List.of(tool, what));
        command.addAll(how);
        command.addAll(common);
        assertThat(new ProcessBuilder(command).start().waitFor(60, TimeUnit.SECONDS))
                .isTrue();
    }

    private static Map<String, String> of(GatewayKind kind) {
        return switch (kind) {
            case WECHAT -> wechat();
            case ALIPAY -> alipay();
            case STRIPE -> stripe();
        };
    }

    private static void stops(Map<String, String> set, String sentence) {
        assertThatThrownBy(() -> opened(set, false))
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("nonsense");
    }
}
