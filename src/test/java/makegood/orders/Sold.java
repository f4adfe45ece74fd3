package makegood.orders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import makegood.stores.Settings;
import makegood.stores.StoreSettings;

/** Orders for tests, written as another system would send them (with ' for "). */
final class Sold {
    static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private Sold() {}

    static Order order(StoreSettings settings, String json) {
        return imported(settings, json).order();
    }

    static ImportedOrder imported(StoreSettings settings, String json) {
        try {
            return new OrderInput("north", "N-1", settings, NOW, body(json)).read();
        } catch (InvalidInput wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    static Body body(String json) throws InvalidInput {
        try {
            return Body.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** One coat, signed at a Shanghai time, or never when null. */
    static Order signed(StoreSettings settings, String local) {
        var delivered = local == null ? "" : ",'deliveredAt':'" + at(local) + "'";
        return order(
                settings,
                "{'lines':[{'sku':'COAT','quantity':1,'paid':100}],"
                        + "'parcels':[{'trackingNumber':'T1','shippedAt':'2026-01-01T00:00:00Z'" + delivered + "}]}");
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    static StoreSettings china() {
        return Settings.of("{}");
    }
}
