package makegood.orders;

/** Whether goods are excepted from the no-reason return, and how firmly. */
public enum GoodsException {
    NONE,
    HARD,
    SOFT_CONFIRMED,
    SOFT_UNCONFIRMED,
    PROMISED;

    /** A promise to take excepted goods back binds; without stored proof of the buyer's confirmation no soft exception holds. */
    static GoodsException of(Line line) {
        var hard = line.madeToOrder() || line.perishable() || line.digital();
        var soft = line.hygiene() || line.exceptionConfirmedAt() != null;
        if (!hard && !soft) {
            return NONE;
        }
        if (line.noReasonPromised()) {
            return PROMISED;
        }
        if (hard) {
            return HARD;
        }
        return line.exceptionConfirmedAt() != null ? SOFT_CONFIRMED : SOFT_UNCONFIRMED;
    }
}
