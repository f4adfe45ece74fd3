package makegood.clocks;

import java.time.Instant;
import java.util.Map;
import makegood.platform.Decisions;
import org.springframework.stereotype.Component;

/** What the table service-clocks grants a stage, as instants of the store's calendar. */
@Component
class ServiceLimits {
    private final Decisions decisions;
    private final Calendars calendars;

    ServiceLimits(Decisions decisions, Calendars calendars) {
        this.decisions = decisions;
        this.calendars = calendars;
    }

    /**
     * Due and warning (three quarters of the limit) as they would be without any platform; {@code repeatMinutes}: how often
     * it is told again while it is missed, null = never.
     */
    record Limit(String calendar, String onLimit, Instant dueAt, Instant warnAt, Long repeatMinutes) {}

    Limit of(String store, String stage, String channel, String priority, Instant from) {
        var found =
                decisions.evaluate("service-clocks", Map.of("stage", stage, "channel", channel, "priority", priority));
        long minutes = ((Number) found.get("limitMin")).longValue();
        var calendar = (String) found.get("calendar");
        var hours = calendars.of(store, calendar);
        long repeat = found.get("repeatMin") instanceof Number every ? every.longValue() : 0;
        return new Limit(
                calendar,
                (String) found.get("onLimit"),
                hours.due(from, minutes),
                hours.due(from, minutes * 3 / 4),
                repeat > 0 ? repeat : null);
    }
}
