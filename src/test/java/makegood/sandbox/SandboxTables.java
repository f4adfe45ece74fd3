package makegood.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import makegood.platform.AppClock;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The sandbox's tables in a database of their own, from the same migration as everywhere. */
class SandboxTables {
    final JdbcClient sql;
    final AppClock clock = new AppClock();

    SandboxTables() {
        var h2 = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        try {
            for (var migration : List.of("V46__sandbox.sql", "V77__sandbox_reservations.sql")) {
                var tables = new ClassPathResource("db/migration/" + migration)
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace("${table}", "");
                new ResourceDatabasePopulator(new ByteArrayResource(tables.getBytes(StandardCharsets.UTF_8)))
                        .execute(h2);
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        sql = JdbcClient.create(h2);
        sql.sql("alter table sandbox_refund add column changed_at datetime(6)")
                .update(); // V97.2, which needs more tables
    }

    void payment(String number, String method, long paid) {
        sql.sql("insert into sandbox_payment (store, payment_number, method, paid, currency) values (?, ?, ?, ?, ?)")
                .params("north", number, method, paid, "CNY")
                .update();
    }
}
