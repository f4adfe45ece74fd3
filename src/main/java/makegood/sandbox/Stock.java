package makegood.sandbox;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The warehouse's shelves, per store and SKU. */
@Component
@InSandbox
@Transactional
class Stock {
    private final JdbcClient sql;

    Stock(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param hold what is nobody's yet: supplier return, quarantine, evidence */
    record Shelf(long sellable, long asOpened, long refurbish, long scrap, long hold) {}

    Shelf of(String store, String sku) {
        return sql.sql("select * from sandbox_stock where store = ? and sku = ?")
                .params(store, sku)
                .query((row, n) -> new Shelf(
                        row.getLong("sellable"),
                        row.getLong("as_opened"),
                        row.getLong("refurbish"),
                        row.getLong("scrap"),
                        row.getLong("on_hold")))
                .optional()
                .orElse(new Shelf(0, 0, 0, 0, 0));
    }

    void set(String store, String sku, Shelf shelf) {
        ensure(store, sku);
        sql.sql("update sandbox_stock set sellable = ?, as_opened = ?, refurbish = ?, scrap = ?, on_hold = ?"
                        + " where store = ? and sku = ?")
                .params(shelf.sellable(), shelf.asOpened(), shelf.refurbish(), shelf.scrap(), shelf.hold(), store, sku)
                .update();
    }

    /** Nothing when the shelf is known already. */
    void first(String store, String sku, long sellable) {
        if (!known(store, sku)) {
            set(store, sku, new Shelf(sellable, 0, 0, 0, 0));
        }
    }

    /** Pieces that came back, by what was decided about them. */
    void book(String store, String sku, String disposition, long pieces) {
        ensure(store, sku);
        var shelf = shelfFor(disposition);
        sql.sql("update sandbox_stock set " + shelf + " = " + shelf + " + ? where store = ? and sku = ?")
                .params(pieces, store, sku)
                .update();
    }

    private static String shelfFor(String disposition) {
        return switch (disposition) {
            case "RESTOCK" -> "sellable";
            case "RESTOCK_AS_OPENED" -> "as_opened";
            case "REFURBISH" -> "refurbish";
            case "SCRAP" -> "scrap";
            default -> "on_hold";
        };
    }

    private void ensure(String store, String sku) {
        if (known(store, sku)) {
            return;
        }
        try {
            sql.sql("insert into sandbox_stock (store, sku, sellable, as_opened, refurbish, scrap, on_hold)"
                            + " values (?, ?, 0, 0, 0, 0, 0)")
                    .params(store, sku)
                    .update();
        } catch (DuplicateKeyException somebodyWasFaster) {
            // the row is there, and that is all that was wanted
        }
    }

    private boolean known(String store, String sku) {
        return sql.sql("select count(*) from sandbox_stock where store = ? and sku = ?")
                        .params(store, sku)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
