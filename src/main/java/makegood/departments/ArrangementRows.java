package makegood.departments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import makegood.departments.Arrangement.Connection;
import makegood.platform.AppClock;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table department_setting: rows are only ever added. Inside the transaction of whoever asks. */
@Component
class ArrangementRows {
    private final JdbcClient sql;
    private final AppClock clock;

    ArrangementRows(JdbcClient sql, AppClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Arrangement of(String store, Department department) {
        return sql.sql("select * from department_setting where store = ? and department = ?"
                        + " order by revision desc limit 1")
                .params(store, department.name())
                .query(ArrangementRows::read)
                .optional()
                .orElseGet(() -> Arrangement.none(store, department));
    }

    /** What holds now, of every store and department. */
    List<Arrangement> all() {
        return sql.sql("select * from department_setting s where revision = (select max(revision)"
                        + " from department_setting m where m.store = s.store and m.department = s.department)")
                .query(ArrangementRows::read)
                .list();
    }

    /** Whether a connection names the key, or has ever named it. */
    boolean everNamed(String keyId) {
        return sql.sql("select count(*) from department_setting where key_id = ? or other_key_id = ?")
                        .params(keyId, keyId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(Arrangement a, int revision, String by) {
        var way = a.connection();
        sql.sql("insert into department_setting (store, department, revision, valid_from, set_by, base_url, key_id,"
                        + " other_key_id, active, taken_over) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(a.store())
                .param(a.department().name())
                .param(revision)
                .param(Utc.of(clock.instant()))
                .param(by)
                .param(way == null ? null : way.baseUrl())
                .param(way == null ? null : way.keyId())
                .param(way == null ? null : way.otherKeyId())
                .param(way != null && way.active())
                .param(String.join(" ", new TreeSet<>(a.takenOver())))
                .update();
    }

    private static Arrangement read(ResultSet row, int number) throws SQLException {
        var url = row.getString("base_url");
        var topics = row.getString("taken_over");
        return new Arrangement(
                row.getString("store"),
                Department.valueOf(row.getString("department")),
                row.getInt("revision"),
                Utc.instant(row, "valid_from"),
                row.getString("set_by"),
                url == null
                        ? null
                        : new Connection(
                                url, row.getString("key_id"), row.getString("other_key_id"), row.getBoolean("active")),
                topics.isEmpty() ? Set.of() : Set.of(topics.split(" ")));
    }
}
