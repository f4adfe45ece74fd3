package makegood.stores;

/**
 * What the shop promises its customers, never less than the law. Days of the no-reason return, of the return for a fault
 * and of the shop's own longer return; months of warranty; days within which a refund is paid; free way back.
 */
public record Promises(
        int noReasonDays, int qualityDays, int shopDays, int warrantyMonths, int promiseDays, boolean freeReturn) {

    static Promises of(Jurisdiction jurisdiction) {
        return jurisdiction == Jurisdiction.EU
                ? new Promises(14, 15, 14, 24, 3, false)
                : new Promises(7, 15, 7, 12, 3, false);
    }
}
