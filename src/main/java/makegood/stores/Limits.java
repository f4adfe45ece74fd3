package makegood.stores;

import java.util.List;

/**
 * How long the shop waits, and small amounts: days to send goods back with the days of reminders, hours to give evidence
 * with the reminder, hours to answer a deduction, minutes after which a silent gateway is asked, days of a return parcel
 * on its way, the unit share (minor units) up to which the shop's fault is refunded without the goods, hours a customer has
 * to answer an offer, what may be given as compensation in a calendar month (minor units), requests per line, and what a customer's
 * bill for return freight is paid up to (minor units).
 */
public record Limits(
        int sendBackDays,
        List<Integer> reminderDays,
        int evidenceHours,
        int evidenceReminderHours,
        int deductionHours,
        List<Integer> gatewayAskMinutes,
        int parcelDueDays,
        long refundWithoutReturnUnit,
        int offerHours,
        long compensationBudget,
        int attemptsPerLine,
        long freightBill,
        Exchanges exchanges,
        Parcels parcels,
        Reviews reviews) {

    /**
     * Days that stock is reserved; with the replacement sent first, days of the reminders and of the decision to charge;
     * hours in which a difference or charge is to be paid; days in which what we send must arrive.
     */
    public record Exchanges(
            int reservationDays, List<Integer> reminderDays, int chargeDays, int payHours, int deliveryDays) {}

    /**
     * What the watch waits for, in hours: the first scan after shipping, any scan, the promised day; days without scan until
     * a parcel counts as lost; hours the carrier has to answer a query, days for a claim.
     */
    public record Parcels(
            int firstScanHours, int noScanHours, int overdueHours, int lostDays, int queryHours, int claimDays) {}

    /**
     * How often and over how many channels we try to reach the author, hours between tries, days until an update is no longer waited for,
     * hours in which a colleague who is named as the cause can say how they saw it.
     */
    public record Reviews(int tries, int channels, int tryHours, int waitDays, int viewHours) {}

    static Limits of(Jurisdiction jurisdiction) {
        return new Limits(
                jurisdiction == Jurisdiction.EU ? 14 : 7,
                List.of(3, 6),
                48,
                24,
                72,
                List.of(5, 30, 120),
                10,
                3000,
                48,
                500_000,
                5,
                2500,
                new Exchanges(10, List.of(3, 7, 10), 14, 48, 10),
                new Parcels(24, 48, 24, 7, 24, 7),
                new Reviews(3, 2, 24, 7, 72));
    }
}
