package makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import makegood.MovableClock;
import makegood.Tables;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book is only ever added to: what was wrong is taken back, and stays to be seen. */
class LedgerTests {
    private static final String CASE = "AS-20261121-000001";

    private final JdbcClient db = JdbcClient.create(Tables.of("V75__ledger"));
    private final Ledger ledger = new Ledger(db, new MovableClock(Instant.parse("2026-11-21T02:00:00Z")), event -> {});

    LedgerTests() {
        db.sql("alter table ledger_entry add column model varchar(400)").update();
        db.sql("alter table ledger_entry add column counters_key varchar(128)").update();
    }

    private static Entry refund(String key, long amount) {
        return new Entry(
                key,
                CASE,
                "north",
                "O-1",
                1,
                "A-100",
                "A",
                Entry.Kind.REFUND,
                amount,
                "CNY",
                "QUALITY_DEFECT",
                "PRODUCT");
    }

    private List<String> booked() {
        return ledger.of(CASE).stream()
                .map(b -> b.entry().bookingKey() + " " + b.entry().amount() + " "
                        + b.entry().unitAtFault())
                .sorted()
                .toList();
    }

    private long sum() {
        return ledger.of(CASE).stream().mapToLong(b -> b.entry().amount()).sum();
    }

    @Test
    void aFactIsBookedOnce() {
        assertThat(ledger.book(refund("r", 10000))).isTrue();
        assertThat(ledger.book(refund("r", 20000))).isFalse();
        assertThat(booked()).containsExactly("r 10000 PRODUCT");
    }

    @Test
    void aCounterEntryIsTheExactOppositeAndComesOnce() {
        ledger.book(refund("r", 10000));
        assertThat(ledger.counter("unknown")).isFalse();
        assertThat(ledger.counter("r")).isTrue();
        assertThat(ledger.counter("r")).isFalse();
        assertThat(booked()).containsExactly("counter:r -10000 PRODUCT", "r 10000 PRODUCT");
        var counter = ledger.of(CASE).stream()
                .filter(b -> b.corrects() != null)
                .findFirst()
                .orElseThrow();
        assertThat(counter.corrects()).isEqualTo("r");
        assertThat(counter.entry()).isEqualTo(refund("counter:r", -10000));
    }

    @Test
    void aPartIsTakenBackUnderItsOwnName() {
        ledger.book(refund("r", 10000));
        assertThat(ledger.counter("r", "reversed:1", 3000)).isTrue();
        assertThat(ledger.counter("r", "reversed:1", 3000)).isFalse();
        assertThat(sum()).isEqualTo(7000);
        assertThat(ledger.counter("r")).isTrue();
        assertThat(sum()).isZero();
    }

    @Test
    void aFaultFoundLaterMovesWhatStands() {
        ledger.book(refund("r", 10000));
        ledger.book(refund("gone", 500));
        ledger.counter("gone");
        ledger.reattribute(CASE, "DAMAGED", "PACKAGING");
        ledger.reattribute(CASE, "DAMAGED", "PACKAGING");
        assertThat(booked())
                .containsExactly(
                        "counter:gone -500 PRODUCT",
                        "gone 500 PRODUCT",
                        "moved:r -10000 PRODUCT",
                        "r 10000 PRODUCT",
                        "r~1 10000 PACKAGING");
        ledger.counter("r", "reversed:1", 4000);
        ledger.reattribute(CASE, "DAMAGED", "CARRIER");
        assertThat(booked()).contains("reversed:1 -4000 PACKAGING", "moved:r~1 -6000 PACKAGING", "r~2 6000 CARRIER");
        assertThat(sum()).isEqualTo(6000);
    }

    @Test
    void nobodyChangesOrRemovesAnEntry() throws IOException {
        try (var sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(f -> f.toString().matches(".*\\.(java|sql|xml)"))
                            .filter(LedgerTests::touchesEntries))
                    .isEmpty();
        }
    }

    private static boolean touchesEntries(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("\"\\s*\\+\\s*\"|\\s+", " ")
                    .matches("(?is).*(update|delete from|merge into|truncate table|replace into) ledger_entry.*");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
