package makegood.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import makegood.ledger.Entry.Kind;
import makegood.platform.Text;

/** The reports there are; their names stand in the address in kebab-case. */
enum Report {
    DAILY_RETURNS(
            "kind in ('CASE', " + Columns.REFUND_KINDS + ")",
            Columns.REFUND_KINDS,
            List.of(Columns.STORE, Columns.DAY, Columns.REASON, Columns.SKU, Columns.MODEL, Columns.CURRENCY),
            List.of(
                    Column.cases("opened", "cases_opened", new Text("Cases opened", "新立案件")),
                    Column.cases("closed", "cases_closed", new Text("Cases closed", "结案")),
                    Column.cases("refundedCases", "cases_refunded", new Text("Of these refunded", "其中已退款")),
                    Column.pieces(new Text("Pieces", "件数")),
                    Columns.REFUNDED)),
    MONTHLY_MONEY(
            "kind <> 'CASE'",
            Columns.COST_KINDS,
            List.of(Columns.STORE, Columns.MONTH, Columns.SKU, Columns.MODEL, Columns.CURRENCY),
            Stream.concat(
                            Stream.of(Columns.REFUNDED, Columns.COST),
                            Arrays.stream(Kind.values()).map(Columns::of))
                    .toList()),
    REASONS(
            "(kind <> 'CASE' or cases_closed <> 0)",
            Columns.COST_KINDS,
            List.of(Columns.STORE, Columns.REASON, Columns.SKU, Columns.MODEL, Columns.UNIT, Columns.CURRENCY),
            List.of(
                    Column.cases("cases", "cases_closed", new Text("Cases closed", "结案")),
                    Columns.REFUNDED,
                    Columns.COST));

    private final String rows;
    private final String kinds;
    private final List<Column> keys;
    private final List<Column> figures;

    Report(String rows, String kinds, List<Column> keys, List<Column> figures) {
        this.rows = rows;
        this.kinds = kinds;
        this.keys = keys;
        this.figures = figures;
    }

    static Optional<Report> of(String name) {
        return Arrays.stream(values()).filter(r -> r.path().equals(name)).findFirst();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which day sums it is made of. */
    String rows() {
        return rows;
    }

    /** The ledger's kinds that its money is about, as SQL writes them. */
    String kinds() {
        return kinds;
    }

    List<Column> keys() {
        return keys;
    }

    List<Column> columns() {
        return Stream.concat(keys.stream(), figures.stream()).toList();
    }

    List<Column> figures() {
        return figures;
    }
}
