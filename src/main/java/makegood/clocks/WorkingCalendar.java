package makegood.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * When a team of a store works. For one day: CLOSED beats EXTRA_HOURS beats DAY_OFF beats MAKEUP_WORKDAY beats the weekly
 * hours; a span that crosses midnight belongs to the day on which it begins.
 */
public final class WorkingCalendar {
    private static final int YEARS_TO_LOOK = 5;

    private final ZoneId zone;
    private final WeeklyHours week;
    private final Function<LocalDate, Holidays.Kind> list;
    private final List<DayException> exceptions;

    public WorkingCalendar(
            ZoneId zone, WeeklyHours week, Function<LocalDate, Holidays.Kind> list, List<DayException> exceptions) {
        this.zone = zone;
        this.week = week;
        this.list = list;
        this.exceptions = exceptions;
    }

    /** The instant at which so many working minutes have passed. */
    public Instant due(Instant from, long minutes) {
        var left = Duration.ofMinutes(minutes);
        if (minutes <= 0) {
            return from;
        }
        var cursor = from;
        var day = LocalDate.ofInstant(from, zone).minusDays(1); // last night's span may still run
        for (var end = day.plusYears(YEARS_TO_LOOK); day.isBefore(end); day = day.plusDays(1)) {
            for (var open : hoursOf(day)) {
                var start = later(at(day, open.from), cursor);
                var here = Duration.between(start, at(day, open.to));
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                if (here.compareTo(Duration.ZERO) > 0) {
                    left = left.minus(here);
                    cursor = start.plus(here);
                }
            }
        }
        throw new IllegalStateException("a calendar without working time");
    }

    /** Whole working minutes between two instants; 0 when {@code to} is not later. */
    public long minutesBetween(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var cursor = from;
        var last = LocalDate.ofInstant(to, zone);
        for (var day = LocalDate.ofInstant(from, zone).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (var open : hoursOf(day)) {
                var start = later(at(day, open.from), cursor);
                var end = at(day, open.to).isBefore(to) ? at(day, open.to) : to;
                if (end.isAfter(start)) {
                    sum = sum.plus(Duration.between(start, end));
                    cursor = end;
                }
            }
        }
        return sum.toMinutes();
    }

    private record Hours(int from, int to) {}

    private List<Hours> hoursOf(LocalDate day) {
        var hours = new ArrayList<Hours>();
        for (var span : planned(day)) {
            hours.add(new Hours(span.startMinute(), span.endMinute()));
        }
        for (var closed : of(day, DayException.Kind.CLOSED)) {
            cut(hours, closed.startMinute(), closed.endMinute());
        }
        hours.sort(Comparator.comparingInt(Hours::from));
        return hours;
    }

    private List<Span> planned(LocalDate day) {
        var spans = new ArrayList<>(
                switch (list.apply(day)) {
                    case DAY_OFF -> List.<Span>of();
                    case MAKEUP_WORKDAY ->
                        week.on(day.getDayOfWeek().getValue() > 5 ? DayOfWeek.MONDAY : day.getDayOfWeek());
                    case ORDINARY -> week.on(day.getDayOfWeek());
                });
        for (var extra : of(day, DayException.Kind.EXTRA_HOURS)) {
            spans.addAll(extra.span() == null ? week.on(DayOfWeek.MONDAY) : List.of(extra.span()));
        }
        return spans;
    }

    private List<DayException> of(LocalDate day, DayException.Kind kind) {
        return exceptions.stream()
                .filter(e -> e.kind() == kind && e.date().equals(day))
                .toList();
    }

    private static void cut(List<Hours> hours, int from, int to) {
        var kept = new ArrayList<Hours>();
        for (var h : hours) {
            if (h.from < from) {
                kept.add(new Hours(h.from, Math.min(h.to, from)));
            }
            if (h.to > to) {
                kept.add(new Hours(Math.max(h.from, to), h.to));
            }
        }
        hours.clear();
        hours.addAll(kept);
    }

    private Instant at(LocalDate day, int minute) {
        return day.plusDays(minute / 1440)
                .atTime(minute % 1440 / 60, minute % 60)
                .atZone(zone)
                .toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
