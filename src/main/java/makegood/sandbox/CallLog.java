package makegood.sandbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import makegood.departments.DepartmentCall;
import makegood.platform.AppClock;
import makegood.platform.Page;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that the departments were asked, in the order in which it came. */
@Component
@InSandbox
class CallLog {
    private final JdbcClient sql;
    private final AppClock clock;
    private final AtomicLong number = new AtomicLong();

    CallLog(JdbcClient sql, AppClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param effect false: recognised as a repetition, a question, or failed before anything was done */
    record Entry(
            String requestId,
            Instant at,
            String topic,
            String kind,
            String idempotencyKey,
            String caseNumber,
            @JsonRawValue String payload,
            String answer,
            @JsonRawValue String values,
            boolean effect) {}

    void write(DepartmentCall call, String kind, String answer, String values, boolean effect) {
        sql.sql("insert into sandbox_call (call_id, call_number, request_id, asked_at, topic, kind, idempotency_key,"
                        + " case_number, store, payload, answer, answer_values, effect)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID().toString())
                .param(number.incrementAndGet())
                .param(call.requestId())
                .param(Utc.of(clock.instant()))
                .param(call.topic())
                .param(kind)
                .param(call.idempotencyKey())
                .param(call.caseNumber())
                .param(call.store())
                .param(Values.write(call.payload()))
                .param(answer)
                .param(values)
                .param(effect)
                .update();
    }

    Page<Entry> find(String topic, String caseNumber, int page, int size) {
        var where = new StringBuilder(" from sandbox_call where 1 = 1");
        var parameters = new ArrayList<Object>();
        if (topic != null) {
            where.append(" and topic = ?");
            parameters.add(topic);
        }
        if (caseNumber != null) {
            where.append(" and case_number = ?");
            parameters.add(caseNumber);
        }
        long total = sql.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.addAll(List.of(size, (long) page * size));
        return new Page<>(
                sql.sql("select *" + where + " order by asked_at, call_number limit ? offset ?")
                        .params(parameters)
                        .query((row, n) -> new Entry(
                                row.getString("request_id"),
                                Utc.instant(row, "asked_at"),
                                row.getString("topic"),
                                row.getString("kind"),
                                row.getString("idempotency_key"),
                                row.getString("case_number"),
                                row.getString("payload"),
                                row.getString("answer"),
                                row.getString("answer_values"),
                                row.getBoolean("effect")))
                        .list(),
                page,
                size,
                total);
    }

    /** The call as it came first. */
    Optional<DepartmentCall> callOf(String requestId) {
        return sql.sql(
                        "select * from sandbox_call where request_id = ? and kind = 'CALL' order by asked_at, call_number"
                                + " limit 1")
                .param(requestId)
                .query((row, n) -> new DepartmentCall(
                        row.getString("request_id"),
                        row.getString("topic"),
                        row.getString("idempotency_key"),
                        row.getString("store"),
                        row.getString("case_number"),
                        Values.read(row.getString("payload"))))
                .optional();
    }
}
