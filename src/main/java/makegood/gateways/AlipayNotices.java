package makegood.gateways;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Alipay tells of refunds: the notification of the trade ({@code out_biz_no} is the refund's number), and the message
 * about money on its way back to a bank card. It has no time of sending that could be held against a window.
 */
final class AlipayNotices {
    private static final String RSA2 = "RSA2";
    private final String appId;
    private final String publicKey;

    AlipayNotices(String appId, String publicKey) {
        this.appId = appId;
        this.publicKey = publicKey;
    }

    Optional<Notice> read(Letter letter) throws NoticeNotSigned {
        var fields = fields(letter.text());
        if (!holds(fields) || !appId.equals(fields.get("app_id"))) {
            throw new NoticeNotSigned();
        }
        var id = fields.get("notify_id");
        if (id == null) {
            return Optional.empty();
        }
        return fields.containsKey("biz_content") ? ofMessage(id, fields) : ofTrade(id, fields);
    }

    private static Optional<Notice> ofTrade(String id, Map<String, String> fields) {
        var number = fields.get("out_biz_no");
        if (number == null || fields.get("refund_fee") == null) {
            return Optional.empty(); // about a payment
        }
        return Optional.of(new Notice(id, number, Told.SETTLED, String.valueOf(fields.get("notify_type"))));
    }

    private static Optional<Notice> ofMessage(String id, Map<String, String> fields) throws NoticeNotSigned {
        var about = Fresh.json(fields.get("biz_content"));
        var number = about.path("out_request_no").asText("");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var told = about.path("dback_status").asText("").equals("S") ? Told.SETTLED : Told.OPEN;
        return Optional.of(new Notice(id, number, told, String.valueOf(fields.get("msg_method"))));
    }

    /** Notifications of trades leave {@code sign_type} out of what is signed, messages do not. */
    private boolean holds(Map<String, String> fields) {
        if (fields.get("sign") == null || !RSA2.equals(fields.get("sign_type"))) {
            return false;
        }
        try {
            return AlipaySignature.rsaCheckV1(new HashMap<>(fields), publicKey, "UTF-8", RSA2)
                    || AlipaySignature.rsaCheckV2(new HashMap<>(fields), publicKey, "UTF-8", RSA2);
        } catch (AlipayApiException broken) {
            return false;
        }
    }

    private static Map<String, String> fields(String form) throws NoticeNotSigned {
        var fields = new HashMap<String, String>();
        try {
            for (var field : form.split("&")) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException noForm) {
            throw new NoticeNotSigned();
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
