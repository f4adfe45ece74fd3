package makegood.reports;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import makegood.platform.InvalidInput;
import makegood.platform.Text;
import org.springframework.stereotype.Component;

/** A report as a file to take away. */
@Component
class ReportFiles {
    /** How a report is answered. */
    enum Form {
        JSON("application/json"),
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /** What is asked for by name, else by what the caller accepts. */
        static Form of(String name, String accept) throws InvalidInput {
            if (name == null || name.isEmpty()) {
                return accept.contains("text/csv") ? CSV : accept.contains(XLSX.type) ? XLSX : JSON;
            }
            for (var form : values()) {
                if (form.name().equalsIgnoreCase(name)) {
                    return form;
                }
            }
            throw new InvalidInput("format", "UNKNOWN_FORMAT", new Text("json, csv or xlsx", "json、csv 或 xlsx"));
        }
    }

    private final CsvFile csv;
    private final ExcelFile excel;

    ReportFiles(CsvFile csv, ExcelFile excel) {
        this.csv = csv;
        this.excel = excel;
    }

    byte[] of(Form form, Report report, List<Line> lines, Locale language) throws IOException {
        return form == Form.CSV ? csv.of(report, lines, language) : excel.of(report, lines, language);
    }
}
