package makegood.departments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One thing asked of a department, from the question to its answer. The idempotency key never changes. */
@Entity
@Table(name = "department_request")
class DepartmentRequest {
    @Id
    @Column(name = "request_id")
    private String id;

    private String topic;
    private String department;
    private String caseNumber;
    private String store;
    private String element;
    private String executionId;
    private String taskId;
    private String idempotencyKey;
    private String payload;

    @Enumerated(EnumType.STRING)
    @Column(name = "request_state")
    private RequestState state;

    private int attempts;
    private int timesPending;
    private Instant askedAt;
    private Instant dueAt;
    private Instant answeredAt;
    private String answer;
    private String noCode;
    private String trouble;

    @Version
    private long version;

    protected DepartmentRequest() {}

    DepartmentRequest(String id, Topic topic, Place place, String idempotencyKey, String payload, Instant now) {
        this.id = id;
        this.topic = topic.id();
        this.department = topic.department().name();
        this.caseNumber = place.caseNumber();
        this.store = place.store();
        this.element = place.element();
        this.executionId = place.executionId();
        this.idempotencyKey = idempotencyKey;
        this.payload = payload;
        this.state = RequestState.OPEN;
        this.askedAt = now;
        this.dueAt = now.plus(topic.answerWithin());
    }

    /** Where in which case the request was made. */
    record Place(String caseNumber, String store, String element, String executionId) {}

    /** A call is about to begin; answers of earlier attempts are void from now on. */
    int sending(String externalTask) {
        state = RequestState.SENDING;
        taskId = externalTask;
        return ++attempts;
    }

    /** True while this attempt's answer still counts: not cancelled, not answered by webhook, not taken by another node. */
    boolean awaits(int attempt) {
        return state == RequestState.SENDING && attempts == attempt;
    }

    void done(String values, Instant now) {
        state = RequestState.DONE;
        answer = values;
        answeredAt = now;
        trouble = null;
    }

    void no(String code, Instant now) {
        state = RequestState.NO;
        noCode = code;
        answeredAt = now;
        trouble = null;
    }

    /** How often the department has left it open so far. */
    int pending() {
        state = RequestState.PENDING;
        trouble = null;
        return timesPending++;
    }

    void failed(String what, boolean forGood) {
        trouble = what;
        state = forGood ? RequestState.FAILED : RequestState.SENDING;
    }

    void cancelled(Instant now) {
        if (!state.over()) {
            state = RequestState.CANCELLED;
            answeredAt = now;
        }
    }

    String id() {
        return id;
    }

    String topic() {
        return topic;
    }

    String caseNumber() {
        return caseNumber;
    }

    String store() {
        return store;
    }

    String executionId() {
        return executionId;
    }

    String taskId() {
        return taskId;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    String payload() {
        return payload;
    }

    String answer() {
        return answer;
    }

    RequestState state() {
        return state;
    }

    Instant dueAt() {
        return dueAt;
    }

    int attempts() {
        return attempts;
    }
}
