package makegood.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import makegood.NeedsMySql;
import makegood.Tables;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stood in the tables before changes were written down gets one step, to where it is. */
class StepsOfOldRefundsTests {
    private static final String[] TABLES = {
        "V70__refunds", "V50__cases", "V75__ledger", "V97__archive", "V97_5__refund_closed", "V99__refund_steps"
    };

    @Nested
    class OnH2 extends Old {
        OnH2() {
            super(Tables.of(TABLES));
        }
    }

    @Nested
    @NeedsMySql
    class OnMySql extends Old {
        OnMySql() {
            super(Tables.ofMySql(TABLES));
        }
    }

    abstract static class Old {
        private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
        private final DataSource database;
        private final JdbcClient db;

        Old(DataSource database) {
            this.database = database;
            db = JdbcClient.create(database);
        }

        @Test
        void eachGetsOneStepAfterTheLastClosedDay() throws Exception {
            refund("RF-1", "SETTLED", "null");
            refund("RF-2", "REVERSED", "timestamp '2026-11-20 10:00:00'");
            refund("RF-3", "PAID_OUT", "null");
            payOut("RF-3-P1", "RETURNED");
            payOut("RF-3-P2", "PAID");
            db.sql("insert into ledger_seal (batch_number, from_at, until_at, row_count, previous_hash, seal_hash,"
                            + " form_no, sealed_at) values (1, timestamp '2026-11-20 00:00:00',"
                            + " timestamp '2026-11-23 00:00:00', 0, 'p', 's', 1, timestamp '2026-11-23 00:10:00')")
                    .update();
            try (var connection = database.getConnection()) {
                new V99_1__refund_steps(Clock.fixed(NOW, ZoneOffset.UTC)).migrate(at(connection));
            }
            assertThat(db.sql("select concat(refund_number, ' ', step_no, ' ', coalesce(pay_out_number, '-'), ' ',"
                                    + " to_state, ' ', actor, ' ', cause) from refund_step where from_state is null"
                                    + " and at = timestamp '2026-11-23 00:00:00' order by refund_number, step_no")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "RF-1 1 - SETTLED system MIGRATED",
                            "RF-2 1 - CLOSED system MIGRATED",
                            "RF-3 1 - PAID_OUT system MIGRATED",
                            "RF-3 2 RF-3-P1 RETURNED system MIGRATED",
                            "RF-3 3 RF-3-P2 PAID system MIGRATED");
            assertThat(db.sql("select steps from refund order by refund_number")
                            .query(Integer.class)
                            .list())
                    .containsExactly(1, 1, 3);
        }

        private void refund(String number, String state, String closed) {
            db.sql("insert into refund (refund_number, request_id, position_no, case_number, store, order_number,"
                            + " payment_number, amount, currency, state, asked, closed_at) values ('" + number
                            + "', 'q', 0, 'AS-1', 's', 'O', 'P', 40, 'CNY', '" + state + "', 0, " + closed + ")")
                    .update();
        }

        private void payOut(String number, String state) {
            db.sql("insert into pay_out (pay_out_number, refund_number, method, account_name, account_number,"
                            + " prepared_by, state) values ('" + number + "', 'RF-3', 'CASH', 'x', 'y', 'finance', '"
                            + state + "')")
                    .update();
        }

        private static Context at(Connection connection) {
            return new Context() {
                @Override
                public Configuration getConfiguration() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            };
        }
    }
}
