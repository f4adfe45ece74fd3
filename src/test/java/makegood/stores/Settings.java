package makegood.stores;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import makegood.platform.Body;
import makegood.platform.InvalidInput;
import makegood.platform.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Store settings for tests, from JSON (with ' for "). */
public final class Settings {
    private Settings() {}

    public static StoreSettings of(String json) {
        try {
            return read(json);
        } catch (InvalidInput wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    static StoreSettings read(String json) throws InvalidInput {
        try {
            var body = Body.of(new ObjectMapper().readTree(json.replace('\'', '"')));
            return new SettingsInput(body).read("north", 1, Instant.EPOCH);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** Stores with the house's settings for {@code north}, on a database of the test. */
    public static Stores stores(JdbcClient db, Clock clock) throws Exception {
        var stores = new Stores(new SettingsRows(db), mock(Tenants.class), new ObjectMapper(), clock);
        stores.set("north", new ObjectMapper().createObjectNode(), "test");
        return stores;
    }

    public static Products products(JdbcClient db) {
        return new Products(db);
    }

    /** Whether these settings are complete and not below the law. */
    public static boolean lawful(JsonNode json) throws InvalidInput, BelowStatutoryFloor {
        var settings = new SettingsInput(Body.of(json)).read("north", 1, Instant.EPOCH);
        StatutoryFloor.check(settings.jurisdiction(), settings.promises(), settings.limits());
        return true;
    }

    public static Product product(String sku, JsonNode json) throws InvalidInput {
        return Products.read("north", sku, Body.of(json));
    }
}
