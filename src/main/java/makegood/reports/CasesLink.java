package makegood.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** From a line of a report to the cases behind it. */
final class CasesLink {
    private CasesLink() {}

    /** The line as the caller gets it, with its link. */
    static Map<String, Object> shown(Report report, Period period, Line line) {
        var shown = new LinkedHashMap<>(line.shown());
        shown.put("links", Map.of("cases", of(report, period, line)));
        return shown;
    }

    private static String of(Report report, Period period, Line line) {
        var days = days(period, line);
        var link = UriComponentsBuilder.fromPath("/api/v1/reports/" + report.path() + "/cases")
                .queryParam("store", "{store}")
                .queryParam("from", days.from())
                .queryParam("to", days.to());
        var values = new LinkedHashMap<String, Object>(Map.of("store", line.text("store")));
        for (var name : new String[] {"reason", "sku", "unitAtFault", "currency"}) {
            var value = line.text(name);
            if (value != null) {
                link.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        }
        return link.encode().buildAndExpand(values).toUriString();
    }

    private static Period days(Period period, Line line) {
        if (line.text("day") != null) {
            var day = LocalDate.parse(line.text("day"));
            return new Period(day, day);
        }
        if (line.text("month") == null) {
            return period;
        }
        var month = YearMonth.parse(line.text("month"));
        var first = month.atDay(1);
        var last = month.atEndOfMonth();
        return new Period(
                first.isBefore(period.from()) ? period.from() : first, last.isAfter(period.to()) ? period.to() : last);
    }
}
