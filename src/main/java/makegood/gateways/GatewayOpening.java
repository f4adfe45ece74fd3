package makegood.gateways;

import static makegood.gateways.GatewayAccount.key;
import static makegood.gateways.GatewayAccount.needed;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import com.stripe.StripeClient;
import com.wechat.pay.java.core.AbstractRSAConfigBuilder;
import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.RSAConfig;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.notification.NotificationConfig;
import com.wechat.pay.java.core.notification.RSANotificationConfig;
import com.wechat.pay.java.service.refund.RefundService;
import java.nio.charset.StandardCharsets;

/** Makes a gateway of an account's settings, or says which setting is missing or wrong. */
final class GatewayOpening {
    private static final int API_V3_KEY = 32;
    private final String settings;
    private final GatewayAccount account;
    private final GatewayHttp http;

    /** @param settings where the account stands, {@code makegood.gateways.accounts.x.} */
    GatewayOpening(String settings, GatewayAccount account, GatewayHttp http) {
        this.settings = settings;
        this.account = account;
        this.http = http;
    }

    Gateway open() {
        return switch (account.kind()) {
            case WECHAT -> wechat();
            case ALIPAY -> alipay();
            case STRIPE -> stripe();
        };
    }

    private Gateway wechat() {
        var gatewayKey = key(settings + "gateway-key", account.gatewayKey());
        var apiKey = key(settings + "notification-key", account.notificationKey());
        if (apiKey.getBytes(StandardCharsets.UTF_8).length != API_V3_KEY) {
            throw new IllegalArgumentException(settings + "notification-key is no API v3 key of 32 characters");
        }
        Config config;
        NotificationConfig notifications;
        if (account.gatewayKeyId() == null || account.gatewayKeyId().isBlank()) {
            var certificate = Pem.certificate(settings + "gateway-key", gatewayKey);
            config = ours(new RSAConfig.Builder())
                    .wechatPayCertificates(gatewayKey)
                    .build();
            notifications = new RSANotificationConfig.Builder()
                    .certificates(certificate)
                    .apiV3Key(apiKey)
                    .build();
        } else {
            var both = ours(new RSAPublicKeyConfig.Builder())
                    .publicKey(Pem.publicKey(settings + "gateway-key", gatewayKey))
                    .publicKeyId(account.gatewayKeyId())
                    .apiV3Key(apiKey)
                    .build();
            config = both;
            notifications = both;
        }
        var service = new RefundService.Builder()
                .httpClient(new WechatTransport(config, http, account.url()))
                .build();
        return new WechatGateway(service, new WechatNotices(notifications), account.notifyUrl());
    }

    private <T extends AbstractRSAConfigBuilder<T>> T ours(T builder) {
        return builder.merchantId(needed(settings + "merchant-id", account.merchantId()))
                .merchantSerialNumber(needed(settings + "private-key-id", account.privateKeyId()))
                .privateKey(
                        Pem.privateKey(settings + "private-key", key(settings + "private-key", account.privateKey())));
    }

    private Gateway alipay() {
        var appId = needed(settings + "app-id", account.appId());
        var privateKey = key(settings + "private-key", account.privateKey());
        var gatewayKey = key(settings + "gateway-key", account.gatewayKey());
        Pem.privateKey(settings + "private-key", privateKey);
        Pem.publicKey(settings + "gateway-key", gatewayKey);
        AlipayLogger.setNeedEnableLogger(false); // it would log whole requests
        var config = new AlipayConfig();
        config.setServerUrl(account.url().toString());
        config.setAppId(appId);
        config.setPrivateKey(Pem.bare(privateKey));
        config.setAlipayPublicKey(Pem.bare(gatewayKey));
        config.setSignType("RSA2");
        config.setCharset("UTF-8");
        config.setFormat("json");
        config.setCustomizedHttpClient(new AlipayTransport(http));
        try {
            return new AlipayGateway(new DefaultAlipayClient(config), new AlipayNotices(appId, Pem.bare(gatewayKey)));
        } catch (AlipayApiException refused) {
            throw new IllegalArgumentException(settings + " is not accepted by Alipay's library");
        }
    }

    private Gateway stripe() {
        var secret = key(settings + "private-key", account.privateKey());
        var connected = account.merchantId() == null || account.merchantId().isBlank() ? null : account.merchantId();
        var client = StripeClient.builder()
                .setApiKey(secret)
                .setApiBase(account.url().toString())
                .setStripeAccount(connected)
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTransport(http))
                .build();
        var notices = new StripeNotices(key(settings + "notification-key", account.notificationKey()), connected);
        return new StripeGateway(client.v1().refunds(), notices);
    }
}
