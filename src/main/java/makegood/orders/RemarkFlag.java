package makegood.orders;

/** The flag of a remark: a change or anomaly, being followed, solved, special wish, key customer. */
public enum RemarkFlag {
    RED,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE
}
