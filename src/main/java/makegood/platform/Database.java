package makegood.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One data source for the engine and for us; on H2 the file is compacted before it is opened, because delay 0 lets it grow. */
@Configuration
class Database {
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties properties) throws SQLException {
        var url = properties.determineUrl();
        if (url.startsWith("jdbc:h2:file:")) {
            try (var connection = DriverManager.getConnection(
                            url, properties.determineUsername(), properties.determinePassword());
                    var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            }
        }
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    /** {@code ${table}} ends every table of ours: MySQL needs the character set named, H2 does not know the words. */
    @Bean
    FlywayConfigurationCustomizer tableCharset(DataSourceProperties properties) {
        var mysql = properties.determineUrl().startsWith("jdbc:mysql:");
        return (FluentConfiguration flyway) ->
                flyway.placeholders(Map.of("table", mysql ? "character set utf8mb4 collate utf8mb4_bin" : ""));
    }
}
