package makegood.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for a spreadsheet: in the reader's words, exact to the fen, and nobody's text is calculated. */
class CsvFileTests {
    private final Words words = new Words(new ObjectMapper());
    private final CsvFile csv = new CsvFile(words);

    CsvFileTests() throws IOException {}

    private static Line line(String model) {
        var values = new LinkedHashMap<Column, Object>();
        values.put(Columns.STORE, "north");
        values.put(Columns.REASON, "QUALITY_DEFECT");
        values.put(Columns.SKU, "A-100");
        values.put(Columns.MODEL, model);
        values.put(Columns.UNIT, "CARRIER");
        values.put(Columns.CURRENCY, "CNY");
        values.put(Report.REASONS.figures().get(0), 3L);
        values.put(Columns.REFUNDED, -105L);
        values.put(Columns.COST, 9_007_199_254_740_993L);
        return new Line(values);
    }

    private String text(String model, Locale language) {
        return new String(csv.of(Report.REASONS, List.of(line(model)), language), StandardCharsets.UTF_8);
    }

    @Test
    void aFileSpeaksTheReadersLanguage() {
        assertThat(text("red, \"M\"", Locale.ENGLISH))
                .isEqualTo(
                        "\uFEFFStore,Reason,SKU,Model,Unit at fault,Currency,Cases closed,\"Refunded, with freight\","
                                + "Cost in all\r\nnorth,Quality defect,A-100,\"red, \"\"M\"\"\",Carrier,CNY,3,-1.05,"
                                + "90071992547409.93\r\n");
        assertThat(text("红色 M", Locale.CHINA))
                .startsWith("\uFEFF店铺,原因,SKU,款式型号,责任方,币种,结案,退款（含运费）,成本合计\r\n")
                .contains("north,质量问题,A-100,红色 M,快递,CNY,3,-1.05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "\tx", "\rx"})
    void noTextIsCalculated(String text) {
        assertThat(text(text, Locale.ENGLISH)).containsPattern(",\"?'" + java.util.regex.Pattern.quote(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1", "a=b", "x@example.com", "黑色 L"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(text(text, Locale.ENGLISH)).contains("," + text + ",");
    }

    @Test
    void aWorkbookHoldsTextsAndExactNumbersButNoFormula(@TempDir Path folder) throws IOException {
        var book = new ExcelFile(words).of(Report.REASONS, List.of(line("=1+1")), Locale.ENGLISH);
        var sheets = new StringBuilder();
        try (var zip =
                new ZipFile(Files.write(folder.resolve("report.xlsx"), book).toFile())) {
            for (var entry : zip.stream().toList()) {
                sheets.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(sheets.toString())
                .contains("=1+1", "<v>-1.05</v>", "<v>90071992547409.93</v>", "Quality defect")
                .doesNotContain("<f>", "<f ");
    }
}
