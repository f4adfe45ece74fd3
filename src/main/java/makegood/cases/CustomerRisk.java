package makegood.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import makegood.orders.Order;
import makegood.orders.Tier;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What our own tables know of a customer, for {@code customer-risk} (rules.md 4.2): orders, requests and empty or swapped
 * returns, found by index. Nobody records proven abuse or appeals yet: none count. A VIP has the purchases of a long record,
 * even where they were imported as one.
 */
@Component
public class CustomerRisk {
    private static final int LONG_RECORD = 10;
    private static final int PERCENT = 100;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration SEASON = Duration.ofDays(90);

    private final JdbcClient db;
    private final Clock clock;

    CustomerRisk(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Map<String, Object> facts(CaseFacts c, Order order) {
        var customer = order.customer() == null ? null : order.customer().reference();
        var now = clock.instant();
        int orders = known(customer) ? orders(c.store(), customer, now.minus(YEAR)) : 0;
        int recent = known(customer) ? orders(c.store(), customer, now.minus(SEASON)) : 0;
        int returns = known(customer) ? returns(c, customer, now.minus(SEASON)) : 0;
        return Map.of(
                "appealOpen",
                false,
                "abuse12m",
                0,
                "swap12m",
                known(customer) ? swaps(c, customer, now.minus(YEAR)) : 0,
                "returns90d",
                returns,
                "returnRate90d",
                returns * PERCENT / Math.max(1, recent),
                "orders12m",
                order.customer() != null && order.customer().tier() == Tier.VIP
                        ? Math.max(LONG_RECORD, orders)
                        : orders);
    }

    private static boolean known(String customer) {
        return customer != null && !customer.isBlank();
    }

    private int orders(String store, String customer, Instant since) {
        return db.sql("select count(*) from shop_order where customer_reference = ? and store = ? and placed_at >= ?")
                .params(customer, store, Utc.of(since))
                .query(Integer.class)
                .single();
    }

    private int returns(CaseFacts c, String customer, Instant since) {
        return db.sql("select count(*) from after_sales_case where store = ? and customer_reference = ?"
                        + " and opened_at >= ? and case_number <> ? and kind in ('RETURN_REFUND', 'EXCHANGE')")
                .params(c.store(), customer, Utc.of(since), c.caseNumber())
                .query(Integer.class)
                .single();
    }

    private int swaps(CaseFacts c, String customer, Instant since) {
        return db.sql("select count(distinct l.case_number) from after_sales_case a"
                        + " join return_line l on l.case_number = a.case_number"
                        + " where a.store = ? and a.customer_reference = ? and a.opened_at >= ? and a.case_number <> ?"
                        + " and l.finding in ('EMPTY_PARCEL', 'COUNTERFEIT_SWAP', 'SERIAL_MISMATCH')")
                .params(c.store(), customer, Utc.of(since), c.caseNumber())
                .query(Integer.class)
                .single();
    }
}
