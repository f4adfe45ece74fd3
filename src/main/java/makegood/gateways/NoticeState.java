package makegood.gateways;

/** OPEN is not heard yet, or contradicts what the gateway said before; KEPT waits for a person; DONE is no news any more. */
enum NoticeState {
    OPEN,
    KEPT,
    DONE
}
