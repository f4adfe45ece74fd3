package makegood.ride;

/**
 * A place inside a node's transaction where it can be held for a moment and killed: a trigger of the ride's own database
 * sleeps there while the ride holds the user lock of that name.
 */
enum Point {
    /** The refund's amount is held, and that is not committed. */
    BEFORE_THE_HOLD_COMMITS("after insert on refund for each row", "true"),
    /** The hold is committed; that the refund is being sent is not. */
    HELD_NOT_SENT("before update on refund for each row", "new.state = 'SENT' and old.state <> 'SENT'"),
    /** The gateway's success is committed; the next step has not begun. */
    AFTER_COMMIT_BEFORE_THE_NEXT_STEP(
            "before update on department_request for each row",
            "new.topic = 'notification.send' and new.request_state = 'SENDING' and exists (select 1 from refund r"
                    + " where r.case_number = new.case_number and r.state = 'SETTLED')"),
    /** A webhook is stored, and that is not committed. */
    STORING_A_WEBHOOK("after insert on department_message for each row", "true");

    /** Shorter than any time limit of a node, longer than it takes to find and kill it. */
    private static final int SECONDS = 4;

    /** The user lock that says which account is held, as a trigger's own account is that of its maker. */
    static final String HELD = "held ";

    private final String when;
    private final String condition;

    Point(String when, String condition) {
        this.when = when;
        this.condition = condition;
    }

    String trigger() {
        var mark = "concat('" + HELD + "', substring_index(user(), '@', 1))";
        return "create trigger ride_" + ordinal() + " " + when + " begin if is_used_lock('" + name()
                + "') is not null and " + condition + " then do get_lock(" + mark + ", 0), sleep(" + SECONDS
                + "), release_lock(" + mark + "); end if; end";
    }
}
