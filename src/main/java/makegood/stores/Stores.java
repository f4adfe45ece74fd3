package makegood.stores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import makegood.clocks.StoreHours;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.InvalidInput;
import makegood.platform.StoreUnknown;
import makegood.platform.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settings of every store, dated, and cached for a few seconds because every step asks for them. */
@Service
public class Stores implements StoreHours.Source {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final SettingsRows rows;
    private final Tenants tenants;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    Stores(SettingsRows rows, Tenants tenants, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.json = json;
        this.clock = clock;
    }

    private record Cached(StoreSettings settings, Instant until) {}

    public StoreSettings settings(String store) throws StoreUnknown {
        return find(store).orElseThrow(() -> new StoreUnknown(store));
    }

    /** Of a store that is known to exist, because it has a case or an order. */
    public StoreSettings known(String store) {
        return find(store).orElseThrow(() -> new IllegalStateException("no settings of store " + store));
    }

    public boolean exists(String store) {
        return find(store).isPresent();
    }

    /** All stores, by name. */
    public List<String> names() {
        return rows.stores();
    }

    /** What held at an instant; the first settings for everything before them. */
    public StoreSettings settingsAt(String store, Instant at) throws StoreUnknown {
        return rows.at(store, at).map(this::parsed).orElseThrow(() -> new StoreUnknown(store));
    }

    @Override
    public StoreHours of(String store) {
        return find(store).map(StoreSettings::hours).orElse(StoreHours.DEFAULT);
    }

    private Optional<StoreSettings> find(String store) {
        var now = clock.instant();
        var known = cache.get(store);
        if (known != null && known.until.isAfter(now)) {
            return Optional.of(known.settings);
        }
        var read = rows.latest(store).map(this::parsed);
        read.ifPresent(settings -> cache.put(store, new Cached(settings, now.plus(FRESH))));
        return read;
    }

    /** Settings that say what holds already leave no new revision behind. */
    @Transactional(rollbackFor = Exception.class)
    public StoreSettings set(String store, JsonNode input, String by) throws BusinessRefusal {
        var last = rows.latest(store).orElse(null);
        var settings =
                new SettingsInput(Body.of(input)).read(store, last == null ? 1 : last.revision() + 1, clock.instant());
        StatutoryFloor.check(settings.jurisdiction(), settings.promises(), settings.limits());
        if (last != null && last.content().equals(input.toString())) {
            return parsed(last);
        }
        rows.insert(settings, by, input.toString());
        if (last == null) {
            tenants.ensure(store);
        }
        cache.remove(store);
        return settings;
    }

    private StoreSettings parsed(SettingsRows.Row row) {
        try {
            return new SettingsInput(Body.of(json.readTree(row.content())))
                    .read(row.store(), row.revision(), row.validFrom());
        } catch (JsonProcessingException | InvalidInput broken) {
            throw new IllegalStateException("settings of store " + row.store() + " revision " + row.revision(), broken);
        }
    }
}
