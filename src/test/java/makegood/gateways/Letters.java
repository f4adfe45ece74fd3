package makegood.gateways;

import com.stripe.net.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Notifications as the vendors send them. */
final class Letters {
    private Letters() {}

    record Mail(Map<String, String> headers, String body) {
        Letter letter() {
            var lower = headers.entrySet().stream()
                    .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
            return new Letter(name -> lower.get(name.toLowerCase(Locale.ROOT)), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Mail wechat(String id, String refund, String status, Instant at, Keys by, String apiKey) {
        var plain = """
                {"mchid":"1900000001","transaction_id":"4200000001","out_trade_no":"PAY-1","refund_id":"5030000001",
                 "out_refund_no":"%s","refund_status":"%s","success_time":"2026-11-24T10:00:00+08:00",
                 "user_received_account":"test","amount":{"total":10000,"refund":3333,"payer_total":10000,"payer_refund":3333}}""".formatted(refund, status);
        var body = """
                {"id":"%s","create_time":"2026-11-24T10:00:00+08:00","resource_type":"encrypt-resource",
                 "event_type":"REFUND.%s","summary":"refund","resource":{"algorithm":"AEAD_AES_256_GCM",
                 "original_type":"refund","ciphertext":"%s","associated_data":"refund","nonce":"abcdefghijkl"}}""".formatted(id, status, encrypted(plain, apiKey));
        var time = String.valueOf(at.getEpochSecond());
        return new Mail(
                Map.of(
                        "Wechatpay-Timestamp",
                        time,
                        "Wechatpay-Nonce",
                        "n",
                        "Wechatpay-Serial",
                        WechatVendor.KEY_ID,
                        "Wechatpay-Signature",
                        by.sign(time + "\nn\n" + body + "\n"),
                        "Content-Type",
                        "application/json"),
                body);
    }

    private static String encrypted(String plain, String apiKey) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiKey.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, "abcdefghijkl".getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("refund".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A notification of a trade; {@code sign_type} is no part of what is signed. */
    static Mail alipay(Map<String, String> fields, Keys by) {
        var all = new TreeMap<>(fields);
        var signed = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
        all.put("sign_type", "RSA2");
        all.put("sign", by.sign(signed));
        return new Mail(Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), form(all));
    }

    static Map<String, String> alipayRefund(String id, String refund) {
        return Map.of(
                "notify_id", id,
                "notify_type", "trade_status_sync",
                "app_id", AlipayVendor.APP,
                "trade_no", "20261124220001",
                "out_trade_no", "PAY-1",
                "out_biz_no", refund,
                "trade_status", "TRADE_SUCCESS",
                "refund_fee", "33.33",
                "buyer_logon_id", "tes***@example.com",
                "subject", "灯 & lamp");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Mail stripe(String id, String type, String object, Instant at, String secret) {
        var body = "{\"id\":\"" + id + "\",\"object\":\"event\",\"type\":\"" + type + "\",\"data\":{\"object\":"
                + object + "}}";
        try {
            return new Mail(
                    Map.of(
                            "Stripe-Signature",
                            Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond()),
                            "Content-Type",
                            "application/json"),
                    body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
