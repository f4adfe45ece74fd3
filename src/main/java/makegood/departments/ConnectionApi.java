package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import makegood.departments.Arrangement.Connection;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A store's way to a department over HTTP, for administrators only; a secret is never shown, only whether it is there. */
@RestController
@RequestMapping("/api/v1/departments/{department}/connection")
class ConnectionApi {
    private final Arrangements arrangements;
    private final HttpConnector http;
    private final WebhookKeys keys;

    ConnectionApi(Arrangements arrangements, HttpConnector http, WebhookKeys keys) {
        this.arrangements = arrangements;
        this.http = http;
        this.keys = keys;
    }

    /** {@code circuit}: CLOSED, OPEN (its calls keep failing, none is sent) or HALF_OPEN, on this node. */
    record View(
            Department department,
            String store,
            String baseUrl,
            String keyId,
            String otherKeyId,
            boolean active,
            boolean secretKnown,
            String circuit,
            int revision,
            Instant validFrom,
            String setBy) {}

    @Operation(summary = "The department's own HTTP service in a store, by docs/departments/openapi.yaml")
    @GetMapping
    View connection(@PathVariable String department, @RequestParam String store) throws BusinessRefusal {
        return view(arrangements.of(arrangements.known(store), Department.named(department)));
    }

    @Operation(
            summary = "Sets it: baseUrl, keyId, otherKeyId (accepted beside it while keys change), active",
            description = "A key id is a name of makegood.departments.webhook-keys, where its secret stands.")
    @PutMapping
    View connect(@PathVariable String department, @RequestParam String store, @RequestBody JsonNode wanted)
            throws BusinessRefusal {
        return view(change(department, store, read(Body.of(wanted))));
    }

    @DeleteMapping
    ResponseEntity<Void> disconnect(@PathVariable String department, @RequestParam String store)
            throws BusinessRefusal {
        change(department, store, null);
        return ResponseEntity.noContent().build();
    }

    private Arrangement change(String department, String store, Connection connection) throws BusinessRefusal {
        var by = Caller.current().account();
        return arrangements.change(
                arrangements.known(store), Department.named(department), a -> a.with(connection), by);
    }

    private Connection read(Body body) throws BusinessRefusal {
        var url = body.requiredText("baseUrl", 500);
        var key = body.requiredText("keyId", 64);
        var other = body.text("otherKeyId", 64);
        var active = body.flag("active");
        if (url != null) {
            http.targets().fault(url).ifPresent(fault -> body.wrong("baseUrl", "ADDRESS_NOT_ALLOWED", fault));
        }
        secret(body, "keyId", key);
        secret(body, "otherKeyId", other);
        body.refuseUnknown();
        body.check();
        return new Connection(url, key, other, active == null || active);
    }

    private void secret(Body body, String name, String key) {
        if (key != null && !keys.has(key)) {
            body.wrong(name, "UNKNOWN_KEY", new Text("there is no secret of this name", "没有该名称的密钥"));
        }
    }

    private View view(Arrangement a) throws ConnectionUnknown {
        var way = a.connection();
        if (way == null) {
            throw new ConnectionUnknown();
        }
        return new View(
                a.department(),
                a.store(),
                way.baseUrl(),
                way.keyId(),
                way.otherKeyId(),
                way.active(),
                keys.has(way.keyId()),
                http.circuit(a.store(), a.department()),
                a.revision(),
                a.validFrom(),
                a.setBy());
    }
}
