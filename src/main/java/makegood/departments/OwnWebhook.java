package makegood.departments;

import java.util.Map;
import makegood.platform.AppClock;
import makegood.platform.BusinessRefusal;
import org.springframework.stereotype.Component;

/** How the sandbox's departments send their late answers: signed, through the same door as a real department's. */
@Component
public class OwnWebhook {
    private final Webhooks door;
    private final WebhookKeys keys;
    private final AppClock clock;

    OwnWebhook(Webhooks door, WebhookKeys keys, AppClock clock) {
        this.door = door;
        this.keys = keys;
        this.clock = clock;
    }

    /** Fields as in docs/departments.md: id, topic, reference, answer, code, values. */
    public void send(Department department, Map<String, Object> message) throws BusinessRefusal {
        var key = keys.openSandboxKey();
        var signed = SignedMessage.sign(key, keys.secret(key), clock.instant(), Json.write(message));
        door.receive(department.name(), signed);
    }
}
