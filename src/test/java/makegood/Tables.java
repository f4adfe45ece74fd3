package makegood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database of its own in memory with the tables of some migrations: for tests of SQL that need no application. */
public final class Tables {
    private Tables() {}

    public static DataSource of(String... migrations) {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(20);
        run(pool, "", migrations);
        return pool;
    }

    /** The same in an empty database of MySQL. */
    public static DataSource ofMySql(String... migrations) {
        var database = new DriverManagerDataSource(MySql.freshDatabase(), MySql.user(), MySql.password());
        run(database, "character set utf8mb4 collate utf8mb4_bin", migrations);
        return database;
    }

    private static void run(DataSource database, String words, String... migrations) {
        for (var migration : migrations) {
            var script = read("db/migration/" + migration + ".sql").replace("${table}", words);
            new ResourceDatabasePopulator(new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)))
                    .execute(database);
        }
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
