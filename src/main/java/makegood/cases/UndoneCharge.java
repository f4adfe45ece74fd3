package makegood.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments made after the sale (a difference, a charge), for what they were, and which of them the sum due undoes: the money
 * goes back on it before any other. Amounts in minor units.
 */
@Component
@Transactional
public class UndoneCharge {
    private final JdbcClient db;

    UndoneCharge(JdbcClient db) {
        this.db = db;
    }

    /** Null when none is undone. */
    public void is(String caseNumber, String paymentNumber) {
        db.sql("update after_sales_case set due_payment = ? where case_number = ?")
                .params(paymentNumber, caseNumber)
                .update();
    }

    /** Null when none is undone. */
    public String of(String caseNumber) {
        return db.sql("select due_payment from after_sales_case where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    /** What of the payment was for this line; {@code pieces} that the customer bought with it, none for a difference. */
    public void was(String caseNumber, String paymentNumber, int line, long amount, int pieces) {
        db.sql("insert into charge_share (payment_number, case_number, line_number, amount, pieces)"
                        + " values (?, ?, ?, ?, ?)")
                .params(paymentNumber, caseNumber, line, amount, pieces)
                .update();
    }

    /** A part of a payment by line of the order. */
    public record Share(int line, long amount, int pieces) {}

    public List<Share> shares(String paymentNumber) {
        return db.sql("select line_number, amount, pieces from charge_share where payment_number = ?"
                        + " order by line_number")
                .param(paymentNumber)
                .query((row, n) -> new Share(row.getInt(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    /** Amounts by line, when the whole payment goes back. */
    public Map<Integer, Long> due(String paymentNumber) {
        var due = new TreeMap<Integer, Long>();
        shares(paymentNumber).forEach(s -> due.put(s.line(), s.amount()));
        return due;
    }
}
