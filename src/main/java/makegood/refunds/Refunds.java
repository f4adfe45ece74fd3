package makegood.refunds;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of refunds. */
@Component
@Transactional
class Refunds {
    private final EntityManager entities;
    private final JdbcClient db;

    Refunds(EntityManager entities, JdbcClient db) {
        this.entities = entities;
        this.db = db;
    }

    void add(RefundRequest request, Map<Integer, Long> shares, List<Refund> refunds) {
        entities.persist(request);
        refunds.forEach(entities::persist);
        shares.forEach(
                (line, amount) -> db.sql("insert into refund_share (request_id, line_number, amount) values (?, ?, ?)")
                        .params(request.id, line, amount)
                        .update());
    }

    /** The request that is being worked on; null before the first. */
    RefundRequest latest(String caseNumber) {
        return entities.createQuery(
                        "from RefundRequest r where r.caseNumber = :case order by r.createdAt desc, r.id desc",
                        RefundRequest.class)
                .setParameter("case", caseNumber)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    RefundRequest request(String id) {
        return entities.find(RefundRequest.class, id);
    }

    Refund refund(String number) {
        return entities.find(Refund.class, number);
    }

    void add(PayOut payOut) {
        entities.persist(payOut);
    }

    /** Null when there is none of that number. */
    PayOut payOut(String number) {
        return entities.find(PayOut.class, number);
    }

    int payOuts(String refundNumber) {
        return entities.createQuery("select count(*) from PayOut p where p.refund.refundNumber = :refund", Long.class)
                .setParameter("refund", refundNumber)
                .getSingleResult()
                .intValue();
    }

    /** Null before the first. */
    PayOut latestPayOut(String refundNumber) {
        return entities.createQuery(
                        "from PayOut p where p.refund.refundNumber = :refund"
                                + " order by length(p.payOutNumber) desc, p.payOutNumber desc",
                        PayOut.class)
                .setParameter("refund", refundNumber)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    List<Refund> of(RefundRequest request) {
        return entities.createQuery("from Refund r where r.requestId = :request order by r.positionNo", Refund.class)
                .setParameter("request", request.id)
                .getResultList();
    }

    /** Amounts by order line; 0 is freight. */
    Map<Integer, Long> shares(RefundRequest request) {
        var shares = new TreeMap<Integer, Long>();
        db.sql("select line_number, amount from refund_share where request_id = ?")
                .param(request.id)
                .query(row -> {
                    shares.put(row.getInt(1), row.getLong(2));
                });
        return shares;
    }

    int count(String caseNumber) {
        return db.sql("select count(*) from refund where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }
}
