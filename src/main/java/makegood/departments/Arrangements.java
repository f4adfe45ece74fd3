package makegood.departments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import makegood.departments.Arrangement.Connection;
import makegood.platform.StoreUnknown;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How stores deal with their departments. Asked at every fetch and call, so remembered for two seconds. */
@Component
class Arrangements {
    private static final long FRESH = Duration.ofSeconds(2).toNanos();
    private final ArrangementRows rows;
    private final TransactionTemplate transaction;
    private final IdentityService identities;
    private final AsSystem asSystem;
    private volatile Known known;

    /** What holds at a moment; {@code stores} are all stores of the house. */
    private record Known(List<Arrangement> all, Set<String> stores, long until) {}

    Arrangements(
            ArrangementRows rows,
            TransactionTemplate transaction,
            @Lazy IdentityService identities,
            AsSystem asSystem) {
        this.rows = rows;
        this.transaction = transaction;
        this.identities = identities;
        this.asSystem = asSystem;
    }

    /** The active way over HTTP. */
    Optional<Connection> connection(String store, Department department) {
        return now().all().stream()
                .filter(a -> a.store().equals(store) && a.department() == department)
                .map(Arrangement::connection)
                .filter(c -> c != null && c.active())
                .findFirst();
    }

    /** Topics with the stores in which a department's own worker serves them. */
    Map<String, Set<String>> takenOver() {
        return now().all().stream()
                .flatMap(a -> a.takenOver().stream().map(topic -> Map.entry(topic, a.store())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    Set<String> stores() {
        return now().stores();
    }

    /** The name of a store that is there. */
    String known(String store) throws StoreUnknown {
        long found = asSystem.call(
                () -> identities.createTenantQuery().tenantId(store).count());
        if (found == 0) {
            throw new StoreUnknown(store);
        }
        return store;
    }

    /** Whose key it is; empty when no connection names it. */
    List<Arrangement> withKey(String keyId) {
        return now().all().stream()
                .filter(a -> a.connection() != null && a.connection().accepts(keyId))
                .toList();
    }

    /** Whether a connection names the key, or has ever named it. */
    boolean everNamed(String keyId) {
        return transaction.execute(t -> rows.everNamed(keyId));
    }

    /** As it stands in the table, not as it is remembered. */
    Arrangement of(String store, Department department) {
        return transaction.execute(t -> rows.of(store, department));
    }

    /** What says the same as before leaves no new row. */
    Arrangement change(String store, Department department, UnaryOperator<Arrangement> how, String by) {
        var changed = transaction.execute(t -> {
            var before = rows.of(store, department);
            var after = how.apply(before);
            if (!after.equals(before)) {
                rows.add(after, before.revision() + 1, by);
            }
            return rows.of(store, department);
        });
        known = null;
        DepartmentWorker.wake(); // what nobody was to fetch may be somebody's now
        return changed;
    }

    private Known now() {
        var before = known;
        if (before != null && before.until() > System.nanoTime()) {
            return before;
        }
        var read = transaction.execute(t -> rows.all());
        var stores = asSystem.call(() -> identities.createTenantQuery().list()).stream()
                .map(Tenant::getId);
        return known = new Known(read, stores.collect(Collectors.toSet()), System.nanoTime() + FRESH);
    }
}
