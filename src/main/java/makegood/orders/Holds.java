package makegood.orders;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The four moves of money on one row that can be refunded: each a single conditional update, so that it either happens
 * whole or, when another request was faster, not at all.
 */
class Holds {
    private final JdbcClient db;
    private final String table;
    private final String paid;
    private final String refunded;
    private final String held;
    private final String row;

    /** @param row the where clause that names one row, with ? for its key */
    Holds(JdbcClient db, String table, String paid, String refunded, String held, String row) {
        this.db = db;
        this.table = table;
        this.paid = paid;
        this.refunded = refunded;
        this.held = held;
        this.row = row;
    }

    /** False when less than the amount is left: paid less refunded less held. */
    boolean hold(long amount, Object... key) {
        return move(held + " = " + held + " + ?", paid + " - " + refunded + " - " + held + " >= ?", amount, 1, key);
    }

    boolean release(long amount, Object... key) {
        return move(held + " = " + held + " - ?", held + " >= ?", amount, 1, key);
    }

    /** Held becomes refunded. */
    boolean settle(long amount, Object... key) {
        return move(
                held + " = " + held + " - ?, " + refunded + " = " + refunded + " + ?", held + " >= ?", amount, 2, key);
    }

    /** What was settled has come back: it is owed again. */
    boolean reverse(long amount, Object... key) {
        return move(refunded + " = " + refunded + " - ?", refunded + " >= ?", amount, 1, key);
    }

    boolean move(String change, String condition, long amount, int times, Object... key) {
        if (amount < 0) {
            throw new IllegalArgumentException("a negative amount");
        }
        var update = db.sql("update " + table + " set " + change + " where " + row + " and " + condition);
        for (int i = 0; i < times; i++) {
            update = update.param(amount);
        }
        for (var part : key) {
            update = update.param(part);
        }
        return update.param(amount).update() == 1;
    }
}
