package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import makegood.CountedStatements;
import makegood.platform.Utc;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the watch costs does not follow from how many parcels are on their way. */
class WatchOverManyParcelsTests extends ShopJourney {
    private static final Logger LOG = LoggerFactory.getLogger(WatchOverManyParcelsTests.class);
    private static final int MANY = 10_000;
    private static final int LATE = 5;
    /** Clocks and departments of other journeys go on meanwhile; a query per parcel would be thousands. */
    private static final int OF_OTHERS = 10;
    /** To open a case, its first steps and what its departments answer meanwhile. */
    private static final int PER_CASE = 120;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DataSource database;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String batch = "W" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void tenThousandParcelsCostNoMoreStatementsThanAHundred() {
        var watch = new Watch(engine);
        watch.looks(); // what other journeys left, and everything is warm
        committed(() -> onTheWay(0, 100, 0));
        int few = statements(watch);
        committed(() -> onTheWay(100, MANY, LATE));
        int opening = statements(watch);
        assertThat(cases()).isEqualTo(LATE);
        int many = statements(watch);
        LOG.info(
                "The watch: {} statements of ours over 100 parcels, {} over {}; {} when it opens {} cases",
                few,
                many,
                MANY,
                opening,
                LATE);
        assertThat(many).as("for %s parcels", MANY).isLessThanOrEqualTo(few + OF_OTHERS);
        assertThat(opening - many).as("for %s cases", LATE).isLessThanOrEqualTo(LATE * PER_CASE);
        assertThat(cases()).as("however often it looks").isEqualTo(LATE);
    }

    private int statements(Watch watch) {
        Await.aWhile();
        CountedStatements.begin();
        watch.looks();
        var written = CountedStatements.committed();
        Await.aWhile();
        return written.stream().mapToInt(t -> t.ours).sum();
    }

    private long cases() {
        return new JdbcTemplate(database)
                .queryForObject(
                        "select count(*) from after_sales_case where order_number like '" + batch + "%'", Long.class);
    }

    /** Orders with a parcel each that was scanned an hour ago; the first {@code late} of them two days and more ago. */
    private void onTheWay(int from, int to, int late) {
        var db = new JdbcTemplate(database);
        var now = shop.now();
        var orders = new ArrayList<Object[]>();
        var lines = new ArrayList<Object[]>();
        var parcels = new ArrayList<Object[]>();
        for (int i = from; i < to; i++) {
            var number = batch + "-" + i;
            Instant scanned = i < from + late ? now.minus(Duration.ofHours(60)) : now.minus(Duration.ofHours(1));
            orders.add(new Object[] {Shop.STORE, number, Utc.of(now)});
            lines.add(new Object[] {Shop.STORE, number});
            parcels.add(
                    new Object[] {Shop.STORE, number, number + "-S", Utc.of(scanned), Utc.of(scanned), Utc.of(scanned)
                    });
        }
        db.batchUpdate(
                "insert into shop_order (store, order_number, state, tier, country, placed_at, currency, freight_paid,"
                        + " freight_refunded, freight_held, cod_due, informed_of_cost, free_return, freight_insured)"
                        + " values (?, ?, 'SHIPPED', 'REGULAR', 'CN', ?, 'CNY', 0, 0, 0, 0, false, false, false)",
                orders);
        db.batchUpdate(
                "insert into order_line (store, order_number, line_number, sku, quantity, paid, list_price, durable,"
                        + " made_to_order, perishable, hygiene, digital_goods, no_reason_promised, refunded, held,"
                        + " returned_quantity) values (?, ?, 1, 'CUR-28', 1, 100, 100, false, false, false, false, false,"
                        + " true, 0, 0, 0)",
                lines);
        db.batchUpdate(
                "insert into order_parcel (store, order_number, tracking_number, carrier, line_numbers, shipped_at, country,"
                        + " under_way, last_scan_at, last_scan_kind, silent_since)"
                        + " values (?, ?, ?, 'MANY', '1', ?, 'CN', true, ?, 'IN_TRANSIT', ?)",
                parcels);
    }

    @AfterEach
    void forget() {
        committed(() -> new JdbcTemplate(database)
                .update("update order_parcel set under_way = false where order_number like '" + batch + "%'"));
    }

    private void committed(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(t -> work.run());
    }
}
