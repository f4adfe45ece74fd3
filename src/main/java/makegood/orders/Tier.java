package makegood.orders;

/** How the shop knows its customer. */
public enum Tier {
    NEW,
    REGULAR,
    VIP,
    AT_RISK
}
