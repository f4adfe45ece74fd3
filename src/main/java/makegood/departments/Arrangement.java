package makegood.departments;

import java.time.Instant;
import java.util.Set;

/**
 * How one store deals with one department: over HTTP, when {@code connection} is there, and which topics the
 * department's own worker serves. Everything else is the built-in worker's, through the connectors that are left.
 */
record Arrangement(
        String store,
        Department department,
        int revision,
        Instant validFrom,
        String setBy,
        Connection connection,
        Set<String> takenOver) {

    /** {@code keyId} signs what we send; the department may sign with either, so that a key can be changed on the way. */
    record Connection(String baseUrl, String keyId, String otherKeyId, boolean active) {
        boolean accepts(String key) {
            return key.equals(keyId) || key.equals(otherKeyId);
        }
    }

    static Arrangement none(String store, Department department) {
        return new Arrangement(store, department, 0, null, null, null, Set.of());
    }

    Arrangement with(Connection other) {
        return new Arrangement(store, department, revision, validFrom, setBy, other, takenOver);
    }

    Arrangement with(Set<String> topics) {
        return new Arrangement(store, department, revision, validFrom, setBy, connection, topics);
    }
}
