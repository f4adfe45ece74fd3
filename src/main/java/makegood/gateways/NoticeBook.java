package makegood.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import makegood.platform.Page;
import makegood.platform.Sha256;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notifications that came in. Of their bodies only what is needed is kept, and a hash: they hold personal data. */
@Component
@Transactional
class NoticeBook {
    private final JdbcClient sql;

    NoticeBook(JdbcClient sql) {
        this.sql = sql;
    }

    /** One notification as it is kept. */
    record Kept(
            String account, String id, String refundNumber, Told told, String kind, Instant receivedAt, int tries) {}

    boolean known(String account, String id) {
        return sql.sql("select count(*) from gateway_notice where account = ? and notice_id = ?")
                        .params(account, id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(String account, Notice notice, NoticeState state, byte[] body, Instant now, Instant lookAt) {
        sql.sql("insert into gateway_notice (account, notice_id, refund_number, told, kind, body_hash, received_at,"
                        + " notice_state, tries, look_at) values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")
                .param(account)
                .param(notice.id())
                .param(notice.refundNumber())
                .param(notice.told().name())
                .param(notice.kind())
                .param(Sha256.hex(body))
                .param(Utc.of(now))
                .param(state.name())
                .param(Utc.of(lookAt))
                .update();
    }

    /** What is to be looked at again. */
    List<Kept> due(Instant now, int most) {
        return sql.sql("select * from gateway_notice where notice_state = 'OPEN' and look_at <= ?"
                        + " order by look_at, notice_id limit ?")
                .params(Utc.of(now), most)
                .query(NoticeBook::kept)
                .list();
    }

    /** False when another node was faster. */
    boolean end(Kept notice, NoticeState state) {
        return sql.sql("update gateway_notice set notice_state = ?, look_at = null"
                                + " where account = ? and notice_id = ? and notice_state = 'OPEN'")
                        .params(state.name(), notice.account(), notice.id())
                        .update()
                == 1;
    }

    void lookLater(Kept notice, Instant at) {
        sql.sql("update gateway_notice set tries = tries + 1, look_at = ? where account = ? and notice_id = ?")
                .params(Utc.of(at), notice.account(), notice.id())
                .update();
    }

    /** What waits for a person, oldest first. */
    Page<Kept> forAPerson(List<String> accounts, int page, int size) {
        if (accounts.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        var where = " from gateway_notice where notice_state = 'KEPT' and account in (:accounts)";
        long total = sql.sql("select count(*)" + where)
                .param("accounts", accounts)
                .query(Long.class)
                .single();
        var items = sql.sql("select *" + where + " order by received_at, notice_id limit :size offset :from")
                .param("accounts", accounts)
                .param("size", size)
                .param("from", (long) page * size)
                .query(NoticeBook::kept)
                .list();
        return new Page<>(items, page, size, total);
    }

    /** Somebody has looked at it; false when it is not there to be looked at. */
    boolean seen(String account, String id) {
        return sql.sql("update gateway_notice set notice_state = 'DONE'"
                                + " where account = ? and notice_id = ? and notice_state = 'KEPT'")
                        .params(account, id)
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getString("account"),
                row.getString("notice_id"),
                row.getString("refund_number"),
                Told.valueOf(row.getString("told")),
                row.getString("kind"),
                Utc.instant(row, "received_at"),
                row.getInt("tries"));
    }
}
