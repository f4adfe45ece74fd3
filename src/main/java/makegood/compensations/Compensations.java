package makegood.compensations;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of compensations. */
@Component
@Transactional
class Compensations {
    private static final Duration LATELY = Duration.ofDays(90);

    private final EntityManager entities;
    private final JdbcClient db;
    private final Clock clock;

    Compensations(EntityManager entities, JdbcClient db, Clock clock) {
        this.entities = entities;
        this.db = db;
        this.clock = clock;
    }

    void add(Compensation row) {
        entities.persist(row);
    }

    /** The parts of the latest proposal, without those that were refused; empty before the first. */
    List<Compensation> proposal(String caseNumber) {
        int latest = latest(caseNumber);
        return since(caseNumber, latest - 1).stream()
                .filter(c -> c.state != CompensationState.REFUSED)
                .toList();
    }

    /** As it stands now: what was given beside it in the same moment was read before that was written. */
    void lookAgain(String caseNumber) {
        entities.flush();
        proposal(caseNumber).forEach(entities::refresh);
    }

    /** Everything that was proposed after this number. */
    List<Compensation> since(String caseNumber, int seq) {
        return entities.createQuery(
                        "from Compensation c where c.caseNumber = :case and c.seq > :seq order by c.seq, c.partNo",
                        Compensation.class)
                .setParameter("case", caseNumber)
                .setParameter("seq", seq)
                .getResultList();
    }

    /** The number of the latest proposal, 0 before the first. */
    int latest(String caseNumber) {
        return entities.createQuery(
                        "select coalesce(max(c.seq), 0) from Compensation c where c.caseNumber = :case", Integer.class)
                .setParameter("case", caseNumber)
                .getSingleResult();
    }

    /** Whether the freight of this return was paid, or is about to be. */
    boolean freightPaid(String returnCase) {
        return db.sql("select count(*) from compensation where return_case = ?"
                                + " and state in ('PROPOSED', 'HELD', 'SENT', 'GIVEN')")
                        .param(returnCase)
                        .query(Long.class)
                        .single()
                > 0;
    }

    static long sum(List<Compensation> rows) {
        return rows.stream().mapToLong(r -> r.amount).sum();
    }

    /** By the number of the coupon or of the latest pay-out; null when it is neither. */
    Compensation numbered(String reference) {
        int tail = reference.lastIndexOf("-P");
        var found = entities.find(Compensation.class, tail < 0 ? reference : reference.substring(0, tail));
        return found == null || tail >= 0 && !found.payOutNumber().equals(reference) ? null : found;
    }

    /** What was given: how often, and what it was worth in minor units. */
    record Given(int times, long amount) {}

    /** In the last 90 days, over all orders of the customer in this store. */
    Given lately(String store, String customerReference) {
        return customerReference == null
                ? new Given(0, 0)
                : given(
                        "store = ? and customer_reference = ? and given_at >= ?",
                        store,
                        customerReference,
                        Utc.of(clock.instant().minus(LATELY)));
    }

    /** Ever, for one order. */
    Given forOrder(String store, String orderNumber) {
        return orderNumber == null
                ? new Given(0, 0)
                : given("store = ? and order_number = ? and state = 'GIVEN'", store, orderNumber);
    }

    private Given given(String condition, Object... params) {
        return db.sql(
                        "select count(distinct concat(case_number, '-', seq)), coalesce(sum(amount), 0) from compensation where comp_type <> 'FREIGHT_BILL' and "
                                + condition)
                .params(params)
                .query((row, n) -> new Given(row.getInt(1), row.getLong(2)))
                .single();
    }
}
