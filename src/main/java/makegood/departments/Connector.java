package makegood.departments;

/** The way to the departments' own systems. Called outside any transaction; throws {@link AnswerLost} or any runtime exception. */
public interface Connector {
    /** Whether this is the way for that call; the first in their order is taken. */
    default boolean serves(DepartmentCall call) {
        return true;
    }

    /** Do it. The same idempotency key must never do the thing twice. */
    Answer call(DepartmentCall call);

    /** Has it been done? Never does anything. */
    Answer query(DepartmentCall call);
}
