package makegood.reports;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makegood.platform.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads reports from the day sums: the same few statements, however many lines. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ) // lines and sums of the same moment
class ReportLines {
    /** More than anybody reads; a file of it is built in memory. */
    static final int MOST = 50_000;

    private final JdbcClient db;

    ReportLines(JdbcClient db) {
        this.db = db;
    }

    /** One page, and what all lines come to, by currency. */
    record Found(Page<Line> lines, List<Line> sums) {}

    public Found page(Report report, Collection<String> stores, Period period, int page, int size) {
        if (stores.isEmpty()) {
            return new Found(new Page<>(List.of(), page, size, 0), List.of());
        }
        var total = asked(
                        "select count(*) from (select store" + from(report) + grouped(report) + ") lines_of",
                        stores,
                        period)
                .query(Long.class)
                .single();
        var lines = lines(report, stores, period, size, (long) page * size);
        return new Found(new Page<>(lines, page, size, total), sums(report, stores, period));
    }

    /** All lines at once, for a file. */
    public List<Line> all(Report report, Collection<String> stores, Period period) throws TooManyLines {
        var lines = stores.isEmpty() ? List.<Line>of() : lines(report, stores, period, MOST + 1, 0);
        if (lines.size() > MOST) {
            throw new TooManyLines();
        }
        return lines;
    }

    private List<Line> lines(Report report, Collection<String> stores, Period period, int size, long skip) {
        var columns = report.columns();
        var select = columns.stream().map(Column::sql).collect(Collectors.joining(", "));
        return asked(
                        "select " + select + from(report) + grouped(report) + " order by " + apart(report)
                                + " limit :size offset :skip",
                        stores,
                        period)
                .param("size", size)
                .param("skip", skip)
                .query((row, n) -> Line.read(row, columns))
                .list();
    }

    private List<Line> sums(Report report, Collection<String> stores, Period period) {
        var columns = Stream.concat(Stream.of(Columns.CURRENCY), report.figures().stream())
                .toList();
        var select = report.figures().stream().map(Column::total).collect(Collectors.joining(", "));
        return asked(
                        "select currency, " + select + from(report) + " group by currency order by currency",
                        stores,
                        period)
                .query((row, n) -> Line.read(row, columns))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Collection<String> stores, Period period) {
        return db.sql(sql).param("stores", stores).param("from", period.from()).param("to", period.to());
    }

    private static String from(Report report) {
        return " from day_sum where store in (:stores) and on_day between :from and :to and " + report.rows();
    }

    private static String grouped(Report report) {
        return " group by " + apart(report);
    }

    private static String apart(Report report) {
        return report.keys().stream()
                .filter(Column::tellsApart)
                .map(Column::sql)
                .collect(Collectors.joining(", "));
    }
}
