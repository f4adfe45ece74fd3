package makegood.gateways;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Stripe tells of refunds: events whose object is a refund, signed with the endpoint's secret. */
final class StripeNotices {
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=([0-9]{1,12})(?:,|$)");
    private final String secret;
    private final String account;

    /** @param account the connected account; null when it is our own */
    StripeNotices(String secret, String account) {
        this.secret = secret;
        this.account = account;
    }

    Optional<Notice> read(Letter letter, List<Instant> nows) throws NoticeNotSigned {
        var signature = letter.header("Stripe-Signature");
        var time = TIME.matcher(String.valueOf(signature));
        Fresh.check(time.find() ? time.group(1) : null, nows);
        if (!holds(letter.text(), signature, nows.get(0))) {
            throw new NoticeNotSigned();
        }
        var event = Fresh.json(letter.text());
        if (account != null && !account.equals(event.path("account").asText(null))) {
            throw new NoticeNotSigned();
        }
        var refund = event.at("/data/object");
        var number = refund.at("/metadata/" + StripeGateway.NUMBER).asText("");
        if (!"refund".equals(refund.path("object").asText()) || number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                event.path("id").asText(),
                number,
                told(refund.path("status").asText()),
                event.path("type").asText()));
    }

    private static Told told(String status) {
        return switch (status) {
            case "succeeded" -> Told.SETTLED;
            case "failed", "canceled" -> Told.REFUSED;
            default -> Told.OPEN;
        };
    }

    /** Its time is held against the window already. */
    private boolean holds(String body, String signature, Instant now) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, 0, Clock.fixed(now, ZoneOffset.UTC));
        } catch (SignatureVerificationException unproven) {
            return false;
        }
    }
}
