package makegood.departments;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makegood.platform.FieldError;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/**
 * What a department says by webhook.
 *
 * @param id the sender's own id of this message, at most 100 characters; the same id is applied once
 * @param topic what was asked, such as finance.refund
 * @param reference the refund or pay-out number, else the request id
 * @param answer DONE or NO
 * @param code with NO: why, UPPER_SNAKE
 * @param values with DONE: what the topic promises
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DepartmentMessage(
        String id, String topic, String reference, String answer, String code, Map<String, Object> values) {
    private static final int MAX_BYTES = 64_000;

    static DepartmentMessage read(byte[] body, Department sender) throws MessageUnreadable, InvalidInput {
        if (body == null || body.length > MAX_BYTES) {
            throw new MessageUnreadable();
        }
        DepartmentMessage message;
        try {
            message = Json.read(body, DepartmentMessage.class);
        } catch (IOException notJson) {
            throw new MessageUnreadable();
        }
        if (message == null) {
            throw new MessageUnreadable();
        }
        message.check(sender);
        return message;
    }

    private void check(Department sender) throws InvalidInput {
        var errors = new ArrayList<FieldError>();
        require(errors, "/id", id != null && id.matches("[!-~]{1,100}"));
        require(
                errors,
                "/topic",
                Topic.find(String.valueOf(topic))
                        .filter(t -> t.department() == sender)
                        .isPresent());
        require(errors, "/reference", reference != null && reference.matches("[!-~]{1,64}"));
        require(errors, "/answer", "DONE".equals(answer) || "NO".equals(answer));
        require(errors, "/code", !"NO".equals(answer) || (code != null && code.matches("[A-Z][A-Z0-9_]{0,63}")));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static void require(List<FieldError> errors, String pointer, boolean right) {
        if (!right) {
            errors.add(new FieldError(pointer, "INVALID", new Text("missing or not allowed", "缺失或不允许")));
        }
    }

    boolean no() {
        return "NO".equals(answer);
    }

    Answer asAnswer() {
        return no() ? new Answer.No(code) : new Answer.Done(allValues());
    }

    /** With a no: {@code state} REFUSED and the code. */
    Map<String, Object> allValues() {
        var all = new LinkedHashMap<String, Object>();
        if (values != null) {
            all.putAll(values);
        }
        if (no()) {
            all.put("state", "REFUSED");
            all.put("code", code);
        }
        return all;
    }
}
