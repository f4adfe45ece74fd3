package makegood.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import makegood.platform.BusinessRefusal;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.StoreUnknown;
import makegood.platform.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settings and products of a store over REST; which teams may write them, the platform's rules say. */
@RestController
@RequestMapping("/api/v1")
class StoresApi {
    private final Stores stores;
    private final Products products;

    StoresApi(Stores stores, Products products) {
        this.stores = stores;
        this.products = products;
    }

    /** What a store's settings look like: hours as text, all figures that hold, defaults included. */
    record SettingsView(
            String store,
            int revision,
            String validFrom,
            String platform,
            String zone,
            String language,
            Jurisdiction jurisdiction,
            Map<String, Object> calendar,
            Promises promises,
            Limits limits,
            String returnAddress) {
        static SettingsView of(StoreSettings s) {
            var calendar = new TreeMap<String, Object>();
            s.hours().calendars().forEach((code, week) -> calendar.put(code, week.text()));
            calendar.put(
                    "exceptions",
                    s.hours().exceptions().stream()
                            .map(e -> Map.of(
                                    "date", e.date().toString(),
                                    "kind", e.kind(),
                                    "hours",
                                            e.span() == null
                                                    ? "00:00-24:00"
                                                    : e.span().toString()))
                            .toList());
            return new SettingsView(
                    s.store(),
                    s.revision(),
                    s.validFrom().toString(),
                    s.platform(),
                    s.zone().getId(),
                    s.language(),
                    s.jurisdiction(),
                    calendar,
                    s.promises(),
                    s.limits(),
                    s.returnAddress());
        }
    }

    @GetMapping("/stores/{store}/settings")
    SettingsView settings(@PathVariable String store) throws BusinessRefusal {
        served(store);
        return SettingsView.of(stores.settings(store));
    }

    @PutMapping("/stores/{store}/settings")
    SettingsView set(@PathVariable String store, @RequestBody JsonNode settings) throws BusinessRefusal {
        if (!store.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}")) {
            throw new InvalidInput(
                    "store", "NOT_A_NAME", new Text("letters, digits, - and _, at most 60", "字母、数字、-、_，最多 60 个字符"));
        }
        if (stores.exists(store)) {
            served(store);
        }
        return SettingsView.of(stores.set(store, settings, Caller.current().account()));
    }

    @GetMapping("/products/{store}/{sku}")
    Product product(@PathVariable String store, @PathVariable String sku) throws BusinessRefusal {
        served(store);
        return products.find(store, sku).orElseThrow(() -> new ProductUnknown(sku));
    }

    @PutMapping("/products/{store}/{sku}")
    Product put(@PathVariable String store, @PathVariable String sku, @RequestBody JsonNode product)
            throws BusinessRefusal {
        served(store);
        stores.settings(store);
        if (sku.isBlank() || sku.length() > 100) {
            throw new InvalidInput("sku", "TOO_LONG", new Text("at most 100 characters", "最多 100 个字符"));
        }
        products.put(store, sku, product);
        return products.find(store, sku).orElseThrow(() -> new ProductUnknown(sku));
    }

    private static void served(String store) throws StoreUnknown {
        if (!Caller.current().serves(store)) {
            throw new StoreUnknown(store);
        }
    }
}
