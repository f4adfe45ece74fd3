package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which topics of a department its own worker serves in a store, for administrators only. */
@RestController
@RequestMapping("/api/v1/departments/{department}/taken-over")
class TakenOverApi {
    private final Arrangements arrangements;

    TakenOverApi(Arrangements arrangements) {
        this.arrangements = arrangements;
    }

    record TakenOver(
            Department department, String store, List<String> topics, int revision, Instant validFrom, String setBy) {
        static TakenOver of(Arrangement a) {
            var topics = a.takenOver().stream().sorted().toList();
            return new TakenOver(a.department(), a.store(), topics, a.revision(), a.validFrom(), a.setBy());
        }
    }

    @Operation(summary = "The topics that the department's own worker serves in a store")
    @GetMapping
    TakenOver takenOver(@PathVariable String department, @RequestParam String store) throws BusinessRefusal {
        return TakenOver.of(arrangements.of(arrangements.known(store), Department.named(department)));
    }

    @Operation(
            summary =
                    "Gives topics to the department's own worker; those that the list leaves out are the built-in one's")
    @PutMapping
    TakenOver takeOver(@PathVariable String department, @RequestParam String store, @RequestBody JsonNode wanted)
            throws BusinessRefusal {
        var who = Department.named(department);
        var topics = topics(wanted, who);
        var by = Caller.current().account();
        return TakenOver.of(arrangements.change(arrangements.known(store), who, a -> a.with(topics), by));
    }

    private static Set<String> topics(JsonNode wanted, Department department) throws BusinessRefusal {
        var body = Body.of(wanted);
        body.given("topics");
        var given = wanted.path("topics");
        var topics = StreamSupport.stream(given.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
        boolean own = topics.stream()
                .allMatch(id ->
                        Topic.find(id).filter(t -> t.department() == department).isPresent());
        if (!given.isArray() || !own) {
            body.wrong("topics", "UNKNOWN_CODE", new Text("a list of this department's topics", "须为本部门主题的列表"));
        }
        body.refuseUnknown();
        body.check();
        return topics;
    }
}
