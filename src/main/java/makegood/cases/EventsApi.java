package makegood.cases;

import java.util.Map;
import makegood.platform.BusinessRefusal;
import makegood.platform.Races;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Facts from outside about a case. 202 always: what the case cannot use now is kept on its timeline. */
@RestController
class EventsApi {
    /** {@code used}: something in the case waited for it, or will look for it. */
    record Taken(String eventId, boolean used) {}

    private final OutsideFacts facts;

    EventsApi(OutsideFacts facts) {
        this.facts = facts;
    }

    @PostMapping("/api/v1/cases/{caseNumber}/events")
    ResponseEntity<Taken> happened(@PathVariable String caseNumber, @RequestBody Map<String, Object> event)
            throws BusinessRefusal {
        return ResponseEntity.accepted().body(Races.again(() -> facts.take(caseNumber, event)));
    }
}
