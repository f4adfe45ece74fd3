package makegood.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import makegood.CountedStatements;
import makegood.Journey;
import makegood.ledger.Entry;
import makegood.ledger.Ledger;
import makegood.stores.Stores;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is booked, by however many at once, folded or not: reports say what the ledger says, to the fen. */
@Journey
class DaySumsTests {
    private static final Entry.Kind[] KINDS = Entry.Kind.values();
    private static final String[] CAUSES = {"QUALITY_DEFECT", "NO_REASON_7D", "LOST"};
    private static final String[] UNITS = {"PRODUCT", "CUSTOMER", "CARRIER"};
    private static final String[] SKUS = {"A-100", "B-200", null};

    @Autowired
    private Ledger ledger;

    @Autowired
    private DaySums sums;

    @Autowired
    private KeepSums keep;

    @Autowired
    private Stores stores;

    @Autowired
    private JdbcClient db;

    @Autowired
    private javax.sql.DataSource database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestRestTemplate http;

    /** One of its own for each test, in a zone where the day is not UTC's. */
    private final String store = "S" + UUID.randomUUID().toString().substring(0, 8);

    private TransactionTemplate inOne;

    @BeforeEach
    void open() {
        inOne = new TransactionTemplate(transactions);
        var settings =
                Map.of("platform", "OWN_SHOP", "zone", "Pacific/Kiritimati", "language", "en", "jurisdiction", "CN");
        http.withBasicAuth("manager", "manager").put("/api/v1/stores/" + store + "/settings", settings);
        assertThat(stores.exists(store)).isTrue();
    }

    private JsonNode asked(String path) {
        return http.withBasicAuth("manager", "manager").getForObject(path, JsonNode.class);
    }

    private JsonNode report(String name) {
        return asked("/api/v1/reports/" + name + "?size=100&store=" + store);
    }

    private Entry entry(Random chance, String caseNumber) {
        int which = chance.nextInt(CAUSES.length);
        var sku = SKUS[chance.nextInt(SKUS.length)];
        return new Entry(
                "sums:" + UUID.randomUUID(),
                caseNumber,
                store,
                "O-1",
                sku == null ? null : 1,
                sku,
                sku,
                KINDS[chance.nextInt(KINDS.length)],
                chance.nextInt(200_000) - 50_000L,
                "CNY",
                CAUSES[which],
                UNITS[which]);
    }

    /** Bookings, counter-entries of all and of a part, and faults that are found later; some of it rolled back. */
    private Callable<Void> bookings(long seed) {
        return () -> {
            var chance = new Random(seed);
            for (int i = 0; i < 80; i++) {
                var entry = entry(chance, store + "-" + chance.nextInt(9) + "-" + seed);
                inOne.executeWithoutResult(status -> {
                    ledger.book(entry);
                    ledger.book(entry);
                    switch (chance.nextInt(6)) {
                        case 0 -> ledger.counter(entry.bookingKey());
                        case 1 -> ledger.counter(entry.bookingKey(), entry.bookingKey() + "/part", 77);
                        case 2 -> ledger.reattribute(entry.caseNumber(), "DAMAGED", "PACKAGING");
                        case 3 -> status.setRollbackOnly();
                        default -> {
                            // stands as it is
                        }
                    }
                });
                if (i % 20 == 0) {
                    sums.fold();
                }
            }
            return null;
        };
    }

    private Map<String, Long> booked(String key, String kinds) {
        var found = new TreeMap<String, Long>();
        db.sql("select " + key + " as its_key, sum(amount) as amount from ledger_entry where store = ? " + kinds
                        + " group by " + key)
                .param(store)
                .query(row -> {
                    found.put(row.getString("its_key"), row.getLong("amount"));
                });
        return found;
    }

    private static Map<String, Long> told(JsonNode report, String figure, String... keys) {
        var found = new TreeMap<String, Long>();
        report.at("/items")
                .forEach(line -> found.merge(
                        String.join(
                                "|",
                                List.of(keys).stream()
                                        .map(k -> line.at("/" + k).asText())
                                        .toList()),
                        line.at("/" + figure + "/amount").asLong(),
                        Long::sum));
        return found;
    }

    private void agrees() {
        var apart = "and kind not in ('PLATFORM_PAID', 'PAYMENT_RETURNED')";
        assertThat(told(report("reasons"), "cost", "reason", "sku", "unitAtFault"))
                .isEqualTo(booked("concat(cause, '|', coalesce(sku, ''), '|', unit_at_fault)", apart));
        var months = report("monthly-money");
        assertThat(told(months, "cost", "sku")).isEqualTo(booked("coalesce(sku, '')", apart));
        booked("kind", "")
                .forEach((kind, amount) -> assertThat(
                                told(months, "byKind/" + kind).get(""))
                        .as(kind)
                        .isEqualTo(amount)
                        .isEqualTo(
                                months.at("/sums/0/byKind/" + kind + "/amount").asLong()));
        var refunds = "and kind in ('REFUND', 'OUTBOUND_FREIGHT')";
        assertThat(told(report("daily-returns"), "refunded", "reason", "sku"))
                .isEqualTo(booked("concat(cause, '|', coalesce(sku, ''))", refunds));
    }

    @Test
    void reportsSayWhatTheLedgerSays() throws Exception {
        var hands = Executors.newFixedThreadPool(4);
        try {
            for (var done : hands.invokeAll(
                    IntStream.range(0, 4).mapToObj(this::bookings).toList())) {
                done.get();
            }
        } finally {
            hands.shutdown();
        }
        agrees();
        while (sums.fold() > 0) {
            // until nothing is left to fold
        }
        var rows = db.sql("select count(*) from day_sum where store = ?")
                .param(store)
                .query(Long.class)
                .single();
        var keys = db.sql("select count(*) from (select kind from day_sum where store = ?"
                        + " group by on_day, kind, cause, unit_at_fault, sku, model) keys_of")
                .param(store)
                .query(Long.class)
                .single();
        assertThat(rows).as("one row per key").isEqualTo(keys);
        agrees();
        theMigrationWouldHaveMadeTheSame();
    }

    /** On a connection that gives back what it took. */
    private void theMigrationWouldHaveMadeTheSame() {
        var before = stored();
        inOne.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("delete from day_sum").update();
            var connection = DataSourceUtils.getConnection(database);
            new V101_1__sums_of_what_was_booked().migrate(new Context() {
                @Override
                public Configuration getConfiguration() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
            assertThat(stored()).isEqualTo(before);
        });
        assertThat(stored()).isEqualTo(before);
    }

    private List<DaySum> stored() {
        return db.sql("select * from day_sum where store = ? order by id")
                .param(store)
                .query((row, n) -> DaySum.read(row))
                .list();
    }

    /** What was told without a booking would be missed in the ledger. */
    private void forget() {
        inOne.executeWithoutResult(status ->
                db.sql("delete from day_sum where store = ?").param(store).update());
    }

    @Test
    void aDayIsTheStores() {
        var entry = new Entry(
                "k", "C-1", store, null, null, "A-100", "A", Entry.Kind.REFUND, 5, "CNY", "OTHER", "UNDETERMINED");
        keep.on(new Ledger.Booked(Instant.parse("2026-11-20T09:59:59.999Z"), entry, null));
        keep.on(new Ledger.Booked(Instant.parse("2026-11-20T10:00:00Z"), entry, null));
        assertThat(stored().stream().map(s -> s.key().day()))
                .containsExactlyInAnyOrder(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-21"));
        var lines = asked("/api/v1/reports/daily-returns?from=2026-11-20&to=2026-11-21&store=" + store);
        assertThat(lines.at("/items").findValuesAsText("day")).containsExactly("2026-11-20", "2026-11-21");
        assertThat(lines.at("/sums/0/refunded/amount").asLong()).isEqualTo(10);
        assertThat(asked("/api/v1/reports/monthly-money?from=2026-11&to=2026-11&store=" + store)
                        .at("/items/0/month")
                        .asText())
                .isEqualTo("2026-11");
        forget();
    }

    @Test
    void moreLinesTakeNoMoreStatements() {
        keep.on(new Ledger.Booked(Instant.parse("2026-11-20T12:00:00Z"), of("SKU-0"), null));
        var few = statements();
        for (int i = 1; i < 90; i++) {
            keep.on(new Ledger.Booked(Instant.parse("2026-11-20T12:00:00Z"), of("SKU-" + i), null));
        }
        assertThat(statements()).isEqualTo(few);
        assertThat(few).containsOnly(3);
        assertThat(asked("/api/v1/reports/reasons?size=10&page=8&from=2026-11&to=2026-11&store=" + store)
                        .at("/items"))
                .hasSize(10);
        forget();
    }

    @Test
    void aBookingCostsOneStatementMoreAndForAWholeOrderTwo() {
        var first = entry(new Random(1), store + "-w");
        inOne.executeWithoutResult(status -> ledger.book(first)); // the store's zone is known from now on
        assertThat(statementsOf("A-100")).isEqualTo(2 + 1);
        assertThat(statementsOf(null)).isEqualTo(2 + 2);
    }

    /** The ledger's own are two: whether the fact is booked, and the booking. */
    private int statementsOf(String sku) {
        var entry = new Entry(
                "sums:" + UUID.randomUUID(),
                store + "-s",
                store,
                "O-1",
                null,
                sku,
                null,
                Entry.Kind.COMPENSATION,
                100,
                "CNY",
                "OTHER",
                "CUSTOMER");
        CountedStatements.begin();
        inOne.executeWithoutResult(status -> ledger.book(entry));
        return CountedStatements.committed().stream()
                .filter(t -> t.first.startsWith("insert into ledger_entry"))
                .findFirst()
                .orElseThrow()
                .ours;
    }

    private Entry of(String sku) {
        return new Entry("k", "C-1", store, null, 1, sku, "", Entry.Kind.REFUND, 5, "CNY", "OTHER", "CUSTOMER");
    }

    private List<Integer> statements() {
        return List.of("daily-returns", "monthly-money", "reasons").stream()
                .map(name -> CountedStatements.to(
                                "day_sum",
                                () -> asked(
                                        "/api/v1/reports/" + name + "?size=100&from=2026-11&to=2026-11&store=" + store))
                        .size())
                .toList();
    }
}
