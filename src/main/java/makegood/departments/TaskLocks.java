package makegood.departments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Who locks which tasks: a topic of a store is the department's own worker's or the built-in one's, never both. */
@Component
class TaskLocks {
    private final ExternalTaskService tasks;
    private final Arrangements arrangements;
    private final DepartmentSettings settings;

    TaskLocks(ExternalTaskService tasks, Arrangements arrangements, DepartmentSettings settings) {
        this.tasks = tasks;
        this.arrangements = arrangements;
        this.settings = settings;
    }

    /** A topic that a department's worker asks for, for so many milliseconds, in these stores. */
    record Wanted(Topic topic, long millis, Set<String> stores) {}

    /** What nobody has taken over. */
    List<LockedExternalTask> lockOwn(int room, String worker) {
        var elsewhere = arrangements.takenOver();
        var locked = new ArrayList<>(inStores(room, worker, elsewhere));
        if (!elsewhere.isEmpty() && locked.size() < room) {
            locked.addAll(ofNoStore(room - locked.size(), worker, elsewhere));
        }
        return locked;
    }

    private List<LockedExternalTask> inStores(int room, String worker, Map<String, Set<String>> elsewhere) {
        ExternalTaskQueryBuilder query = tasks.fetchAndLock(room, worker);
        boolean any = false;
        for (var topic : Topic.values()) {
            var taken = elsewhere.get(topic.id());
            if (taken == null) {
                query = own(query, topic);
                any = true;
                continue;
            }
            var left = new HashSet<>(arrangements.stores());
            left.removeAll(taken);
            if (!left.isEmpty()) {
                query = own(query, topic).tenantIdIn(left.toArray(String[]::new));
                any = true;
            }
        }
        return any ? query.execute() : List.of();
    }

    /** The watches over all stores belong to none, so no store can have given theirs away. */
    private List<LockedExternalTask> ofNoStore(int room, String worker, Map<String, Set<String>> elsewhere) {
        ExternalTaskQueryBuilder query = tasks.fetchAndLock(room, worker);
        for (var topic : elsewhere.keySet()) {
            query = own(query, Topic.of(topic)).withoutTenantId();
        }
        return query.execute();
    }

    private ExternalTaskQueryTopicBuilder own(ExternalTaskQueryBuilder query, Topic topic) {
        return query.topic(topic.id(), settings.lock().toMillis())
                .variables(List.of())
                .localVariables();
    }

    /** What a department's worker may have of what it asks for: taken over, in its stores. */
    List<LockedExternalTask> lockFor(String worker, int most, boolean byPriority, List<Wanted> wanted) {
        var takenOver = arrangements.takenOver();
        ExternalTaskQueryBuilder query = tasks.fetchAndLock(most, worker, byPriority);
        boolean any = false;
        for (var one : wanted) {
            var stores = new HashSet<>(takenOver.getOrDefault(one.topic().id(), Set.of()));
            stores.retainAll(one.stores());
            if (!stores.isEmpty()) {
                query = query.topic(one.topic().id(), one.millis())
                        .variables(List.of())
                        .localVariables()
                        .tenantIdIn(stores.toArray(String[]::new));
                any = true;
            }
        }
        return any ? query.execute() : List.of();
    }
}
