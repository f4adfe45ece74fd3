package makegood.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import makegood.platform.Text;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** A report as a workbook for Excel: texts are cells of text, whatever they begin with, and money a number with two places. */
@Component
class ExcelFile {
    private final Words words;

    ExcelFile(Words words) {
        this.words = words;
    }

    byte[] of(Report report, List<Line> lines, Locale language) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "Makegood", null)) {
            var sheet = book.newWorksheet(new Text("Report", "报表").in(language));
            var columns = report.columns();
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c).title().in(language));
                sheet.style(0, c).bold().set();
                sheet.width(c, 16);
            }
            sheet.freezePane(0, 1);
            for (int r = 0; r < lines.size(); r++) {
                for (int c = 0; c < columns.size(); c++) {
                    var column = columns.get(c);
                    cell(sheet, r + 1, c, column, lines.get(r).values().get(column), language);
                }
            }
        }
        return file.toByteArray();
    }

    private void cell(Worksheet sheet, int row, int at, Column column, Object value, Locale language) {
        if (column.money()) {
            sheet.value(row, at, BigDecimal.valueOf((long) value, 2));
            sheet.style(row, at).format("#,##0.00").set();
        } else if (column.role() == Column.Role.COUNT) {
            sheet.value(row, at, (Number) value);
        } else {
            sheet.value(row, at, words.of(column, (String) value, language));
        }
    }
}
