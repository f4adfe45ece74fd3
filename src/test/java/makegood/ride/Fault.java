package makegood.ride;

import java.util.List;

/** How a call to the gateway goes wrong, and whether the refund is made all the same. */
enum Fault {
    NONE(true),
    /** 500. */
    ERROR(false),
    /** The connection is cut before anything is done. */
    HANG_UP(false),
    /** No answer in time, and nothing done. */
    TIME_OUT(false),
    /** Done; the connection is cut instead of an answer. */
    LOST(true),
    /** Done; the answer comes when nobody listens any more. */
    LATE(true),
    /** Done; the answer comes late, but in time. */
    SLOW(true),
    /** Done; half a JSON document. */
    BROKEN(true),
    /** Done; an answer that the contract does not know. */
    GARBLED(true),
    /** Taken on, and decided by webhook or when asked later. */
    PENDING(true),
    /** Taken on, and never decided while faults are played. */
    FOREVER(true),
    /** A business no. */
    REFUSE(true),
    /** Settled, and taken back later. */
    REVERSE(true);

    /** A question can only be answered badly. */
    static final List<Fault> OF_QUESTIONS = List.of(ERROR, HANG_UP, TIME_OUT, SLOW, BROKEN, GARBLED);

    static final List<Fault> OF_REFUNDS = List.of(values()).subList(1, values().length);

    final boolean reachesTheBook;

    Fault(boolean reachesTheBook) {
        this.reachesTheBook = reachesTheBook;
    }
}
