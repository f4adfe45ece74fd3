package makegood.platform;

import java.time.Instant;
import java.util.Set;

/** A user task has been created; listeners may give it a due date and a priority. Published in the engine's transaction. */
public final class TaskOpened {
    public final String taskId;
    public final String element;
    public final String name;
    public final String caseNumber;
    public final String store;
    public final Set<String> teams;
    public final String stage;
    private Instant dueAt;
    private int priority = 50;

    TaskOpened(
            String taskId,
            String element,
            String name,
            String caseNumber,
            String store,
            Set<String> teams,
            String stage) {
        this.taskId = taskId;
        this.element = element;
        this.name = name;
        this.caseNumber = caseNumber;
        this.store = store;
        this.teams = teams;
        this.stage = stage;
    }

    public void due(Instant at) {
        dueAt = at;
    }

    public void priority(int level) {
        priority = level;
    }

    Instant dueAt() {
        return dueAt;
    }

    int priority() {
        return priority;
    }
}
