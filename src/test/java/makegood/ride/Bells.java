package makegood.ride;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The gateway's webhooks: each decision told three times to whatever node, shuffled; some lost, some signed badly. */
final class Bells {
    static final String KEY = "ride";
    static final String SECRET = "only-for-the-ride";
    private static final int LOST_ONE_IN = 8;
    private final GatewayBook book;
    private final Calls calls;
    private final Dice dice;
    private List<String> waiting = new ArrayList<>();
    final AtomicInteger toldThreeTimes = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger signedBadly = new AtomicInteger();

    Bells(GatewayBook book, Calls calls, Dice dice) {
        this.book = book;
        this.calls = calls;
        this.dice = dice;
    }

    void ring() {
        while (!Thread.currentThread().isInterrupted()) {
            decides();
            waiting = dice.shuffled(waiting);
            waiting.removeIf(message -> tell(message, SECRET) == 202);
            Dice.pause(400);
        }
    }

    private void decides() {
        each(book.undecided, open -> told(book.decide(open, dice.oneIn(4) ? "REFUSED" : "SETTLED")));
        each(book.decided, this::told);
        each(book.toReverse, settled -> {
            told(settled);
            told(book.decide(settled, "REVERSED"));
        });
    }

    private interface Deed {
        void of(GatewayBook.Paid refund);
    }

    private static void each(Queue<GatewayBook.Paid> queue, Deed deed) {
        for (var refund = queue.poll(); refund != null; refund = queue.poll()) {
            deed.of(refund);
        }
    }

    private void told(GatewayBook.Paid refund) {
        var message = message(refund);
        if (dice.oneIn(6)) {
            signedBadly.incrementAndGet();
            int status = tell(message, "somebody-else");
            if (status != 401 && status != 0 && status != 503) {
                calls.complaints.add("a bad signature was answered " + status);
            }
        }
        // a reversal is told by nobody else, so it is not lost
        if (!refund.state().equals("REVERSED") && dice.oneIn(LOST_ONE_IN)) {
            lost.incrementAndGet();
            return;
        }
        waiting.addAll(Collections.nCopies(3, message));
        toldThreeTimes.incrementAndGet();
    }

    /** The status; 0 when no answer came. */
    private int tell(String message, String secret) {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        var headers = Map.of(
                "X-Makegood-Key",
                KEY,
                "X-Makegood-Timestamp",
                timestamp,
                "X-Makegood-Signature",
                sign(secret, timestamp, message));
        var answer = calls.say("shop", "POST", "/api/v1/webhooks/finance", message, headers);
        return answer == null ? 0 : answer.status();
    }

    private static String sign(String secret, String timestamp, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + message).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String message(GatewayBook.Paid refund) {
        var answer = refund.state().equals("REFUSED")
                ? "\"answer\": \"NO\", \"code\": \"ACCOUNT_CLOSED\""
                : "\"answer\": \"DONE\", \"values\": {\"state\": \"" + refund.state() + "\"}";
        return "{\"id\": \"" + refund.number() + "-" + refund.state()
                + "\", \"topic\": \"finance.refund\", \"reference\": \"" + refund.number() + "\", " + answer + "}";
    }

    String figures() {
        return "%d webhooks told three times and shuffled, %d lost, %d signed badly"
                .formatted(toldThreeTimes.get(), lost.get(), signedBadly.get());
    }
}
