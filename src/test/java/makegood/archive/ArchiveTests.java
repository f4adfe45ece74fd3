package makegood.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import makegood.MovableClock;
import makegood.NeedsMySql;
import makegood.Tables;
import makegood.platform.Utc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written stays as it was, and who changes it behind the application's back is found. */
class ArchiveTests {
    private static final String[] TABLES = {
        "V50__cases",
        "V60__returns",
        "V70__refunds",
        "V75__ledger",
        "V76__cases_grow",
        "V84__compensations",
        "V97__archive",
        "V99__refund_steps"
    };
    private static final Instant DAY = Instant.parse("2026-11-21T00:00:00Z");

    @Nested
    class OnH2 extends Archived {
        OnH2() {
            super(Tables.of(TABLES), List.of("kept"));
        }
    }

    @Nested
    @NeedsMySql
    class OnMySql extends Archived {
        OnMySql() {
            super(Tables.ofMySql(TABLES), List.of("kept", "unchanged"));
        }
    }

    abstract static class Archived {
        private final DataSource database;
        private final List<String> triggers;
        private final JdbcClient db;
        private final TransactionTemplate transaction;
        private final MovableClock clock = new MovableClock(DAY.plus(Duration.ofHours(2)));
        private final DailySeal seal;

        Archived(DataSource database, List<String> triggers) {
            this.database = database;
            this.triggers = triggers;
            db = JdbcClient.create(database);
            transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            seal = new DailySeal(db, clock, Duration.ofMinutes(10));
        }

        /** Three days: on each a booking, an entry of a case and a look at personal data; all three are closed. */
        @BeforeEach
        void threeDays() throws SQLException {
            try (var connection = database.getConnection()) {
                V97_1__append_only.install(connection);
                V97_1__append_only.keep(connection, Book.REFUND_STEP);
            }
            for (int day = 0; day < 3; day++) {
                booked("refund:" + day, 16800 + day, clock.instant());
                told("Refund settled 退款已到账 😀", clock.instant());
                stepped(day + 1, clock.instant());
                clock.advance(Duration.ofDays(1));
                close();
            }
            clock.set(DAY.plus(Duration.ofDays(3)).plus(Duration.ofHours(3)));
        }

        private boolean close() {
            return Boolean.TRUE.equals(transaction.execute(status -> seal.close()));
        }

        private String booked(String key, long amount, Instant at) {
            var id = UUID.randomUUID().toString();
            db.sql(
                            "insert into ledger_entry (id, booking_key, booked_at, case_number, store, order_number, line_number,"
                                    + " kind, amount, currency, cause, unit_at_fault) values (?, ?, ?, 'AS-1', 'north', 'O-1', 1,"
                                    + " 'REFUND', ?, 'CNY', 'QUALITY_DEFECT', 'PRODUCT')")
                    .params(id, key, Utc.of(at), amount)
                    .update();
            return id;
        }

        private String told(String words, Instant at) {
            var id = UUID.randomUUID().toString();
            db.sql("insert into case_timeline (id, case_number, seq, at, kind, actor, text_en, text_zh)"
                            + " values (?, 'AS-1', 1, ?, 'REFUND_SETTLED', 'clock', ?, ?)")
                    .params(id, Utc.of(at), words, words)
                    .update();
            return id;
        }

        private void stepped(int number, Instant at) {
            db.sql("insert into refund_step (id, refund_number, step_no, to_state, at, actor, cause)"
                            + " values (?, 'RF-1', ?, 'RESERVED', ?, 'agent', 'DUE')")
                    .params(UUID.randomUUID().toString(), number, Utc.of(at))
                    .update();
        }

        private String broken() {
            return new ArchiveCheck(db, clock).check(Map.of()).broken();
        }

        private void withoutTriggers(String table, Runnable act) {
            triggers.forEach(
                    name -> db.sql("drop trigger " + table + "_" + name).update());
            act.run();
        }

        @Test
        void whatIsUntouchedIsWhole() {
            var result = new ArchiveCheck(db, clock).check(Map.of());
            assertThat(result.broken()).isNull();
            assertThat(result.batches()).isEqualTo(3);
            assertThat(result.rows()).isEqualTo(9);
            assertThat(result.head()).matches("[0-9a-f]{64}");
            assertThat(ArchiveCommand.verify(db, clock, "3:" + result.head())).isZero();
            assertThat(ArchiveCommand.verify(db, clock, "3:" + "0".repeat(64))).isEqualTo(1);
            assertThat(ArchiveCommand.verify(db, clock, "4:" + result.head())).isEqualTo(1);
        }

        @Test
        void theDatabaseRefusesToChangeOrRemove() {
            for (var act : new String[] {
                "update ledger_entry set amount = 1",
                "delete from ledger_entry",
                "update case_timeline set actor = 'nobody'",
                "delete from case_timeline",
                "update refund_step set to_state = 'SETTLED'",
                "delete from refund_step",
                "update ledger_seal set seal_hash = previous_hash",
                "update ledger_seal set removed_at = sealed_at",
                "delete from ledger_seal",
                "update ledger_sealed set row_hash = row_id",
                "delete from ledger_sealed"
            }) {
                assertThatThrownBy(() -> db.sql(act).update()).as(act).hasStackTraceContaining("is only added to");
            }
            assertThat(broken()).isNull();
        }

        @Test
        void aChangedRowIsFound() {
            withoutTriggers(
                    "ledger_entry",
                    () -> db.sql("update ledger_entry set amount = 1 where booking_key = 'refund:1'")
                            .update());
            assertThat(broken())
                    .startsWith("batch 2 (until 2026-11-23T00:00:00Z): row ")
                    .endsWith(" of ledger_entry was changed");
            assertThat(ArchiveCommand.verify(db, clock, "")).isEqualTo(1);
        }

        @Test
        void aRemovedRowIsFound() {
            withoutTriggers(
                    "case_timeline",
                    () -> db.sql("delete from case_timeline where at < ?")
                            .param(Utc.of(DAY.plus(Duration.ofDays(1))))
                            .update());
            assertThat(broken()).startsWith("batch 1 ").endsWith(" of case_timeline was removed");
        }

        @Test
        void aRowAddedToAClosedDayIsFoundAndNeverSealed() {
            var id = booked("refund:late", 1, DAY.plus(Duration.ofHours(5)));
            assertThat(broken()).isEqualTo("row " + id + " of ledger_entry was added after its day had been closed");
            clock.set(DAY.plus(Duration.ofDays(9)));
            assertThat(close()).isTrue();
            assertThat(broken()).contains(id);
        }

        @Test
        void aRowRemovedWithItsTracesBreaksItsBatch() {
            withoutTriggers(
                    "ledger_entry",
                    () -> withoutTriggers("ledger_sealed", () -> {
                        db.sql("delete from ledger_sealed where batch_number = 2 and position_no = 3")
                                .update();
                        db.sql("delete from case_timeline where 1 = 0").update();
                    }));
            assertThat(broken()).startsWith("batch 2 ").endsWith("its seal does not fit its rows");
        }

        @Test
        void aForgedSealBreaksTheNext() {
            withoutTriggers(
                    "ledger_seal",
                    () -> db.sql("update ledger_seal set seal_hash = ? where batch_number = 3")
                            .param("a".repeat(64))
                            .update());
            assertThat(broken()).startsWith("batch 3 ");
        }

        @Test
        void aMissingBatchIsFound() {
            withoutTriggers(
                    "ledger_seal",
                    () -> db.sql("delete from ledger_seal where batch_number = 2")
                            .update());
            assertThat(broken()).startsWith("batch 3 ").endsWith("the batch before it is missing");
        }

        @Test
        void whatComesLateJoinsTheNextBatch() {
            var last = new Seals(db).last().orElseThrow();
            assertThat(last.until()).isEqualTo("2026-11-24T00:00:00Z");
            told("written before midnight, seen after it", last.until().minusSeconds(3));
            assertThat(new ArchiveCheck(db, clock).check(Map.of()).waiting()).isOne();
            assertThat(close()).as("its day is closed").isFalse();
            clock.set(last.until().plus(Duration.ofDays(4)).plus(Duration.ofMinutes(9)));
            assertThat(close()).isTrue();
            assertThat(close()).isFalse();
            var next = new Seals(db).last().orElseThrow();
            assertThat(next.number()).isEqualTo(4);
            assertThat(next.rows()).isOne();
            assertThat(next.from()).isEqualTo(last.until());
            assertThat(next.until())
                    .as("four days at once, but not the one that ended just now")
                    .isEqualTo("2026-11-27T00:00:00Z");
            assertThat(broken()).isNull();
        }

        @Test
        void twoNodesSealOnce() throws Exception {
            clock.set(DAY.plus(Duration.ofDays(6)));
            var together = new CyclicBarrier(2);
            var closed = new java.util.concurrent.atomic.AtomicInteger();
            Runnable node = () -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                if (close()) {
                    closed.incrementAndGet();
                }
            };
            var other = new Thread(node);
            other.start();
            node.run();
            other.join();
            assertThat(closed).hasValue(1);
            assertThat(new Seals(db).last().orElseThrow().number()).isEqualTo(4);
            assertThat(broken()).isNull();
        }

        @Test
        void aDayOfManyRowsIsSealedInOneBatch() {
            clock.set(DAY.plus(Duration.ofDays(4)).plus(Duration.ofHours(12)));
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < 1203; i++) {
                    told("entry " + i, clock.instant().plusSeconds(i / 100));
                }
            });
            clock.advance(Duration.ofDays(1));
            close();
            assertThat(new Seals(db).last().orElseThrow().rows()).isEqualTo(1203);
            assertThat(broken()).isNull();
        }

        @Test
        void onlyWholeBatchesOlderThanThreeYearsGo() {
            var old = new OldBatches(db, transaction, clock);
            clock.set(Instant.parse("2029-11-21T23:59:59Z"));
            assertThat(old.remove()).isZero();
            clock.set(Instant.parse("2029-11-22T00:00:00Z"));
            assertThat(old.remove()).isOne();
            assertThat(old.remove()).isZero();
            assertThat(db.sql("select booking_key from ledger_entry order by booking_key")
                            .query(String.class)
                            .list())
                    .containsExactly("refund:1", "refund:2");
            assertThat(broken()).isNull();
            assertThatThrownBy(() -> db.sql("delete from ledger_entry").update())
                    .hasStackTraceContaining("is only added to");
            assertThatThrownBy(() -> db.sql("update ledger_seal set removed_at = ? where batch_number = 2")
                            .param(LocalDateTime.parse("2029-11-22T23:00:00"))
                            .update())
                    .hasStackTraceContaining("is only added to");
        }

        @Test
        void aBatchThatClaimsToBeOldIsFound() {
            db.sql("update ledger_seal set removed_at = ? where batch_number = 1")
                    .param(LocalDateTime.parse("2030-01-01T00:00:00"))
                    .update();
            db.sql("delete from ledger_entry where booking_key = 'refund:0'").update();
            assertThat(broken()).startsWith("batch 1 ").endsWith("it was removed before its time");
        }
    }
}
