package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's tables know a case by its number and by codes; words, names and numbers of people stand in ours. */
class NoWordsInTheEngineTests extends ShopJourney {
    private static final List<String> PRIVATE =
            List.of("不想要的珊瑚色", "请核对珊瑚色", "珊瑚色有划痕", "珊瑚客户", "13000000077", "6222000000007777", "珊瑚街");
    private static final Set<Integer> BYTES = Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

    @Autowired
    private DataSource database;

    @Test
    void afterACaseNoWordOfItStandsInAnEngineTable() throws SQLException {
        var customer = Map.of(
                "reference", "C-77", "name", "珊瑚客户", "phone", "13000000077", "address", "珊瑚街 7 号", "tier", "REGULAR");
        var sale = shop.sale()
                .line("DJ-1", 1, 20000)
                .paid("ALIPAY", 20000)
                .signed(3)
                .with("customer", customer);
        shop.next("finance.refund", "REFUSE:CLOSED");
        var back = Returned.asked(shop, "RETURN_REFUND QUALITY_DEFECT", sale, false, Map.of("statement", "不想要的珊瑚色"));
        back.played()
                .completes(
                        "agent2",
                        "Task_ReviewReturnRequest",
                        Map.of("decision", "APPROVE", "evidence", "PARTIAL", "messageToCustomer", "请核对珊瑚色"));
        back.played().goodsComeBack();
        back.played()
                .completes(
                        "warehouse",
                        "Task_InspectReturnedGoods",
                        Map.of(
                                "receivedQuantity_1",
                                1,
                                "goodsGrade_1",
                                "B",
                                "finding_1",
                                "DEFECT_CONFIRMED",
                                "inspectionNote",
                                "珊瑚色有划痕"));
        back.played()
                .completes(
                        "finance",
                        "Task_PayOutAnotherWay",
                        Map.of(
                                "payOutMethod",
                                "BANK_TRANSFER",
                                "accountName",
                                "珊瑚客户",
                                "accountNumber",
                                "6222000000007777",
                                "proofNumber",
                                "B-7"));
        back.played().completes("lead", "Task_ConfirmPayOut", Map.of("decision", "CONFIRM"));
        back.played().ends();
        try (var connection = database.getConnection()) {
            var columns = columns(connection);
            assertThat(columns).hasSizeGreaterThan(300);
            assertThat(found(connection, columns)).isEmpty();
        }
    }

    private record Column(String table, String name, boolean bytes) {}

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var all = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (all.next()) {
                var table = all.getString("TABLE_NAME");
                int type = all.getInt("DATA_TYPE");
                boolean text = Set.of(Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR, Types.NVARCHAR)
                        .contains(type);
                if (table.toUpperCase(Locale.ROOT).startsWith("ACT_") && (text || BYTES.contains(type))) {
                    columns.add(new Column(table, all.getString("COLUMN_NAME"), BYTES.contains(type)));
                }
            }
        }
        return columns;
    }

    private static List<String> found(Connection connection, List<Column> columns) throws SQLException {
        var found = new ArrayList<String>();
        for (var column : columns) {
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select " + column.name + " from " + column.table + " where " + column.name
                            + " is not null")) {
                while (rows.next()) {
                    var text = column.bytes ? new String(rows.getBytes(1), StandardCharsets.UTF_8) : rows.getString(1);
                    PRIVATE.stream()
                            .filter(text::contains)
                            .forEach(word -> found.add(column.table + "." + column.name + ": " + word));
                }
            }
        }
        return found;
    }
}
