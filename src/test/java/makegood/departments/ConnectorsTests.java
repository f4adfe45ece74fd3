package makegood.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorsTests {
    private static final DepartmentCall SHIP =
            new DepartmentCall("r", "warehouse.ship", "k", "north", "AS-1", Map.of());

    @Test
    void theFirstThatServesACallIsItsWay() {
        var ways = new Connectors(List.of(way("south", "a"), way("north", "b"), way("north", "c")));
        assertThat(ways.call(SHIP)).isEqualTo(new Answer.No("b"));
        assertThat(ways.query(SHIP)).isEqualTo(new Answer.No("b"));
        assertThat(ways.serves(SHIP)).isTrue();
    }

    @Test
    void aCallWithoutAWayWaitsForOne() {
        var ways = new Connectors(List.of(way("south", "a")));
        assertThat(ways.serves(SHIP)).isFalse();
        assertThatThrownBy(() -> ways.call(SHIP))
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("no connection is set");
    }

    private static Connector way(String store, String says) {
        return new Connector() {
            @Override
            public boolean serves(DepartmentCall call) {
                return call.store().equals(store);
            }

            @Override
            public Answer call(DepartmentCall call) {
                return new Answer.No(says);
            }

            @Override
            public Answer query(DepartmentCall call) {
                return new Answer.No(says);
            }
        };
    }
}
