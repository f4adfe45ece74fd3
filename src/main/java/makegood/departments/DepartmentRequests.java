package makegood.departments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import makegood.platform.Caller;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of requests: who owes what to a case, and what was asked and answered. */
@Component
public class DepartmentRequests {
    private final JdbcClient sql;

    DepartmentRequests(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<OpenRequest> openFor(String caseNumber) {
        return sql.sql("select request_id, department, topic, element, asked_at, due_at from department_request"
                        + " where case_number = ? and request_state in ('OPEN', 'SENDING', 'PENDING', 'FAILED')"
                        + " order by asked_at, request_id")
                .param(caseNumber)
                .query((row, n) -> new OpenRequest(
                        row.getString("request_id"),
                        row.getString("department"),
                        row.getString("topic"),
                        row.getString("element"),
                        Utc.instant(row, "asked_at"),
                        Utc.instant(row, "due_at")))
                .list();
    }

    /** What each department was asked about a case and what came of it, oldest first; messages to customers are no part. */
    @Transactional(readOnly = true)
    public List<Part> parts(String caseNumber) {
        return sql.sql("select department, topic, request_state, asked_at, due_at, answered_at, no_code"
                        + " from department_request where case_number = ? and topic <> 'notification.send'"
                        + " order by asked_at, request_id limit 200")
                .param(caseNumber)
                .query((row, n) -> new Part(
                        row.getString("department"),
                        row.getString("topic"),
                        Utc.instant(row, "asked_at"),
                        Utc.instant(row, "due_at"),
                        Utc.instant(row, "answered_at"),
                        row.getString("no_code") == null
                                ? ended(row.getString("request_state"))
                                : row.getString("no_code")))
                .list();
    }

    private static String ended(String state) {
        return RequestState.valueOf(state).over() ? state : null;
    }

    @Transactional(readOnly = true)
    public List<RequestView> of(String caseNumber) {
        return sql.sql("select * from department_request where case_number = ? order by asked_at, request_id")
                .param(caseNumber)
                .query((row, n) -> view(row))
                .list();
    }

    /** For an account of a department's own worker: its own topic, its own store, not answered yet; else empty. */
    @Transactional(readOnly = true)
    public Optional<RequestToServe> toServe(String requestId, Caller caller) {
        var department = Department.of(caller);
        if (department.isEmpty()) {
            return Optional.empty();
        }
        return sql.sql("select * from department_request where request_id = ? and department = ?"
                        + " and request_state in ('OPEN', 'SENDING', 'PENDING', 'FAILED')")
                .params(requestId, department.get().name())
                .query((row, n) -> new RequestToServe(
                        row.getString("request_id"),
                        row.getString("topic"),
                        row.getString("idempotency_key"),
                        row.getString("store"),
                        row.getString("case_number"),
                        Utc.instant(row, "due_at"),
                        row.getString("payload"),
                        Topic.of(row.getString("topic")).personal()))
                .optional()
                .filter(request -> request.store() != null && caller.serves(request.store()));
    }

    private static RequestView view(ResultSet row) throws SQLException {
        return new RequestView(
                row.getString("request_id"),
                row.getString("department"),
                row.getString("topic"),
                row.getString("element"),
                row.getString("idempotency_key"),
                row.getString("request_state"),
                row.getInt("attempts"),
                Utc.instant(row, "asked_at"),
                Utc.instant(row, "answered_at"),
                row.getString("payload"),
                row.getString("answer"),
                row.getString("no_code"),
                row.getString("trouble"));
    }
}
