package makegood.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import makegood.platform.Money;
import org.springframework.stereotype.Component;

/** A report as comma-separated text (RFC 4180) in the caller's language, money in whole units: 129.00. */
@Component
class CsvFile {
    /** Excel takes UTF-8 for what it is only behind this mark. */
    private static final String MARK = "\uFEFF";

    /** What a spreadsheet would calculate, the wide signs of Chinese keyboards too. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\\u3000]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");

    private final Words words;

    CsvFile(Words words) {
        this.words = words;
    }

    byte[] of(Report report, List<Line> lines, Locale language) {
        var text = new StringBuilder(MARK);
        text.append(row(report.columns().stream()
                .map(c -> quoted(c.title().in(language)))
                .toList()));
        for (var line : lines) {
            text.append(row(line.values().entrySet().stream()
                    .map(e -> cell(e.getKey(), e.getValue(), language))
                    .toList()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(",", "", "\r\n"));
    }

    private String cell(Column column, Object value, Locale language) {
        return switch (column.role()) {
            case COUNT -> value.toString();
            case MONEY, KIND -> Money.plain((long) value);
            default -> quoted(text(words.of(column, (String) value, language)));
        };
    }

    /** Somebody's text with an apostrophe before it where it would be a formula. */
    private static String text(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\r\n;].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
