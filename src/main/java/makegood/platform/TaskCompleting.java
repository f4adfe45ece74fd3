package makegood.platform;

import java.util.Map;
import java.util.Set;

/**
 * Somebody completes a user task, and nothing is checked or changed yet. Published in the engine's transaction: whoever
 * keeps the tasks takes this one for the caller, so that of ten simultaneous answers one goes on and the others wait
 * without holding anything; whoever reads words refuses what may not be said.
 */
public final class TaskCompleting {
    public final String taskId;
    public final String element;
    public final String caseNumber;
    public final Set<String> teams;
    public final String by;
    public final Map<String, Object> answers;
    private boolean gone;
    private BusinessRefusal refusal;

    TaskCompleting(
            String taskId,
            String element,
            String caseNumber,
            Set<String> teams,
            String by,
            Map<String, Object> answers) {
        this.taskId = taskId;
        this.element = element;
        this.caseNumber = caseNumber;
        this.teams = teams;
        this.by = by;
        this.answers = answers;
    }

    /** Another answer was faster. */
    public void lost() {
        gone = true;
    }

    /** The task stays open, and the person is told why. */
    public void refuse(BusinessRefusal why) {
        refusal = why;
    }

    boolean isLost() {
        return gone;
    }

    void check() throws BusinessRefusal {
        if (refusal != null) {
            throw refusal;
        }
    }
}
