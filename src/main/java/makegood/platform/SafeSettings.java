package makegood.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The start is refused where a setting would let nodes lose or double work, or let people see what is not theirs. */
@Component
class SafeSettings implements SmartInitializingSingleton {
    private final DataSource database;
    private final ProcessEngine engine;

    SafeSettings(DataSource database, ProcessEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var faults = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            isolation(connection.getTransactionIsolation(), faults);
            if (connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
                charset(charsetOfSchema(), faults);
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database cannot be asked for its settings", unreachable);
        }
        flags((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Makegood does not start: " + String.join("; ", faults));
        }
    }

    private String charsetOfSchema() {
        return JdbcClient.create(database)
                .sql(
                        "select default_character_set_name from information_schema.schemata where schema_name = database()")
                .query(String.class)
                .single();
    }

    /** The engine's optimistic locks need what others have committed meanwhile; MySQL's own default hides it. */
    static void isolation(int isolation, List<String> faults) {
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            faults.add("the database's transactions must be READ COMMITTED"
                    + " (spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED)");
        }
    }

    static void charset(String charset, List<String> faults) {
        if (!"utf8mb4".equals(charset)) {
            faults.add("the schema must be in utf8mb4, it is in " + charset
                    + " (alter database … character set utf8mb4 collate utf8mb4_bin)");
        }
    }

    static void flags(ProcessEngineConfigurationImpl engine, List<String> faults) {
        require(engine.isAuthorizationEnabled(), "the engine's authorization must be on", faults);
        require(engine.isTenantCheckEnabled(), "the engine must check tenants", faults);
        require(
                engine.isEnableExceptionsAfterUnhandledBpmnError(),
                "a BPMN error that nobody catches must be an incident (enableExceptionsAfterUnhandledBpmnError)",
                faults);
        require(
                HistoryLevel.HISTORY_LEVEL_FULL.equals(engine.getHistoryLevel()),
                "the engine's history must be full",
                faults);
    }

    private static void require(boolean safe, String otherwise, List<String> faults) {
        if (!safe) {
            faults.add(otherwise);
        }
    }
}
