package makegood.clocks;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a store says about its working time; calendars that it does not name keep the house's hours. */
public record StoreHours(
        ZoneId zone, String jurisdiction, Map<String, WeeklyHours> calendars, List<DayException> exceptions) {
    public static final StoreHours DEFAULT = new StoreHours(ZoneId.of("Asia/Shanghai"), "CN", Map.of(), List.of());

    /** Answered by module stores: it owns the settings, and may import clocks, not the other way round. */
    @FunctionalInterface
    public interface Source {
        /** {@link #DEFAULT} for a store without settings. */
        StoreHours of(String store);
    }
}
