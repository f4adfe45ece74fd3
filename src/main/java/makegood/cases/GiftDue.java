package makegood.cases;

import java.util.List;
import makegood.cases.Cases.GoodsDue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A gift that a case sends beside the goods that it owes; one at a time. Runs in the transaction of the step that calls. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class GiftDue {
    private final JdbcClient db;

    GiftDue(JdbcClient db) {
        this.db = db;
    }

    public void is(String caseNumber, GoodsDue gift) {
        db.sql("delete from case_gift_due where case_number = ?")
                .param(caseNumber)
                .update();
        db.sql("insert into case_gift_due (case_number, line_number, sku, quantity, unit_value) values (?, ?, ?, ?, ?)")
                .params(caseNumber, gift.line(), gift.sku(), gift.quantity(), gift.unitValue())
                .update();
    }

    public List<GoodsDue> of(String caseNumber) {
        return db.sql("select line_number, sku, quantity, unit_value from case_gift_due where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> new GoodsDue(row.getInt(1), row.getString(2), row.getInt(3), row.getLong(4)))
                .list();
    }
}
