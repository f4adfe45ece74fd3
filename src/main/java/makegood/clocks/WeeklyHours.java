package makegood.clocks;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Working hours of a week, written as {@code MO-FR 09:00-12:00, 13:00-18:00; SA 10:00-14:00} or {@code 24x7}. */
public record WeeklyHours(String text, Map<DayOfWeek, List<Span>> days) {
    private static final Pattern PART = Pattern.compile("([A-Za-z]{2,9})(?:\\s*-\\s*([A-Za-z]{2,9}))?\\s+(.+)");

    public static final WeeklyHours ALWAYS = parse("24x7");
    public static final WeeklyHours DESK = parse("MO-SA 09:00-12:00, 13:00-18:00");

    /** @throws IllegalArgumentException when the text says no hours */
    public static WeeklyHours parse(String text) {
        var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        var hours = text.trim().equalsIgnoreCase("24x7") ? "MO-SU 00:00-24:00" : text;
        for (var part : hours.split(";")) {
            add(days, part.trim());
        }
        return new WeeklyHours(text.trim(), days);
    }

    List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private static void add(Map<DayOfWeek, List<Span>> days, String part) {
        var parsed = PART.matcher(part);
        if (!parsed.matches()) {
            throw new IllegalArgumentException(part);
        }
        var first = day(parsed.group(1));
        var last = parsed.group(2) == null ? first : day(parsed.group(2));
        for (var day = first; ; day = day.plus(1)) {
            for (var span : parsed.group(3).split(",")) {
                days.computeIfAbsent(day, d -> new ArrayList<>()).add(span(span.trim()));
            }
            if (day == last) {
                return;
            }
        }
    }

    private static DayOfWeek day(String name) {
        for (var day : DayOfWeek.values()) {
            if (day.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** @throws IllegalArgumentException when the text is not like 09:00-12:00 */
    public static Span span(String text) {
        var ends = text.split("-");
        if (ends.length != 2) {
            throw new IllegalArgumentException(text);
        }
        return new Span(time(ends[0].trim()), time(ends[1].trim()));
    }

    private static LocalTime time(String text) {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
