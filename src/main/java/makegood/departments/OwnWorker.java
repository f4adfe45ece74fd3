package makegood.departments;

import java.util.Set;
import makegood.platform.Caller;

/** A department's own worker as it is known here: its account, its department, its stores, and the name it locks with. */
record OwnWorker(String account, Department department, Set<String> stores, String id) {
    static OwnWorker of(Caller caller, Department department, String workerId) {
        return new OwnWorker(caller.account(), department, caller.stores(), caller.account() + "/" + workerId);
    }

    /** A task that one of this account's workers has locked. */
    boolean hasLocked(String workerId) {
        return workerId != null && workerId.startsWith(account + "/");
    }
}
