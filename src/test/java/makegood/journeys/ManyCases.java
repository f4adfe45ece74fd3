package makegood.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Multiplies what a few played cases have left, in our tables and in the engine's: every new row is written many times by one
 * insert, with other ids, numbers of cases and numbers of orders, so that the copies hang together as the played ones do.
 */
final class ManyCases implements AutoCloseable {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** What an id ends with is the same for all ids of one machine; the copies are told apart by it. */
    private static final int OWN_PART = 24;

    private final Connection database;
    private final Map<String, Set<List<Object>>> before;

    ManyCases(String url, String user, String password) throws SQLException {
        database = DriverManager.getConnection(url, user, password);
        before = keys();
    }

    /** A case that was played, and how many there shall be like it. */
    record Played(String caseNumber, String orderNumber, int copies) {}

    private record Row(List<String> columns, List<Object> values) {}

    void multiply(List<Played> cases) throws SQLException {
        var fresh = new HashMap<String, List<Row>>();
        for (var table : tables()) {
            fresh.put(table, fresh(table));
        }
        var definitions = new HashSet<String>();
        for (var row : select(
                "select ID_ from ACT_RE_PROCDEF union select ID_ from ACT_RE_DEPLOYMENT union select ID_"
                        + " from ACT_RE_DECISION_DEF union select ID_ from ACT_RE_DECISION_REQ_DEF union select ID_ from ACT_RU_JOBDEF")) {
            var ids = UUID.matcher(String.valueOf(row.values().get(0)));
            while (ids.find()) {
                definitions.add(ids.group());
            }
        }
        try (var statement = database.createStatement()) {
            statement.execute("set session foreign_key_checks = 0");
            statement.execute("set session unique_checks = 0");
            statement.execute("set session cte_max_recursion_depth = 1000000");
            statement.execute("create table seed_number (n int primary key) as with recursive s as"
                    + " (select 1 as n union all select n + 1 from s where n < 1000000) select n from s where n <= "
                    + cases.stream().mapToInt(Played::copies).max().orElseThrow());
        }
        database.setAutoCommit(false);
        int offset = 100_000;
        for (int i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var others = new ArrayList<>(cases);
            others.remove(one);
            var copy = new Copy(one, i, offset, definitions);
            var of = belonging(fresh, one, others, definitions);
            for (var table : of.entrySet()) {
                for (var row : table.getValue()) {
                    copy.write(table.getKey(), row);
                }
            }
            database.commit();
            offset += one.copies();
        }
        database.setAutoCommit(true);
        try (var statement = database.createStatement()) {
            statement.execute("drop table seed_number");
            for (var table : tables()) {
                statement.execute("analyze table " + table);
            }
        }
    }

    /** The rows that hang on a case: those that name it, and what shares an id with them, until nothing more is found. */
    private static Map<String, List<Row>> belonging(
            Map<String, List<Row>> fresh, Played one, List<Played> others, Set<String> definitions) {
        var known = new HashSet<>(Set.of(number(one), one.orderNumber()));
        var foreign = others.stream()
                .flatMap(o -> java.util.stream.Stream.of(number(o), o.orderNumber()))
                .collect(Collectors.toSet());
        var mine = new HashMap<String, List<Row>>();
        boolean more = true;
        while (more) {
            more = false;
            for (var table : fresh.entrySet()) {
                for (var row : List.copyOf(table.getValue())) {
                    var said = String.join(" ", texts(row));
                    if (foreign.stream().anyMatch(said::contains)
                            || known.stream().noneMatch(said::contains)) {
                        continue;
                    }
                    table.getValue().remove(row);
                    mine.computeIfAbsent(table.getKey(), t -> new ArrayList<>()).add(row);
                    more = true;
                    for (int c = 0; c < row.columns().size(); c++) {
                        var ids = UUID.matcher(String.valueOf(row.values().get(c)));
                        while (!isShared(row.columns().get(c)) && ids.find()) {
                            known.add(ids.group());
                        }
                        known.removeAll(definitions);
                    }
                }
            }
        }
        return mine;
    }

    /** Models and nodes, which all cases share. */
    private static boolean isShared(String column) {
        return column.contains("DEF_") || column.contains("DEPLOYMENT") || column.contains("WORKER");
    }

    private static List<String> texts(Row row) {
        return row.values().stream()
                .filter(v -> v instanceof String)
                .map(String::valueOf)
                .toList();
    }

    private static String number(Played one) {
        return one.caseNumber().substring("AS-".length());
    }

    /** Writes a row as often as there shall be cases like the one it belongs to. */
    private final class Copy {
        private final Played of;
        private final String order;
        private final int offset;
        private final Set<String> definitions;

        Copy(Played of, int position, int offset, Set<String> definitions) {
            this.of = of;
            this.order = "M" + position;
            this.offset = offset;
            this.definitions = definitions;
        }

        void write(String table, Row row) throws SQLException {
            var values = new ArrayList<Object>();
            var columns = new ArrayList<String>();
            for (int c = 0; c < row.columns().size(); c++) {
                columns.add(expression(row.columns().get(c), row.values().get(c), values));
            }
            var sql = "insert into " + table + " (`" + String.join("`, `", row.columns()) + "`) select "
                    + String.join(", ", columns) + " from seed_number where n <= " + of.copies();
            try (var insert = database.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    insert.setObject(i + 1, values.get(i));
                }
                insert.executeUpdate();
            } catch (SQLException failed) {
                throw new SQLException(table + " " + row, failed);
            }
        }

        private String expression(String column, Object value, List<Object> values) {
            boolean due = column.equals("LOCK_EXP_TIME_") || column.equals("next_at");
            if (due && value != null) {
                return "date_add(now(), interval 10 + n % 10 day)"; // not all at once while the test runs
            }
            if (!(value instanceof String text)) {
                values.add(value);
                return "?";
            }
            var parts = new ArrayList<String>();
            var names = Pattern.compile(
                    UUID.pattern() + "|" + Pattern.quote(number(of)) + "|" + Pattern.quote(of.orderNumber()));
            var found = names.matcher(text);
            int end = 0;
            while (found.find()) {
                plain(text.substring(end, found.start()), parts, values);
                end = found.end();
                var name = found.group();
                if (name.equals(number(of))) {
                    parts.add("concat('" + name.substring(0, name.indexOf('-') + 1) + "', n + " + offset + ")");
                } else if (name.equals(of.orderNumber())) {
                    parts.add("concat('" + order + "', lpad(n, " + (name.length() - order.length()) + ", '0'))");
                } else if (definitions.contains(name)) {
                    plain(name, parts, values);
                } else {
                    parts.add("concat('" + name.substring(0, OWN_PART) + "', lpad(hex(n), 12, '0'))");
                }
            }
            plain(text.substring(end), parts, values);
            return parts.isEmpty() ? "''" : "concat(" + String.join(", ", parts) + ")";
        }

        private void plain(String text, List<String> parts, List<Object> values) {
            if (!text.isEmpty()) {
                parts.add("?");
                values.add(text);
            }
        }
    }

    Map<String, Long> sizes() throws SQLException {
        var sizes = new HashMap<String, Long>();
        for (var table : tables()) {
            sizes.put(
                    table,
                    ((Number) select("select count(*) from " + table)
                                    .get(0)
                                    .values()
                                    .get(0))
                            .longValue());
        }
        return sizes;
    }

    private List<Row> fresh(String table) throws SQLException {
        var old = before.getOrDefault(table, Set.of());
        var key = key(table);
        var rows = new ArrayList<Row>();
        for (var row : select("select * from " + table)) {
            if (!old.contains(keyOf(row, key))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, Set<List<Object>>> keys() throws SQLException {
        var keys = new HashMap<String, Set<List<Object>>>();
        for (var table : tables()) {
            var key = key(table);
            keys.put(
                    table,
                    select("select * from " + table).stream()
                            .map(row -> keyOf(row, key))
                            .collect(Collectors.toSet()));
        }
        return keys;
    }

    private static List<Object> keyOf(Row row, List<String> key) {
        var values = new ArrayList<Object>();
        for (int c = 0; c < row.columns().size(); c++) {
            if (key.isEmpty() || key.contains(row.columns().get(c))) {
                values.add(
                        row.values().get(c) instanceof byte[] bytes
                                ? bytes.length
                                : row.values().get(c));
            }
        }
        return values;
    }

    private List<String> key(String table) throws SQLException {
        return select("select column_name from information_schema.key_column_usage where table_schema = database()"
                        + " and constraint_name = 'PRIMARY' and table_name = '" + table + "'")
                .stream()
                .map(row -> (String) row.values().get(0))
                .toList();
    }

    private Set<String> tables() throws SQLException {
        return select("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name not like 'flyway%'")
                .stream()
                .map(row -> (String) row.values().get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Row> select(String sql) throws SQLException {
        try (var question = database.createStatement();
                var found = question.executeQuery(sql)) {
            var rows = new ArrayList<Row>();
            var columns = new ArrayList<String>();
            for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                columns.add(found.getMetaData().getColumnLabel(c));
            }
            while (found.next()) {
                var values = new ArrayList<Object>();
                for (int c = 1; c <= columns.size(); c++) {
                    values.add(found.getObject(c));
                }
                rows.add(new Row(Collections.unmodifiableList(columns), Collections.unmodifiableList(values)));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
