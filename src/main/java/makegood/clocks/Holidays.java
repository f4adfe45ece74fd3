package makegood.clocks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Days off and make-up workdays by jurisdiction. A year whose arrangement was not published when this was built has only
 * the statutory days and no make-up days, because those cannot be guessed; {@link #loaded} tells.
 */
@Component
public class Holidays {
    public enum Kind {
        ORDINARY,
        DAY_OFF,
        MAKEUP_WORKDAY
    }

    private final Map<String, Map<LocalDate, Kind>> lists = new HashMap<>();
    private final Map<String, Set<Integer>> years = new HashMap<>();
    private final Map<String, Set<LocalDate>> springFestival = new HashMap<>();

    public Holidays() {
        read("CN", "calendars/CN-2026.csv")
                .forEach(
                        day -> years.computeIfAbsent("CN", c -> new HashSet<>()).add(day.getYear()));
        read("CN", "calendars/CN-statutory.csv");
    }

    Holidays(String jurisdiction, Map<LocalDate, Kind> days) {
        lists.put(jurisdiction, days);
    }

    public Kind kind(String jurisdiction, LocalDate date) {
        return lists.getOrDefault(jurisdiction, Map.of()).getOrDefault(date, Kind.ORDINARY);
    }

    public boolean isDayOff(String jurisdiction, LocalDate date) {
        return kind(jurisdiction, date) == Kind.DAY_OFF;
    }

    /** While it lasts carriers move slowly. */
    public boolean isSpringFestival(String jurisdiction, LocalDate date) {
        return springFestival.getOrDefault(jurisdiction, Set.of()).contains(date);
    }

    /** Whether the full arrangement of the year is known; true where a jurisdiction has no list at all. */
    public boolean loaded(String jurisdiction, int year) {
        return !lists.containsKey(jurisdiction)
                || years.getOrDefault(jurisdiction, Set.of()).contains(year);
    }

    private List<LocalDate> read(String jurisdiction, String csv) {
        var list = lists.computeIfAbsent(jurisdiction, j -> new HashMap<>());
        try (var reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(csv).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(cells -> {
                        var day = LocalDate.parse(cells[0]);
                        list.put(day, Kind.valueOf(cells[1]));
                        if (isDayOff(jurisdiction, day) && cells.length > 2 && cells[2].contains("Spring Festival")) {
                            springFestival
                                    .computeIfAbsent(jurisdiction, j -> new HashSet<>())
                                    .add(day);
                        }
                        return day;
                    })
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
