package makegood.departments;

import java.time.Duration;
import java.util.List;

/** All ways to departments; each call takes the first that serves it. */
record Connectors(List<Connector> ways) implements Connector {
    private static final Duration UNTIL_SOMEBODY_SETS_IT = Duration.ofMinutes(1);

    @Override
    public boolean serves(DepartmentCall call) {
        return ways.stream().anyMatch(way -> way.serves(call));
    }

    @Override
    public Answer call(DepartmentCall call) {
        return way(call).call(call);
    }

    @Override
    public Answer query(DepartmentCall call) {
        return way(call).query(call);
    }

    private Connector way(DepartmentCall call) {
        return ways.stream()
                .filter(way -> way.serves(call))
                .findFirst()
                .orElseThrow(() -> new HeldBack("no connection is set for it in this store", UNTIL_SOMEBODY_SETS_IT));
    }
}
