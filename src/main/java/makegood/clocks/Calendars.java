package makegood.clocks;

import java.util.List;
import org.springframework.stereotype.Component;

/** The calendars of a store by code: DESK, WAREHOUSE and FINANCE follow the holidays, CHAT and ALWAYS do not. */
@Component
public class Calendars {
    private final StoreHours.Source stores;
    private final Holidays holidays;

    Calendars(StoreHours.Source stores, Holidays holidays) {
        this.stores = stores;
        this.holidays = holidays;
    }

    public WorkingCalendar of(String store, String code) {
        var hours = stores.of(store);
        if (code.equals("ALWAYS") || code.equals("CHAT")) {
            var week =
                    code.equals("CHAT") ? hours.calendars().getOrDefault(code, WeeklyHours.ALWAYS) : WeeklyHours.ALWAYS;
            return new WorkingCalendar(hours.zone(), week, day -> Holidays.Kind.ORDINARY, List.of());
        }
        var week = hours.calendars().getOrDefault(code, WeeklyHours.DESK);
        return new WorkingCalendar(
                hours.zone(), week, day -> holidays.kind(hours.jurisdiction(), day), hours.exceptions());
    }
}
