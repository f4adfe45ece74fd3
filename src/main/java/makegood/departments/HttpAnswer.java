package makegood.departments;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.util.Map;

/**
 * The body of a department's answer over HTTP.
 *
 * @param answer DONE, NO, PENDING, or UNKNOWN to a question
 * @param code with NO: why, UPPER_SNAKE
 * @param values with DONE: what the topic promises
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HttpAnswer(String answer, String code, Map<String, Object> values) {

    /** {@link AnswerLost} for a fault on their side: the work may be done; any other exception says it is not. */
    static Answer read(Topic topic, HttpCalls.Came came) {
        if (came.status() >= 500) {
            throw new AnswerLost("HTTP " + came.status());
        }
        if (came.status() < 200 || came.status() > 202) { // a redirect too: whoever moves changes the address here
            throw new IllegalStateException("HTTP " + came.status());
        }
        if (!came.json()) {
            throw new AnswerLost("the answer is no JSON");
        }
        try {
            var read = Json.read(came.body(), HttpAnswer.class);
            return read == null ? unreadable("the answer is empty") : read.meant(topic);
        } catch (IOException broken) {
            return unreadable("the answer is broken JSON");
        } catch (IllegalArgumentException wrong) {
            return unreadable(wrong.getMessage());
        }
    }

    /** They have answered, so they may have done it. */
    private static Answer unreadable(String why) {
        throw new AnswerLost(why);
    }

    private Answer meant(Topic topic) {
        return switch (String.valueOf(answer)) {
            case "DONE" -> new Answer.Done(Promised.read(topic, values == null ? Map.of() : values));
            case "NO" -> {
                if (code == null || !code.matches("[A-Z][A-Z0-9_]{0,63}")) {
                    throw new IllegalArgumentException("a no without a code");
                }
                yield new Answer.No(code);
            }
            case "PENDING" -> new Answer.Pending();
            case "UNKNOWN" -> new Answer.Unknown();
            default -> throw new IllegalArgumentException("the answer is none of DONE, NO, PENDING, UNKNOWN");
        };
    }
}
