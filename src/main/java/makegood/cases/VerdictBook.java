package makegood.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import makegood.platform.RuleFired;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps with the case which rules of which table and version decided, in words; inputs are codes, never personal data. */
@Component
class VerdictBook {
    /** {@code outcome} and {@code inputs} by column name; rule texts are in both languages. */
    record Verdict(
            String decision, int version, Map<String, Object> outcome, List<Rule> rules, Map<String, Object> inputs) {}

    record Rule(String id, Text text) {}

    private final JdbcClient db;
    private final Timeline timeline;
    private final ObjectMapper json;
    private final Clock clock;

    VerdictBook(JdbcClient db, Timeline timeline, ObjectMapper json, Clock clock) {
        this.db = db;
        this.timeline = timeline;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(RuleFired fired) {
        if (fired.caseNumber() == null) {
            return;
        }
        var now = clock.instant();
        var rules = fired.rules().stream()
                .map(r -> new Rule(r.id(), words(r.text())))
                .toList();
        db.sql("insert into case_verdict (id, case_number, seq, at, decision, version, outcome, rules, inputs)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        fired.caseNumber(),
                        timeline.sequence(now),
                        Utc.of(now),
                        fired.decision(),
                        fired.version(),
                        write(fired.outcome()),
                        write(rules),
                        write(fired.inputs()))
                .update();
    }

    private static Text words(String annotation) {
        int cut = annotation.indexOf(" / ");
        return cut < 0
                ? new Text(annotation, annotation)
                : new Text(annotation.substring(0, cut), annotation.substring(cut + 3));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In the order in which they were decided. */
    List<Verdict> of(String caseNumber) {
        return db.sql(
                        "select decision, version, outcome, rules, inputs from case_verdict where case_number = ? order by seq limit 200")
                .param(caseNumber)
                .query((row, n) -> read(
                        row.getString("decision"),
                        row.getInt("version"),
                        row.getString("outcome"),
                        row.getString("rules"),
                        row.getString("inputs")))
                .list();
    }

    private Verdict read(String decision, int version, String outcome, String rules, String inputs) {
        try {
            var map = json.getTypeFactory().constructMapType(java.util.LinkedHashMap.class, String.class, Object.class);
            var list = json.getTypeFactory().constructCollectionType(List.class, Rule.class);
            return new Verdict(
                    decision,
                    version,
                    json.readValue(outcome, map),
                    json.readValue(rules, list),
                    json.readValue(inputs, map));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("verdict cannot be read", damaged);
        }
    }
}
