package makegood.texts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The same check that forms and messages go through, for whoever wants to know beforehand. Nothing is kept. */
@RestController
class TextChecksApi {
    /** The request's shape, for the API's description. */
    record TextCheckRequest(String text, TextPurpose purpose) {}

    /** In the caller's language; {@code name} says what the class means. */
    record Reason(@JsonProperty("class") TextClass textClass, String name, String basis, String lawfulWording) {
        static Reason of(TextClass found) {
            return new Reason(
                    found,
                    found.title().here(),
                    found.basis().here(),
                    found.lawfulWording().here());
        }
    }

    record Answer(TextVerdict verdict, List<TextClass> classes, List<Reason> reasons) {}

    private final TextGuard guard;

    TextChecksApi(TextGuard guard) {
        this.guard = guard;
    }

    @PostMapping("/api/v1/text-checks")
    Answer check(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TextCheckRequest.class)))
                    @RequestBody
                    JsonNode input)
            throws InvalidInput {
        var body = Body.of(input);
        var text = body.requiredText("text", TextGuard.MAX);
        var purpose = body.required("purpose", body.code("purpose", TextPurpose.class));
        body.refuseUnknown();
        body.check();
        var check = guard.check(text, purpose);
        return new Answer(
                check.verdict(),
                check.classes(),
                check.classes().stream().map(Reason::of).toList());
    }
}
