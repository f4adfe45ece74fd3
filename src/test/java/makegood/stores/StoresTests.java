package makegood.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import makegood.MovableClock;
import makegood.Tables;
import makegood.clocks.StoreHours;
import makegood.platform.StoreUnknown;
import makegood.platform.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoresTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T02:00:00Z"));
    private final Tenants tenants = mock(Tenants.class);
    private JdbcClient db;
    private Stores stores;

    @BeforeEach
    void build() {
        db = JdbcClient.create(Tables.of("V20__stores"));
        stores = new Stores(new SettingsRows(db), tenants, JSON, clock);
    }

    @Test
    void aStoreWithoutSettingsIsUnknownButHasHours() {
        assertThatThrownBy(() -> stores.settings("north")).isInstanceOf(StoreUnknown.class);
        assertThat(stores.exists("north")).isFalse();
        assertThat(stores.of("north")).isEqualTo(StoreHours.DEFAULT);
    }

    @Test
    void aChangeIsANewRevisionAndTheOldOneStaysReadable() throws Exception {
        var before = clock.instant();
        stores.set("north", json("{'promises':{'noReasonDays':7}}"), "admin");
        clock.advance(Duration.ofDays(1));
        stores.set("north", json("{'promises':{'noReasonDays':15}}"), "admin");
        assertThat(stores.settings("north").promises().noReasonDays()).isEqualTo(15);
        assertThat(stores.settings("north").revision()).isEqualTo(2);
        assertThat(stores.settingsAt("north", before).promises().noReasonDays()).isEqualTo(7);
        assertThat(stores.settingsAt("north", before.minusSeconds(9)).promises().noReasonDays())
                .isEqualTo(7);
        verify(tenants).ensure("north");
    }

    @Test
    void theSameSettingsAgainLeaveNoRevision() throws Exception {
        stores.set("north", json("{'language':'en'}"), "admin");
        assertThat(stores.set("north", json("{'language':'en'}"), "admin").revision())
                .isEqualTo(1);
    }

    @Test
    void whatTheLawForbidsChangesNothing() throws Exception {
        stores.set("north", json("{}"), "admin");
        assertThatThrownBy(() -> stores.set("north", json("{'promises':{'noReasonDays':3}}"), "admin"))
                .isInstanceOf(BelowStatutoryFloor.class);
        assertThat(stores.settings("north").revision()).isEqualTo(1);
    }

    @Test
    void aProductKeepsItsPartsWithTheirValues() {
        var products = new Products(db);
        var earphones = new Product("north", "TWS", "耳机", "9P", 89900L, List.of(new Product.Part("case", 12000)), 24);
        products.put(earphones);
        products.put(earphones);
        assertThat(products.find("north", "TWS")).contains(earphones);
        assertThat(products.partValue("north", "TWS", "case")).isEqualTo(OptionalLong.of(12000));
        assertThat(products.partValue("north", "TWS", "cable")).isEmpty();
        assertThat(products.find("south", "TWS")).isEmpty();
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
