package makegood.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import makegood.departments.Answer;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent by which account, written before it is sent and never changed; beside it, what the gateway said last. */
@Component
@Transactional
class SentRefunds {
    private final JdbcClient sql;
    private final Clock clock;

    SentRefunds(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param told null before the first final answer */
    record Sent(String account, RefundOrder refund, Told told) {}

    Optional<Sent> find(String refundNumber) {
        return sql.sql("select * from gateway_refund where refund_number = ?")
                .param(refundNumber)
                .query(SentRefunds::sent)
                .optional();
    }

    /** Fails when this number was given to another account, or for another sum. */
    void keep(String account, String store, RefundOrder refund) {
        var known = find(refund.number());
        if (known.isPresent()) {
            if (!known.get().account().equals(account) || !known.get().refund().equals(refund)) {
                throw new IllegalStateException("refund " + refund.number() + " was sent with other facts before");
            }
            return;
        }
        sql.sql(
                        "insert into gateway_refund (refund_number, account, store, payment_number, gateway_transaction, amount,"
                                + " paid, currency, sent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(refund.number())
                .param(account)
                .param(store)
                .param(refund.payment())
                .param(refund.transaction())
                .param(refund.amount())
                .param(refund.paid())
                .param(refund.currency())
                .param(Utc.of(clock.instant()))
                .update();
    }

    /** Whether it fits beside what was sent back on this payment under other numbers. */
    boolean fits(String store, RefundOrder refund) {
        long others = sql.sql(
                        "select coalesce(sum(amount), 0) from gateway_refund where store = ? and payment_number = ?"
                                + " and refund_number <> ? and (told is null or told <> 'REFUSED')")
                .params(store, refund.payment(), refund.number())
                .query(Long.class)
                .single();
        return others + refund.amount() <= refund.paid();
    }

    /** What is open changes nothing. */
    void told(String refundNumber, Answer answer) {
        if (Told.of(answer) != Told.OPEN) {
            sql.sql("update gateway_refund set told = ?, no_code = ? where refund_number = ?")
                    .param(Told.of(answer).name())
                    .param(answer instanceof Answer.No no ? no.code() : null)
                    .param(refundNumber)
                    .update();
        }
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        var told = row.getString("told");
        return new Sent(
                row.getString("account"),
                new RefundOrder(
                        row.getString("refund_number"),
                        row.getString("payment_number"),
                        row.getString("gateway_transaction"),
                        row.getLong("amount"),
                        row.getLong("paid"),
                        row.getString("currency")),
                told == null ? null : Told.valueOf(told));
    }
}
