package makegood.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.cases.Cases.GoodsDue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case still owes the customer: money by order line, and goods. What is written replaces what stood before. */
@Component
class Obligations {
    private final JdbcClient db;

    Obligations(JdbcClient db) {
        this.db = db;
    }

    void money(String caseNumber, Map<Integer, Long> byLine, long freight) {
        db.sql("delete from case_due where case_number = ?").param(caseNumber).update();
        var all = new TreeMap<>(byLine);
        all.put(Cases.FREIGHT, freight);
        all.values().removeIf(amount -> amount <= 0);
        all.forEach((line, amount) -> db.sql("insert into case_due (case_number, line_number, amount) values (?, ?, ?)")
                .params(caseNumber, line, amount)
                .update());
    }

    Map<Integer, Long> money(String caseNumber) {
        var due = new TreeMap<Integer, Long>();
        db.sql("select line_number, amount from case_due where case_number = ?")
                .param(caseNumber)
                .query(row -> {
                    due.put(row.getInt(1), row.getLong(2));
                });
        return due;
    }

    void goods(String caseNumber, List<GoodsDue> goods) {
        db.sql("delete from case_goods_due where case_number = ?")
                .param(caseNumber)
                .update();
        int position = 1;
        for (var piece : goods) {
            db.sql("insert into case_goods_due (case_number, position_no, line_number, sku, quantity, unit_value)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(caseNumber, position++, piece.line(), piece.sku(), piece.quantity(), piece.unitValue())
                    .update();
        }
    }

    List<GoodsDue> goods(String caseNumber) {
        return db.sql("select line_number, sku, quantity, unit_value from case_goods_due where case_number = ?"
                        + " order by position_no")
                .param(caseNumber)
                .query((row, n) -> new GoodsDue(row.getInt(1), row.getString(2), row.getInt(3), row.getLong(4)))
                .list();
    }
}
