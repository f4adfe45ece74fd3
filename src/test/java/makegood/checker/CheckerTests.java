package makegood.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makegood.platform.V1__engine;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One planted violation per invariant, in tables whose own checks are taken away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckerTests {
    private static final String PAYMENT =
            "insert into order_payment (store, payment_number, order_number, amount, refunded, held) values ('s', 'P', 'O', 100, %d, %d)";
    private static final String LINE =
            "insert into order_line (store, order_number, line_number, quantity, paid, refunded,"
                    + " held, collected, returned_quantity, collected_pieces, resent_quantity) values ('s', 'O', 1, 2, 100, %d, 0, 0, %d, 0, %d)";
    private static final String REFUND =
            "insert into refund (refund_number, request_id, position_no, case_number, store, order_number, payment_number,"
                    + " amount, state, sent_at, steps) values ('%s', 'q', %d, 'AS-1', 's', 'O', 'P', %d, '%s', timestamp '2026-01-01 00:00:00', 4)";
    private static final String AT_GATEWAY =
            "insert into sandbox_refund (refund_number, payment_number, amount, refund_state) values ('R1', '%s', %d, '%s')";
    private static final String REQUEST =
            "insert into refund_request (id, case_number, store, order_number, state, approval, requested_by, approved_by, second_by)"
                    + " values ('q', 'AS-1', 's', 'O', '%s', '%s', 'a', %s, %s)";
    private static final String CASE =
            "insert into after_sales_case (case_number, store, order_number, kind) values ('%s', 's', 'O', 'EXCHANGE')";

    private static final String ONE_ENTRY = "one audit entry per state change and money step";
    private static final List<String> STEPS = List.of(
            step(1, null, "null", "RESERVED"),
            step(2, null, "'RESERVED'", "APPROVED"),
            step(3, null, "'APPROVED'", "SENT"),
            step(4, null, "'SENT'", "SETTLED"));

    private final JdbcConnectionPool pool = tables();

    private static JdbcConnectionPool tables() {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:checker;DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .placeholders(Map.of("table", ""))
                .javaMigrations(new V1__engine())
                .load()
                .migrate();
        try (var database = pool.getConnection()) {
            for (var loosen : list(database, """
                    select concat('alter table "', table_name, '" drop constraint if exists "', constraint_name, '" cascade')
                    from information_schema.table_constraints where table_schema = 'PUBLIC'""")) {
                run(database, loosen);
            }
            for (var loosen : list(database, """
                    select concat('alter table "', table_name, '" alter column "', column_name, '" set null')
                    from information_schema.columns where table_schema = 'PUBLIC' and is_nullable = 'NO'""")) {
                run(database, loosen);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return pool;
    }

    @BeforeEach
    void empty() throws SQLException {
        try (var database = pool.getConnection()) {
            for (var table : list(
                    database,
                    "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")) {
                run(database, "truncate table \"" + table + "\"");
            }
        }
    }

    record Planted(String invariant, List<String> rows) {}

    static Stream<Planted> planted() {
        var settled = List.of(PAYMENT.formatted(40, 0), REQUEST.formatted("PAID", "NONE", "null", "null"));
        return Stream.of(
                planted("a payment never gives back more", PAYMENT.formatted(80, 30)),
                planted(
                        "a payment never gives back more",
                        PAYMENT.formatted(0, 0),
                        REFUND.formatted("R1", 0, 60, "SENT"),
                        REFUND.formatted("R2", 1, 60, "RESERVED"),
                        "insert into order_payment (store, payment_number, order_number, amount) values ('s', 'P2', 'O', 900)"),
                planted("a line never gives back more", LINE.formatted(101, 0, 0)),
                planted(
                        "a line never gives back more",
                        LINE.formatted(0, 0, 0),
                        REQUEST.formatted("OPEN", "NONE", "null", "null"),
                        "insert into refund_share (request_id, line_number, amount) values ('q', 1, 101)"),
                planted(
                        "an order never gives back more",
                        "insert into order_payment (store, payment_number, order_number, amount, refunded, held) values ('s', 'P2', 'O', 100, 0, 0)",
                        REFUND.formatted("R1", 0, 101, "SENT")),
                planted(
                        "a settled refund has one effect",
                        settled,
                        booked(40),
                        REFUND.formatted("R1", 0, 40, "SETTLED")),
                planted(
                        "a settled refund has one effect",
                        settled,
                        booked(40),
                        REFUND.formatted("R1", 0, 40, "SETTLED"),
                        AT_GATEWAY.formatted("P", 41, "SETTLED")),
                planted("the gateway pays nothing", AT_GATEWAY.formatted("P", 40, "SETTLED")),
                planted(
                        "the gateway pays nothing",
                        PAYMENT.formatted(0, 40),
                        REFUND.formatted("R1", 0, 40, "CANCELLED"),
                        AT_GATEWAY.formatted("P", 40, "SETTLED")),
                planted(
                        "a refund has one number",
                        PAYMENT.formatted(0, 80),
                        REFUND.formatted("R1", 0, 40, "CANCELLED"),
                        REFUND.formatted("R2", 0, 40, "SENT")),
                planted(
                        "all calls of a refund",
                        call("finance.refund", "{1}", false),
                        call("finance.refund", "{2}", false)),
                planted(
                        "the ledger books",
                        settled,
                        booked(39),
                        REFUND.formatted("R1", 0, 40, "SETTLED"),
                        AT_GATEWAY.formatted("P", 40, "SETTLED")),
                planted("an unknown refund", PAYMENT.formatted(0, 40), REFUND.formatted("R1", 0, 40, "UNKNOWN")),
                planted("legal state paths only", step(1, null, "null", "APPROVED")),
                planted(
                        "legal state paths only",
                        step(1, null, "null", "RESERVED"),
                        step(2, null, "'RESERVED'", "SENT")),
                planted(
                        "legal state paths only",
                        step(1, null, "null", "RESERVED"),
                        step(2, null, "'RESERVED'", "APPROVED"),
                        step(3, null, "'APPROVED'", "SENT"),
                        step(4, null, "'UNKNOWN'", "SETTLED")),
                planted(
                        "legal state paths only",
                        step(1, "R1-P1", "null", "PREPARED"),
                        step(2, "R1-P1", "'PREPARED'", "PAID")),
                planted(ONE_ENTRY, STEPS.subList(0, 3), REFUND.formatted("R1", 0, 40, "SENT")),
                planted(ONE_ENTRY, STEPS, REFUND.formatted("R1", 0, 40, "UNKNOWN")),
                planted(ONE_ENTRY, STEPS, REFUND.formatted("R1", 0, 40, "SETTLED"), PAYMENT.formatted(0, 40)),
                planted(ONE_ENTRY, PAYMENT.formatted(40, 0)),
                planted(
                        ONE_ENTRY,
                        "insert into pay_out (pay_out_number, refund_number, state) values ('R1-P1', 'R1', 'PAID')"),
                planted(
                        ONE_ENTRY,
                        STEPS,
                        REFUND.formatted("R1", 0, 40, "SETTLED"),
                        PAYMENT.formatted(40, 0),
                        "insert into ledger_entry (booking_key, case_number, amount) values ('reversed:R1:1', 'AS-1', -40)"),
                planted("who approves is not who asked", REQUEST.formatted("APPROVED", "LEAD", "'a'", "null")),
                planted("who approves is not who asked", REQUEST.formatted("APPROVED", "TWO_PEOPLE", "'b'", "'b'")),
                planted("what needs two people", REQUEST.formatted("PAID", "TWO_PEOPLE", "'b'", "null")),
                planted("no more pieces come back", LINE.formatted(0, 3, 0)),
                planted("no more pieces come back", LINE.formatted(0, 0, 3)),
                planted(
                        "no more pieces come back",
                        LINE.formatted(0, 0, 0),
                        CASE.formatted("AS-1"),
                        waits("AS-1"),
                        "insert into goods_exchange (case_number, store, order_number) values ('AS-1', 's', 'O')",
                        "insert into exchange_line (case_number, line_number, quantity, refund_quantity) values ('AS-1', 1, 2, 1)",
                        "insert into ACT_RU_TASK (ID_, PROC_INST_ID_) values ('t', 'AS-1')"),
                planted(
                        "an order's line is in one open case",
                        List.of(LINE.formatted(0, 0, 0), CASE.formatted("AS-1"), CASE.formatted("AS-2")),
                        waits("AS-1"),
                        waits("AS-2"),
                        "insert into ACT_RU_TASK (ID_, PROC_INST_ID_) values ('t', 'AS-1'), ('u', 'AS-2')",
                        "insert into case_line (case_number, line_number, quantity) values ('AS-1', 1, 2), ('AS-2', 1, 1)"),
                planted(
                        "an open case waits",
                        CASE.formatted("AS-1"),
                        waits("AS-1"),
                        "insert into ACT_RU_EVENT_SUBSCR (ID_, PROC_INST_ID_, ACTIVITY_ID_) values ('e', 'AS-1', 'StartEvent_Escalated')"),
                planted(
                        "an open case has one process",
                        CASE.formatted("AS-1"),
                        "insert into ACT_RU_TASK (ID_) values ('t')"),
                planted(
                        "a department's work without tries",
                        "insert into ACT_RU_EXT_TASK (ID_, RETRIES_) values ('x', 0)"),
                planted(
                        "a webhook is applied once",
                        "insert into department_message (department, message_id) values ('CARRIER', 'm'), ('CARRIER', 'm')"),
                planted(
                        "a department does a thing once",
                        call("warehouse.ship", "{}", true),
                        call("warehouse.ship", "{}", true)),
                planted(
                        "reports add up to the ledger",
                        "insert into ledger_entry (booking_key, store, kind, currency, amount) values ('b', 's', 'REFUND', 'CNY', 5)",
                        "insert into day_sum (id, store, kind, currency, amount) values ('d', 's', 'REFUND', 'CNY', 4)"),
                planted(
                        "one fact is booked once",
                        "insert into ledger_entry (booking_key) values ('return-freight:1'), ('return-freight:1')"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedViolationIsFound(Planted planted) throws SQLException {
        try (var database = pool.getConnection()) {
            for (var row : planted.rows()) {
                run(database, row);
            }
            database.commit();
            assertThat(new Checker(database).violations(List.of()))
                    .as("%s", planted)
                    .isNotEmpty()
                    .anyMatch(found -> found.startsWith(planted.invariant()));
        }
    }

    @Test
    void everyInvariantIsPlantedOnce() {
        assertThat(Invariants.ALL)
                .allMatch(invariant -> planted().anyMatch(p -> invariant.name().startsWith(p.invariant())));
    }

    @Test
    void anAcceptedRequestWithoutItsCaseIsFound() throws SQLException {
        try (var database = pool.getConnection()) {
            assertThat(new Checker(database).violations(List.of("AS-9"))).hasSize(1);
        }
    }

    @Test
    void soundBooksHaveNoViolation() throws SQLException {
        try (var database = pool.getConnection()) {
            for (var step : STEPS) {
                run(database, step);
            }
            for (var row : List.of(
                    PAYMENT.formatted(40, 0),
                    LINE.formatted(40, 1, 0),
                    REQUEST.formatted("PAID", "TWO_PEOPLE", "'b'", "'c'"),
                    REFUND.formatted("R1", 0, 40, "SETTLED"),
                    booked(40),
                    AT_GATEWAY.formatted("P", 40, "SETTLED"))) {
                run(database, row);
            }
            database.commit();
            assertThat(new Checker(database).violations(List.of())).isEmpty();
        }
    }

    /** It must judge the application, so it shares nothing with it. */
    @Test
    void theCheckerUsesNoCodeOfTheApplication() throws IOException {
        for (var source : List.of("Checker", "Invariant", "Invariants")) {
            assertThat(Files.readString(Path.of("src/test/java/makegood/checker/" + source + ".java")))
                    .doesNotContain("import makegood");
        }
    }

    private static Planted planted(String invariant, String... rows) {
        return new Planted(invariant, List.of(rows));
    }

    private static Planted planted(String invariant, List<String> first, String... rows) {
        return new Planted(
                invariant, Stream.concat(first.stream(), Stream.of(rows)).toList());
    }

    private static String step(int number, String payOut, String from, String to) {
        return "insert into refund_step (id, refund_number, step_no, pay_out_number, from_state, to_state, cause)"
                + " values ('i', 'R1', " + number + ", " + (payOut == null ? "null" : "'" + payOut + "'") + ", " + from
                + ", '" + to + "', 'c')";
    }

    private static String booked(long amount) {
        return "insert into ledger_entry (booking_key, case_number, amount) values ('refund:q:1', 'AS-1', " + amount
                + ")";
    }

    private static String call(String topic, String payload, boolean effect) {
        return "insert into sandbox_call (topic, kind, idempotency_key, payload, effect) values ('" + topic
                + "', 'CALL', 'k', '" + payload + "', " + effect + ")";
    }

    private static String waits(String caseNumber) {
        return ("insert into ACT_RU_EXECUTION (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_) values ('%s', '%s', '%s', 'd')")
                .formatted(caseNumber, caseNumber, caseNumber);
    }

    private static List<String> list(Connection database, String sql) throws SQLException {
        try (var question = database.createStatement();
                var rows = question.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
