package makegood.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makegood.platform.Money;

/** A line of a report as the database made it: values by column, money and counts as minor units and pieces. */
record Line(Map<Column, Object> values) {
    static Line read(ResultSet row, List<Column> columns) throws SQLException {
        var values = new LinkedHashMap<Column, Object>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), value(row, i + 1, columns.get(i).role()));
        }
        return new Line(values);
    }

    private static Object value(ResultSet row, int at, Column.Role role) throws SQLException {
        return switch (role) {
            case COUNT, MONEY, KIND -> row.getLong(at);
            case DAY -> row.getObject(at, LocalDate.class).toString();
            case MONTH -> new StringBuilder(row.getString(at)).insert(4, '-').toString();
            default -> row.getString(at);
        };
    }

    /** As the caller gets it: money with its currency, the ledger's kinds together. */
    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        var kinds = new TreeMap<String, Money>();
        values.forEach((column, value) -> {
            if (column.role() == Column.Role.KIND) {
                kinds.put(column.name(), money(value));
            } else {
                shown.put(column.name(), column.money() ? money(value) : value);
            }
        });
        if (!kinds.isEmpty()) {
            shown.put("byKind", kinds);
        }
        return shown;
    }

    private Money money(Object amount) {
        return new Money((long) amount, text("currency"));
    }

    String text(String name) {
        return values.entrySet().stream()
                .filter(e -> e.getKey().name().equals(name))
                .map(e -> (String) e.getValue())
                .findFirst()
                .orElse(null);
    }
}
