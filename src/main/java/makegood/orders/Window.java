package makegood.orders;

/** Whether a request came in time; UNKNOWN when nobody knows when the goods arrived (the window then counts as open). */
public enum Window {
    IN,
    OUT,
    UNKNOWN
}
