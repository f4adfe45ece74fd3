package makegood.gateways;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WeChat Pay and Alipay for a whole application: accounts {@code wechat} and {@code alipay} of store north, for payments by
 * WECHAT_DIRECT and ALIPAY_DIRECT. One for all journeys, as their application is.
 */
public final class PlayedGateways {
    public static final PlayedGateways SHARED = new PlayedGateways();

    private final WechatVendor wechat = new WechatVendor();
    private final AlipayVendor alipay = new AlipayVendor();

    private PlayedGateways() {
        wechat.paid = Long.MAX_VALUE / 2;
        wechat.next = Vendor.State.PENDING;
    }

    /** Settings of the application. */
    public Map<String, String> settings() {
        var all = new HashMap<>(Map.of("makegood.gateways.sweep", "200"));
        all.putAll(settings("wechat", wechat.account(wechat.url())));
        all.putAll(settings("alipay", alipay.account(alipay.url())));
        return all;
    }

    private static Map<String, String> settings(String name, GatewayAccount account) {
        var at = "makegood.gateways.accounts." + name + ".";
        return Map.ofEntries(
                Map.entry(at + "kind", account.kind().name()),
                Map.entry(at + "stores", account.stores().get(0)),
                Map.entry(at + "methods", account.kind() == GatewayKind.WECHAT ? "WECHAT_DIRECT" : "ALIPAY_DIRECT"),
                Map.entry(at + "base-url", account.baseUrl()),
                Map.entry(at + "merchant-id", String.valueOf(account.merchantId())),
                Map.entry(at + "app-id", String.valueOf(account.appId())),
                Map.entry(at + "private-key", account.privateKey()),
                Map.entry(at + "private-key-id", String.valueOf(account.privateKeyId())),
                Map.entry(at + "gateway-key", account.gatewayKey()),
                Map.entry(at + "gateway-key-id", String.valueOf(account.gatewayKeyId())),
                Map.entry(at + "notification-key", String.valueOf(account.notificationKey())));
    }

    /** How often WeChat Pay was asked to pay back under each number. */
    public List<String> sendings() {
        return wechat.sendings.stream().map(s -> s.number() + " " + s.amount()).toList();
    }

    /** The answer to the next sending is lost after it was done. */
    public void loseAnswer() {
        wechat.sendFaults.add(Vendor.Trouble.BROKEN_BUT_DONE);
    }

    /** Only inside: SUCCESS, CLOSED, ABNORMAL. */
    public void becomes(String refund, String state) {
        wechat.becomes(refund, Vendor.State.valueOf(state));
    }

    /** WeChat Pay tells the application at {@code root}; its status. */
    public int tells(String root, String id, String refund, String status) {
        return send(
                        root + "/api/v1/webhooks/gateways/wechat",
                        Letters.wechat(id, refund, status, Instant.now(), Keys.VENDOR, WechatVendor.API_KEY))
                .statusCode();
    }

    public int strangerTells(String root, String id, String refund) {
        return send(
                        root + "/api/v1/webhooks/gateways/wechat",
                        Letters.wechat(id, refund, "SUCCESS", Instant.now(), Keys.STRANGER, WechatVendor.API_KEY))
                .statusCode();
    }

    /** Alipay tells of a refund in a form; status and body. */
    public String alipayTells(String root, String id, String refund) {
        var answer = send(
                root + "/api/v1/webhooks/gateways/alipay",
                Letters.alipay(Letters.alipayRefund(id, refund), Keys.VENDOR));
        return answer.statusCode() + " " + answer.body();
    }

    public int tellsTooMuch(String root) {
        return send(root + "/api/v1/webhooks/gateways/wechat", new Letters.Mail(Map.of(), "x".repeat(70_000)))
                .statusCode();
    }

    private static HttpResponse<String> send(String url, Letters.Mail mail) {
        var request = HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(mail.body()));
        mail.headers().forEach(request::header);
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
