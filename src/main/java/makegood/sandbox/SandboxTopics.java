package makegood.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How each topic is ordered to behave; a list of next answers is used up call by call, also over restarts. */
@Component
@InSandbox
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxTopics {
    private static final String SEPARATOR = ",";
    private final JdbcClient sql;

    SandboxTopics(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param errorsPerMillion how many of a million calls fail; which ones follows from the seed */
    record Behaviour(List<String> next, int delaySeconds, int errorsPerMillion, long seed) {}

    /** What this call meets. */
    record Turn(Directive directive, int delaySeconds) {}

    void set(String topic, Behaviour behaviour) {
        sql.sql("delete from sandbox_topic where topic = ?").param(topic).update();
        sql.sql("insert into sandbox_topic (topic, next_answers, delay_seconds, errors_per_million, seed, calls)"
                        + " values (?, ?, ?, ?, ?, 0)")
                .params(
                        topic,
                        String.join(SEPARATOR, behaviour.next()),
                        behaviour.delaySeconds(),
                        behaviour.errorsPerMillion(),
                        behaviour.seed())
                .update();
    }

    Behaviour of(String topic) {
        return row(topic, "").map(Row::behaviour).orElse(new Behaviour(List.of(), 0, 0, 0));
    }

    Turn turn(String topic) {
        return row(topic, " for update").map(r -> turn(topic, r)).orElse(new Turn(Directive.USUAL, 0));
    }

    private Turn turn(String topic, Row row) {
        var next = new ArrayList<>(row.behaviour().next());
        var directive =
                next.isEmpty() ? chance(row) : Directive.read(next.remove(0)).orElse(Directive.USUAL);
        sql.sql("update sandbox_topic set next_answers = ?, calls = calls + 1 where topic = ?")
                .params(String.join(SEPARATOR, next), topic)
                .update();
        return new Turn(directive, row.behaviour().delaySeconds());
    }

    private static Directive chance(Row row) {
        var dice = new Random(row.behaviour().seed() * 1_000_003 + row.calls());
        dice.nextInt(); // the first number of neighbouring seeds is alike
        return dice.nextInt(1_000_000) < row.behaviour().errorsPerMillion() ? Directive.ERROR : Directive.USUAL;
    }

    private record Row(Behaviour behaviour, long calls) {}

    private Optional<Row> row(String topic, String lock) {
        return sql.sql("select * from sandbox_topic where topic = ?" + lock)
                .param(topic)
                .query((row, n) -> {
                    var next = row.getString("next_answers");
                    var behaviour = new Behaviour(
                            next.isEmpty() ? List.of() : List.of(next.split(SEPARATOR)),
                            row.getInt("delay_seconds"),
                            row.getInt("errors_per_million"),
                            row.getLong("seed"));
                    return new Row(behaviour, row.getLong("calls"));
                })
                .optional();
    }
}
