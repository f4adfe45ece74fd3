package makegood.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the chain. */
final class Seals {
    /** The form of what is hashed; the first and so far the only one. */
    static final int FORM = 1;

    static final int PAGE = 500;

    /** A row as it was when it was sealed. */
    record Sealed(long position, Book book, String id, String hash) {}

    private final JdbcClient db;

    Seals(JdbcClient db) {
        this.db = db;
    }

    /** Nodes that want to seal or remove take turns until their transaction ends. */
    void lock() {
        db.sql("select id from ledger_chain where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    Optional<Seal> last() {
        return db.sql("select * from ledger_seal order by batch_number desc limit 1")
                .query(Seals::seal)
                .optional();
    }

    List<Seal> after(long number) {
        return db.sql("select * from ledger_seal where batch_number > ? order by batch_number limit 100")
                .param(number)
                .query(Seals::seal)
                .list();
    }

    List<Sealed> rows(long batch, long afterPosition) {
        return db.sql("select * from ledger_sealed where batch_number = ? and position_no > ?"
                        + " order by position_no limit " + PAGE)
                .params(batch, afterPosition)
                .query((row, n) -> new Sealed(
                        row.getLong("position_no"),
                        Book.valueOf(row.getString("book")),
                        row.getString("row_id"),
                        row.getString("row_hash")))
                .list();
    }

    void add(Seal seal) {
        db.sql("insert into ledger_seal (batch_number, from_at, until_at, row_count, previous_hash, seal_hash, form_no,"
                        + " sealed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        Utc.of(seal.from()),
                        Utc.of(seal.until()),
                        seal.rows(),
                        seal.previous(),
                        seal.hash(),
                        FORM,
                        Utc.of(seal.sealed()))
                .update();
    }

    void add(long batch, Sealed row) {
        db.sql("insert into ledger_sealed (batch_number, position_no, book, row_id, row_hash) values (?, ?, ?, ?, ?)")
                .params(batch, row.position(), row.book().name(), row.id(), row.hash())
                .update();
    }

    /** From now on its rows may be deleted; the seal itself stays. */
    void removed(long batch, Instant at) {
        db.sql("update ledger_seal set removed_at = ? where batch_number = ?")
                .params(Utc.of(at), batch)
                .update();
    }

    private static Seal seal(ResultSet row, int n) throws SQLException {
        return new Seal(
                row.getLong("batch_number"),
                Utc.instant(row, "from_at"),
                Utc.instant(row, "until_at"),
                row.getLong("row_count"),
                row.getString("previous_hash"),
                row.getString("seal_hash"),
                Utc.instant(row, "sealed_at"),
                Utc.instant(row, "removed_at"));
    }
}
