package makegood.departments;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The request rows, inside the transaction of whoever asks. */
@Repository
class RequestBook {
    private final EntityManager rows;

    RequestBook(EntityManager rows) {
        this.rows = rows;
    }

    void add(DepartmentRequest request) {
        rows.persist(request);
    }

    DepartmentRequest get(String id) {
        return found(id, LockModeType.NONE);
    }

    /**
     * Nobody else answers it before this transaction ends: what comes from the call, from a webhook and from a worker of the
     * department's own wait for each other, and who comes second finds it answered.
     */
    DepartmentRequest locked(String id) {
        return found(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private DepartmentRequest found(String id, LockModeType lock) {
        var request = rows.find(DepartmentRequest.class, id, lock);
        if (request == null) {
            throw new IllegalStateException("no request " + id);
        }
        return request;
    }

    List<DepartmentRequest> waitingAt(Collection<String> executions) {
        return rows.createQuery(
                        "select r from DepartmentRequest r where r.executionId in :executions"
                                + " and r.state not in (DONE, NO, CANCELLED)",
                        DepartmentRequest.class)
                .setParameter("executions", executions)
                .getResultList();
    }

    /** The request that waits for this answer, locked: by its own id, or the one of the topic with this refund or pay-out number. */
    Optional<DepartmentRequest> waitingFor(String topic, String reference) {
        return rows.createQuery(
                        "select r from DepartmentRequest r where r.idempotencyKey = :reference and r.topic = :topic"
                                + " and r.state in (SENDING, PENDING, FAILED)",
                        DepartmentRequest.class)
                .setParameter("reference", reference)
                .setParameter("topic", topic)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The stores in which this department was asked something under the reference, over or not; empty when nobody has. */
    List<String> storesOf(Department department, String reference) {
        return rows.createQuery(
                        "select distinct coalesce(r.store, '') from DepartmentRequest r"
                                + " where r.idempotencyKey = :reference and r.department = :department",
                        String.class)
                .setParameter("reference", reference)
                .setParameter("department", department.name())
                .getResultList();
    }
}
