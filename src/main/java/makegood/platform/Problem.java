package makegood.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.http.HttpStatus;

/** RFC 9457 problem in the caller's language; {@code message} repeats the detail for the web apps' toast. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String code, List<Field> errors, String message) {
    public record Field(String pointer, String code, String detail) {}

    public static Problem of(BusinessRefusal refusal) {
        var fields = refusal.errors().stream()
                .map(e -> new Field(e.pointer(), e.code(), e.detail().here()))
                .toList();
        return of(refusal.status(), refusal.code(), refusal.text(), fields);
    }

    public static Problem of(int status, String code, Text text) {
        return of(status, code, text, List.of());
    }

    private static Problem of(int status, String code, Text text, List<Field> fields) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? code : known.getReasonPhrase();
        return new Problem("urn:makegood:problem:" + code, title, status, text.here(), code, fields, text.here());
    }
}
