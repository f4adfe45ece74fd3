package makegood.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, from the DDL in its jar. On MySQL that DDL asks for utf8mb3, in which an emoji or a rare
 * name loses the case; the same tables in utf8mb4 work.
 */
@Component
public class V1__engine extends BaseJavaMigration {
    private static final List<String> PARTS = List.of(
            "engine", "identity", "history", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        var database = "H2".equals(connection.getMetaData().getDatabaseProductName()) ? "h2" : "mysql";
        for (var part : PARTS) {
            var path = "org/camunda/bpm/engine/db/create/activiti." + database + ".create." + part + ".sql";
            var ddl = new ClassPathResource(path)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin");
            if (ddl.matches("(?is).*\\butf8(mb3)?(_\\w+)?\\b.*")) {
                throw new IllegalStateException("a character set is left in " + path + " that cannot hold every name");
            }
            ScriptUtils.executeSqlScript(connection, new ByteArrayResource(ddl.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
