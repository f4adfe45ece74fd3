package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers to nothing that was asked, for managers. */
@RestController
@RequestMapping("/api/v1/webhooks/unmatched")
class UnmatchedApi {
    private final Unmatched unmatched;

    UnmatchedApi(Unmatched unmatched) {
        this.unmatched = unmatched;
    }

    @Operation(summary = "What departments said about something that nobody here has asked, oldest first")
    @GetMapping
    Page<Unmatched.Entry> open(
            @RequestParam(defaultValue = "false") boolean resolved,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws BusinessRefusal {
        Page.check(page, size);
        return unmatched.page(resolved, page, size);
    }

    @Operation(summary = "Somebody has looked into it; note says what came of it")
    @PutMapping("/{entry}")
    Unmatched.Entry resolve(@PathVariable String entry, @RequestBody JsonNode given) throws BusinessRefusal {
        var body = Body.of(given);
        var note = body.requiredText("note", 1000);
        body.refuseUnknown();
        body.check();
        return unmatched.resolve(entry, note, Caller.current().account());
    }
}
