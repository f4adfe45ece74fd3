package makegood.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the departments remember by idempotency key, so that nothing is done twice and a question finds its answer. */
@Component
@InSandbox
class WorkBook {
    private static final String PENDING = "PENDING";
    private final JdbcClient sql;

    WorkBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** Work that a department has left open. */
    record Open(String topic, String idempotencyKey, String requestId) {}

    Optional<Answer> known(String topic, String key) {
        return sql.sql("select * from sandbox_work where topic = ? and idempotency_key = ?")
                .params(topic, key)
                .query((row, n) -> switch (row.getString("work_state")) {
                    case "DONE" -> (Answer) new Answer.Done(Values.read(row.getString("answer")));
                    case "NO" -> new Answer.No(row.getString("no_code"));
                    default -> new Answer.Pending();
                })
                .optional();
    }

    /** @param answerAt when the department answers by itself what it has left open; null: only when it is told to */
    void keep(DepartmentCall call, Answer answer, Instant answerAt) {
        sql.sql("insert into sandbox_work (topic, idempotency_key, request_id, work_state, answer, no_code, answer_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(call.topic())
                .param(call.idempotencyKey())
                .param(call.requestId())
                .param(state(answer))
                .param(values(answer))
                .param(code(answer))
                .param(Utc.of(answerAt))
                .update();
    }

    /** False when it was not open. */
    boolean close(String topic, String key, Answer answer) {
        return sql.sql("update sandbox_work set work_state = ?, answer = ?, no_code = ?, answer_at = null"
                                + " where topic = ? and idempotency_key = ? and work_state = 'PENDING'")
                        .param(state(answer))
                        .param(values(answer))
                        .param(code(answer))
                        .param(topic)
                        .param(key)
                        .update()
                == 1;
    }

    List<Open> due(Instant now) {
        return sql.sql("select topic, idempotency_key, request_id from sandbox_work"
                        + " where work_state = 'PENDING' and answer_at <= ? order by answer_at")
                .param(Utc.of(now))
                .query((row, n) -> new Open(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static String state(Answer answer) {
        return answer instanceof Answer.Done ? "DONE" : answer instanceof Answer.No ? "NO" : PENDING;
    }

    private static String values(Answer answer) {
        return answer instanceof Answer.Done done ? Values.write(done.values()) : null;
    }

    private static String code(Answer answer) {
        return answer instanceof Answer.No no ? no.code() : null;
    }
}
