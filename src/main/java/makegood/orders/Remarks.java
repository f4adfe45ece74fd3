package makegood.orders;

import java.util.List;
import java.util.UUID;
import makegood.platform.Utc;
import makegood.texts.TextGuard;
import makegood.texts.TextPurpose;
import makegood.texts.TextVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remarks on orders: only ever added. */
@Component
class Remarks {
    private final JdbcClient db;
    private final TextGuard guard;

    Remarks(JdbcClient db, TextGuard guard) {
        this.db = db;
        this.guard = guard;
    }

    List<Remark> of(String store, String orderNumber) {
        return db.sql("select * from order_remark where store = :store and order_number = :order order by noted_at, id")
                .param("store", store)
                .param("order", orderNumber)
                .query((row, n) -> new Remark(
                        Utc.instant(row, "noted_at"),
                        row.getString("noted_by"),
                        row.getString("words"),
                        row.getString("flag") == null ? null : RemarkFlag.valueOf(row.getString("flag"))))
                .list();
    }

    @Transactional
    public void add(String store, String orderNumber, Remark remark) {
        db.sql("""
                insert into order_remark (id, store, order_number, noted_at, noted_by, words, flag)
                values (:id, :store, :order, :at, :by, :words, :flag)""")
                .param("id", UUID.randomUUID().toString())
                .param("store", store)
                .param("order", orderNumber)
                .param("at", Utc.of(remark.at()))
                .param("by", remark.by())
                .param("words", remark.text())
                .param("flag", remark.flag() == null ? null : remark.flag().name())
                .update();
    }

    /**
     * The same order imported again brings the same remarks again. What another system wrote down is a fact and is kept;
     * what may not be said is flagged red for whoever reads it.
     */
    void addOnce(String store, String orderNumber, Remark remark) {
        var known = of(store, orderNumber).stream()
                .anyMatch(r -> r.text().equals(remark.text()) && r.by().equals(remark.by()));
        if (!known) {
            var refused = guard.check(remark.text(), TextPurpose.NOTE).verdict() == TextVerdict.REFUSE;
            add(store, orderNumber, refused ? remark.flagged(RemarkFlag.RED) : remark);
        }
    }
}
