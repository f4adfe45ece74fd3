package makegood.cases;

import java.util.HashSet;
import java.util.Set;
import makegood.orders.LinesInCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Order lines that an import may not take away, because an open case is about them. */
@Component
class LinesOfOpenCases implements LinesInCases {
    private final JdbcClient db;

    LinesOfOpenCases(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Integer> of(String store, String orderNumber) {
        return new HashSet<>(db.sql("select distinct l.line_number from case_line l join after_sales_case c"
                        + " on c.case_number = l.case_number"
                        + " where c.store = :store and c.order_number = :order and c.closed_at is null")
                .param("store", store)
                .param("order", orderNumber)
                .query(Integer.class)
                .list());
    }
}
