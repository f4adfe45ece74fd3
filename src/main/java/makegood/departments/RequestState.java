package makegood.departments;

/** OPEN is asked and not sent, SENDING is in a call (or was, when the node died), PENDING is left open by the department. */
enum RequestState {
    OPEN,
    SENDING,
    PENDING,
    DONE,
    NO,
    FAILED,
    CANCELLED;

    boolean over() {
        return this == DONE || this == NO || this == CANCELLED;
    }
}
