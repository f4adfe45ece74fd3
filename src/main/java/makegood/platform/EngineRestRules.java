package makegood.platform;

import static makegood.platform.Teams.ADMINS;
import static makegood.platform.Teams.LEADS;
import static makegood.platform.Teams.MANAGERS;
import static makegood.platform.Teams.PEOPLE;
import static makegood.platform.Teams.SYSTEMS;
import static makegood.platform.Teams.WAREHOUSE;

import java.util.HashSet;
import java.util.Set;

/** What of the engine's own REST is open: work on tasks, the start of a case or of an unknown parcel, reading for managers, and its own external tasks for a department's worker, through the gate of the module departments. */
final class EngineRestRules extends AllowList {
    static final String ROOT = "/engine-rest";

    EngineRestRules() {
        tasks();
        var starters = new HashSet<>(PEOPLE);
        starters.add(SYSTEMS);
        allow("POST", ROOT + "/process-definition/key/after-sales-case/start", starters);
        allow("POST", ROOT + "/process-definition/key/after-sales-case/submit-form", starters);
        allow("POST", ROOT + "/process-definition/key/unknown-parcel/(?:start|submit-form)", Set.of(WAREHOUSE, ADMINS));
        reading(Set.of(MANAGERS, ADMINS));
        workers();
    }

    /** No unlock: it names no worker, so anybody could free anybody's task. */
    private void workers() {
        allow("POST", ROOT + "/external-task/fetchAndLock", Teams.DEPARTMENTS);
        allow("POST", ROOT + "/external-task/{id}/(?:complete|bpmnError|failure|extendLock)", Teams.DEPARTMENTS);
    }

    private void tasks() {
        allow("GET POST", ROOT + "/task", PEOPLE);
        allow("GET POST", ROOT + "/task/count", PEOPLE);
        allow("GET", ROOT + "/task/{id}", PEOPLE);
        allow("GET", ROOT + "/task/{id}/(?:form|form-variables|deployed-form|identity-links)", PEOPLE);
        allow("POST", ROOT + "/task/{id}/(?:claim|unclaim|complete|submit-form)", PEOPLE);
        allow("POST", ROOT + "/task/{id}/assignee", Set.of(LEADS, MANAGERS, ADMINS));
    }

    private void reading(Set<String> managers) {
        allow("GET", ROOT + "/process-definition(?:/count)?", managers);
        allow("GET", ROOT + "/process-definition/(?:key/)?{id}(?:/xml)?", managers);
        allow("GET POST", ROOT + "/process-instance(?:/count)?", managers);
        allow("GET", ROOT + "/process-instance/{id}(?:/activity-instances|/variables)?", managers);
        allow("GET POST", ROOT + "/history/process-instance(?:/count)?", managers);
        allow("GET", ROOT + "/history/process-instance/{id}", managers);
    }
}
