package makegood.reports;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which products a case is about, one statement each time. */
@Component
class CaseProducts {
    /** The only product of a case with one: what is booked for a whole order counts there. */
    static final String ONLY = "select min(l.sku) from after_sales_case c"
            + " join case_line p on p.case_number = c.case_number"
            + " join order_line l on l.store = c.store and l.order_number = c.order_number"
            + " and l.line_number = p.line_number where c.case_number = %s having count(distinct l.sku) = 1";

    /** {@code sku} and {@code model} are empty for a case without goods; {@code refunded}: money has gone back. */
    record Product(String sku, String model, long pieces, boolean refunded) {}

    private final JdbcClient db;

    CaseProducts(JdbcClient db) {
        this.db = db;
    }

    /** One row at least, in the order of the order's lines. */
    List<Product> of(String caseNumber) {
        return db.sql("select coalesce(l.sku, '') as sku, coalesce(max(l.model), '') as model,"
                        + " coalesce(sum(case when l.sku is null then 0 else p.quantity end), 0) as pieces,"
                        + " max(c.refunded) as refunded from after_sales_case c"
                        + " left join case_line p on p.case_number = c.case_number"
                        + " left join order_line l on l.store = c.store and l.order_number = c.order_number"
                        + " and l.line_number = p.line_number"
                        + " where c.case_number = ? group by l.sku order by min(p.line_number)")
                .param(caseNumber)
                .query((row, n) -> new Product(
                        row.getString("sku"),
                        row.getString("model"),
                        row.getLong("pieces"),
                        row.getLong("refunded") > 0))
                .list();
    }

    /** Empty where there are several, none, or no such case. */
    Optional<Product> only(String caseNumber) {
        var products = of(caseNumber);
        return products.size() == 1 ? Optional.of(products.get(0)) : Optional.empty();
    }
}
