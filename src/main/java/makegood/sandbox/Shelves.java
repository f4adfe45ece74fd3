package makegood.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.departments.Answer;
import makegood.departments.DepartmentCall;
import makegood.platform.AppClock;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the warehouse takes from its shelves and lays on them: reserved for a while, released, shipped, booked. */
@Component
@InSandbox
@Transactional
class Shelves {
    private final Stock stock;
    private final JdbcClient sql;
    private final AppClock clock;

    Shelves(Stock stock, JdbcClient sql, AppClock clock) {
        this.stock = stock;
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code sellable} of {@code sku}, and of each of {@code skus} when several are asked for. */
    Answer check(DepartmentCall call) {
        var shelves = call.payload().get("skus") instanceof List<?> skus
                ? skus.stream()
                        .map(sku -> Map.of("sku", sku, "sellable", sellable(call.store(), sku.toString())))
                        .toList()
                : List.of();
        return new Answer.Done(
                Map.of("sellable", sellable(call.store(), Values.text(call.payload(), "sku")), "shelves", shelves));
    }

    private long sellable(String store, String sku) {
        return stock.of(store, sku).sellable();
    }

    /** What came back, or is put right: each line onto its {@code disposition}'s shelf, and off the shelf {@code from}. */
    Answer book(DepartmentCall call) {
        var lines = Values.rows(call.payload(), "lines");
        if (lines.stream()
                .anyMatch(l -> Values.number(l, "quantity") < 0
                        || Values.text(l, "sku").isBlank())) {
            return new Answer.No("LINES_INVALID");
        }
        boolean set = Values.text(call.payload(), "reason").equals("SET_OPENED");
        if (set && lines.stream().anyMatch(l -> moved(l) && lacks(call.store(), l))) {
            return new Answer.No("STOCK_UNAVAILABLE");
        }
        var stays = lines.stream()
                .filter(l -> !Values.text(l, "disposition").equals("SEND_BACK")) // those go on to the customer
                .toList();
        stays.forEach(l -> put(call.store(), l));
        return new Answer.Done(Map.of(
                "booked",
                stays.stream().mapToLong(l -> Values.number(l, "quantity")).sum()));
    }

    private static boolean moved(Map<String, Object> line) {
        return !Values.text(line, "from").isEmpty();
    }

    private void put(String store, Map<String, Object> line) {
        var sku = Values.text(line, "sku");
        if (moved(line)) {
            stock.book(store, sku, Values.text(line, "from"), -Values.number(line, "quantity"));
        }
        if (!moved(line) || !Values.text(line, "disposition").isEmpty()) {
            stock.book(store, sku, Values.text(line, "disposition"), Values.number(line, "quantity"));
        }
    }

    private boolean lacks(String store, Map<String, Object> line) {
        return sellable(store, Values.text(line, "sku")) < Values.number(line, "quantity");
    }

    /** All or nothing; {@code lines [{sku, quantity}]}, {@code until} an instant after which the pieces go back to the shelf. */
    Answer reserve(DepartmentCall call) {
        letGoOfExpired(call.store());
        var lines = Values.rows(call.payload(), "lines");
        if (!take(call.store(), lines)) {
            return new Answer.No("STOCK_UNAVAILABLE");
        }
        var reservation = Departments.number("RS", call);
        var until = Values.text(call.payload(), "until");
        bySku(lines)
                .forEach((sku, pieces) -> sql.sql(
                                "insert into sandbox_reservation (reservation, store, sku, quantity, until_at)"
                                        + " values (?, ?, ?, ?, ?)")
                        .param(reservation)
                        .param(call.store())
                        .param(sku)
                        .param(pieces)
                        .param(until.isEmpty() ? null : Utc.of(Instant.parse(until)))
                        .update());
        return new Answer.Done(Map.of("reservation", reservation));
    }

    Answer release(DepartmentCall call) {
        return new Answer.Done(Map.of("released", putBack(Values.text(call.payload(), "reservation"))));
    }

    /** False when a piece that is to leave is not there. What goes back to its owner was never on a shelf. */
    boolean ship(DepartmentCall call) {
        if (Values.text(call.payload(), "purpose").equals("SEND_BACK")) {
            return true;
        }
        letGoOfExpired(call.store());
        var reservation = Values.text(call.payload(), "reservation");
        if (!reservation.isEmpty() && consumed(reservation)) {
            return true;
        }
        return take(call.store(), Values.rows(call.payload(), "lines"));
    }

    private boolean take(String store, List<Map<String, Object>> lines) {
        var wanted = bySku(lines);
        if (lines.isEmpty()
                || lines.stream().anyMatch(line -> Values.number(line, "quantity") < 1)
                || wanted.entrySet().stream().anyMatch(w -> sellable(store, w.getKey()) < w.getValue())) {
            return false;
        }
        wanted.forEach((sku, pieces) -> stock.book(store, sku, "RESTOCK", -pieces));
        return true;
    }

    /** Two lines of an order may be exchanged for the same article. */
    private static Map<String, Long> bySku(List<Map<String, Object>> lines) {
        var pieces = new TreeMap<String, Long>();
        lines.forEach(l -> pieces.merge(Values.text(l, "sku"), Values.number(l, "quantity"), Long::sum));
        return pieces;
    }

    private boolean consumed(String reservation) {
        return sql.sql("delete from sandbox_reservation where reservation = ?")
                        .param(reservation)
                        .update()
                > 0;
    }

    private boolean putBack(String reservation) {
        var rows = sql.sql("select store, sku, quantity from sandbox_reservation where reservation = ?")
                .param(reservation)
                .query((row, n) -> Map.<String, Object>of(
                        "store", row.getString(1), "sku", row.getString(2), "quantity", row.getLong(3)))
                .list();
        rows.forEach(r ->
                stock.book(Values.text(r, "store"), Values.text(r, "sku"), "RESTOCK", Values.number(r, "quantity")));
        return consumed(reservation);
    }

    private void letGoOfExpired(String store) {
        sql.sql("select distinct reservation from sandbox_reservation where store = ? and until_at <= ?")
                .params(store, Utc.of(clock.instant()))
                .query(String.class)
                .list()
                .forEach(this::putBack);
    }
}
