package makegood.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.wechat.pay.java.core.notification.NotificationConfig;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What WeChat Pay tells of refunds: signed, its contents encrypted with the merchant's API v3 key. */
final class WechatNotices {
    private final NotificationParser parser;

    WechatNotices(NotificationConfig config) {
        parser = new NotificationParser(config);
    }

    Optional<Notice> read(Letter letter, List<Instant> nows) throws NoticeNotSigned {
        Fresh.check(letter.header("Wechatpay-Timestamp"), nows);
        var told = proven(letter);
        JsonNode head = Fresh.json(letter.text());
        var id = head.path("id").asText("");
        if (told.getOutRefundNo() == null || id.isEmpty()) {
            return Optional.empty(); // about a payment
        }
        boolean settled = told.getRefundStatus() == Status.SUCCESS;
        return Optional.of(new Notice(
                id,
                told.getOutRefundNo(),
                settled ? Told.SETTLED : Told.REFUSED,
                head.path("event_type").asText("")));
    }

    private RefundNotification proven(Letter letter) throws NoticeNotSigned {
        try {
            return parser.parse(
                    new RequestParam.Builder()
                            .serialNumber(letter.header("Wechatpay-Serial"))
                            .timestamp(letter.header("Wechatpay-Timestamp"))
                            .nonce(letter.header("Wechatpay-Nonce"))
                            .signature(letter.header("Wechatpay-Signature"))
                            .body(letter.text())
                            .build(),
                    RefundNotification.class);
        } catch (RuntimeException unproven) { // its text would hold the whole letter
            throw new NoticeNotSigned();
        }
    }
}
