package makegood.departments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import makegood.platform.AppClock;
import makegood.platform.Page;
import makegood.platform.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table department_unmatched: an answer that fits nothing may be money that moved, so a manager looks into it. */
@Component
class Unmatched {
    private static final Logger LOG = LoggerFactory.getLogger(Unmatched.class);
    private final JdbcClient sql;
    private final AppClock clock;

    Unmatched(JdbcClient sql, AppClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code body} is the message as it came, null when only its table row is left. */
    record Entry(
            String entryId,
            String department,
            String messageId,
            String topic,
            String reference,
            Instant receivedAt,
            String body,
            Instant resolvedAt,
            String resolvedBy,
            String note) {}

    /** Joins the transaction that keeps the message. */
    void keep(Department department, DepartmentMessage message, Instant now) {
        LOG.warn("{} answers something that was not asked: {} {}", department, message.topic(), message.reference());
        sql.sql("insert into department_unmatched (entry_id, department, message_id, topic, reference, received_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        department.name(),
                        message.id(),
                        message.topic(),
                        message.reference(),
                        Utc.of(now))
                .update();
    }

    private static final String ENTRIES =
            "select u.*, m.body from department_unmatched u left join department_message m"
                    + " on m.department = u.department and m.message_id = u.message_id ";

    @Transactional(readOnly = true)
    public Page<Entry> page(boolean resolved, int page, int size) {
        var which = "resolved_at is " + (resolved ? "not null" : "null");
        long total = sql.sql("select count(*) from department_unmatched where " + which)
                .query(Long.class)
                .single();
        var entries = sql.sql(ENTRIES + "where u." + which + " order by u.received_at, u.entry_id limit ? offset ?")
                .params(size, (long) page * size)
                .query(Unmatched::read)
                .list();
        return new Page<>(entries, page, size, total);
    }

    /** Once; who resolves it again changes nothing. */
    @Transactional(rollbackFor = EntryUnknown.class)
    public Entry resolve(String entry, String note, String by) throws EntryUnknown {
        sql.sql("update department_unmatched set resolved_at = ?, resolved_by = ?, note = ?"
                        + " where entry_id = ? and resolved_at is null")
                .params(Utc.of(clock.instant()), by, note, entry)
                .update();
        return sql.sql(ENTRIES + "where u.entry_id = ?")
                .param(entry)
                .query(Unmatched::read)
                .optional()
                .orElseThrow(EntryUnknown::new);
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("entry_id"),
                row.getString("department"),
                row.getString("message_id"),
                row.getString("topic"),
                row.getString("reference"),
                Utc.instant(row, "received_at"),
                row.getString("body"),
                Utc.instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getString("note"));
    }
}
