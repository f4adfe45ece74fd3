package makegood.stores;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table store_settings: rows are only ever added. */
@Component
class SettingsRows {
    private final JdbcClient db;

    SettingsRows(JdbcClient db) {
        this.db = db;
    }

    record Row(String store, int revision, Instant validFrom, String content) {}

    Optional<Row> latest(String store) {
        return db.sql("select * from store_settings where store = :store order by revision desc limit 1")
                .param("store", store)
                .query(SettingsRows::read)
                .optional();
    }

    List<String> stores() {
        return db.sql("select distinct store from store_settings order by store")
                .query(String.class)
                .list();
    }

    Optional<Row> at(String store, Instant at) {
        return db.sql("""
                select * from store_settings where store = :store
                order by case when valid_from <= :at then 0 else 1 end,
                    case when valid_from <= :at then -revision else revision end limit 1""")
                .param("store", store)
                .param("at", Utc.of(at))
                .query(SettingsRows::read)
                .optional();
    }

    void insert(StoreSettings settings, String by, String content) {
        db.sql("""
                insert into store_settings (store, revision, valid_from, set_by, content)
                values (:store, :revision, :from, :by, :content)""")
                .param("store", settings.store())
                .param("revision", settings.revision())
                .param("from", Utc.of(settings.validFrom()))
                .param("by", by)
                .param("content", content)
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("store"),
                row.getInt("revision"),
                Utc.instant(row, "valid_from"),
                row.getString("content"));
    }
}
