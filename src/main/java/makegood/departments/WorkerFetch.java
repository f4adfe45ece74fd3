package makegood.departments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import makegood.platform.Body;
import makegood.platform.BusinessRefusal;
import makegood.platform.InvalidInput;
import makegood.platform.Text;

/**
 * What a department's worker fetches, as the engine's REST has it.
 *
 * @param most tasks at once
 * @param patienceMillis how long the answer may wait for a task
 */
record WorkerFetch(int most, boolean byPriority, long patienceMillis, List<TaskLocks.Wanted> wanted) {
    static final long SHORTEST_LOCK = 10_000;
    static final long LONGEST_LOCK = 600_000;
    /** A stopped worker's last question still takes a task with it: the shorter the better. */
    private static final long PATIENCE = 10_000;

    private static final int MOST = 20;
    /** Ignored, they would hand out more than was asked for. */
    private static final List<String> FILTERS = List.of(
            "businessKey",
            "processDefinitionId",
            "processDefinitionIdIn",
            "processDefinitionKey",
            "processDefinitionKeyIn",
            "processDefinitionVersionTag",
            "processVariables");

    static WorkerFetch read(JsonNode given, OwnWorker worker) throws BusinessRefusal {
        var body = Body.of(given);
        var most = body.whole("maxTasks", 1, 1_000);
        var priority = body.flag("usePriority");
        var patience = body.whole("asyncResponseTimeout", 0, 1_800_000);
        var wanted = new ArrayList<TaskLocks.Wanted>();
        for (var topic : body.list("topics", 50)) {
            wanted.add(topic(topic, given.get("topics").get(wanted.size()), worker));
        }
        if (wanted.isEmpty()) {
            body.wrong("topics", "REQUIRED", new Text("at least one", "至少一个"));
        }
        body.check();
        return new WorkerFetch(
                most == null ? 1 : (int) Math.min(MOST, most),
                Boolean.TRUE.equals(priority),
                patience == null ? 0 : Math.min(PATIENCE, patience),
                wanted);
    }

    private static TaskLocks.Wanted topic(Body body, JsonNode given, OwnWorker worker) throws BusinessRefusal {
        var name = body.text("topicName", 64);
        var topic = Topic.find(String.valueOf(name))
                .filter(t -> t.department() == worker.department())
                .orElseThrow(NotYourTopic::new);
        var lock = body.required("lockDuration", body.whole("lockDuration", SHORTEST_LOCK, LONGEST_LOCK));
        for (var filter : FILTERS) {
            if (given.hasNonNull(filter)
                    && !(given.get(filter).isContainerNode()
                            && given.get(filter).isEmpty())) {
                body.wrong(filter, "NOT_OFFERED", new Text("this filter is not offered", "不支持此筛选条件"));
            }
        }
        return new TaskLocks.Wanted(topic, lock == null ? SHORTEST_LOCK : lock, stores(given, worker));
    }

    /** The worker's stores, or those of them that it asks for. */
    private static Set<String> stores(JsonNode given, OwnWorker worker) throws InvalidInput {
        if (given.path("withoutTenantId").asBoolean(false)) {
            return Set.of();
        }
        var stores = new HashSet<>(worker.stores());
        if (given.hasNonNull("tenantIdIn")) {
            var asked = new HashSet<String>();
            given.get("tenantIdIn").forEach(store -> asked.add(store.asText()));
            stores.retainAll(asked);
        }
        return stores;
    }
}
