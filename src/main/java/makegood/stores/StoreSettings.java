package makegood.stores;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import makegood.clocks.StoreHours;

/** What holds in a store since {@code validFrom}; {@code language} is en or zh, the customers' language. */
public record StoreSettings(
        String store,
        int revision,
        Instant validFrom,
        String platform,
        ZoneId zone,
        String language,
        Jurisdiction jurisdiction,
        StoreHours hours,
        Promises promises,
        Limits limits,
        String returnAddress) {

    /** The next time the store's clocks show {@code at}: what a standstill missed is not made up one by one. */
    public Instant next(LocalTime at, Instant now) {
        var here = now.atZone(zone);
        var next = here.with(at);
        return (next.isAfter(here) ? next : next.plusDays(1).with(at)).toInstant();
    }
}
