package makegood.gateways;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What all notifications share: a time that must be near, a body that must be read. */
final class Fresh {
    /** How far a notification's time may be off, in seconds. */
    static final long WINDOW = 300;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Fresh() {}

    /** @param timestamp seconds since 1970 */
    static void check(String timestamp, List<Instant> nows) throws NoticeNotSigned {
        if (timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            throw new NoticeNotSigned();
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (nows.stream().noneMatch(now -> Duration.between(sent, now).abs().toSeconds() <= WINDOW)) {
            throw new NoticeNotSigned();
        }
    }

    static JsonNode json(String text) throws NoticeNotSigned {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new NoticeNotSigned();
        }
    }
}
