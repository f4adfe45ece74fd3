package makegood.logistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import makegood.clocks.Holidays;
import makegood.orders.Parcels;
import makegood.platform.Decisions;
import makegood.stores.StoreSettings;
import makegood.stores.Stores;
import org.springframework.stereotype.Component;

/** How long a parcel may be silent: the store's own hours, times what the table {@code watch-limits} says for the route. */
@Component
class WatchLimits {
    /** Carriers need this many days to get going again after the festival. */
    private static final int RUN_OUT_DAYS = 2;

    private final Decisions decisions;
    private final Stores stores;
    private final Holidays holidays;

    WatchLimits(Decisions decisions, Stores stores, Holidays holidays) {
        this.decisions = decisions;
        this.stores = stores;
        this.holidays = holidays;
    }

    /** What began before these instants is too long ago. */
    record Limits(Parcels.Silence silence, Instant promised) {}

    Limits of(Parcels.Route route, Instant now) {
        var store = stores.known(route.store());
        var own = store.limits().parcels();
        return new Limits(
                new Parcels.Silence(
                        before(now, store, route, WatchFinding.NO_FIRST_SCAN, own.firstScanHours()),
                        before(now, store, route, WatchFinding.STUCK, own.noScanHours()),
                        before(now, store, route, WatchFinding.NO_UPDATE, own.noScanHours())),
                before(now, store, route, WatchFinding.OVERDUE, own.overdueHours()));
    }

    private Instant before(Instant now, StoreSettings store, Parcels.Route route, WatchFinding kind, int ownHours) {
        var decided = decisions.evaluate(
                "watch-limits",
                Map.of(
                        "jurisdiction", store.jurisdiction().name(),
                        "carrier", route.carrier() == null ? "UNKNOWN" : route.carrier(),
                        "region", route.country(),
                        "kind", kind.name(),
                        "festival", festival(store, now)));
        long hours = ((Number) decided.get("hours")).longValue();
        long percent = ((Number) decided.get("percent")).longValue();
        return now.minus(hours > 0 ? Duration.ofHours(hours) : Duration.ofMinutes(ownHours * 60L * percent / 100));
    }

    private boolean festival(StoreSettings store, Instant now) {
        var today = now.atZone(store.zone()).toLocalDate();
        return IntStream.rangeClosed(0, RUN_OUT_DAYS)
                .anyMatch(days -> holidays.isSpringFestival(store.jurisdiction().name(), today.minusDays(days)));
    }
}
