package makegood.departments;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import makegood.platform.BusinessRefusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WebhookController {
    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Operation(
            summary = "A department answers",
            description = "Open without login; signed with HMAC-SHA256 over timestamp, a dot and the raw body, in hex."
                    + " Body: id, topic, reference, answer (DONE, NO), code, values. 202 also for a repeated message.")
    @PostMapping("/api/v1/webhooks/{department}")
    ResponseEntity<Map<String, Object>> receive(
            @PathVariable String department,
            @RequestHeader(name = "X-Makegood-Key", required = false) String key,
            @RequestHeader(name = "X-Makegood-Timestamp", required = false) String timestamp,
            @RequestHeader(name = "X-Makegood-Signature", required = false) String signature,
            @RequestBody(required = false) byte[] body)
            throws BusinessRefusal {
        var signed = new SignedMessage(key, timestamp, signature, body == null ? new byte[0] : body);
        boolean first = webhooks.receive(department, signed);
        return ResponseEntity.accepted().body(Map.of("repeated", !first));
    }
}
