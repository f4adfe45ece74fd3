package makegood.logistics;

import makegood.cases.Reason;
import makegood.orders.WatchedParcel;
import makegood.platform.Text;

/** What the watch sees of a parcel before the customer does; codes of {@code exceptionKind} (rules.md 1.5). */
enum WatchFinding {
    NO_FIRST_SCAN(Reason.NO_TRACKING, "The carrier has never scanned the parcel.", "快递一直没有揽收记录。"),
    NO_UPDATE(Reason.DELIVERY_TOO_LATE, "The carrier has not scanned the parcel for too long.", "物流长时间没有更新。"),
    STUCK(Reason.DELIVERY_TOO_LATE, "The parcel went out for delivery and did not arrive.", "包裹派送后一直未签收。"),
    OVERDUE(Reason.DELIVERY_TOO_LATE, "The promised day is past and the parcel is not there.", "已过承诺送达日，包裹仍未送达。"),
    LOST(Reason.NOT_RECEIVED, "The carrier reports the parcel lost.", "快递报告包裹丢失。"),
    DAMAGED(Reason.DAMAGED_IN_TRANSIT, "The carrier reports the parcel damaged.", "快递报告包裹破损。"),
    REFUSED_BY_CUSTOMER(Reason.REFUSED_PARCEL, "The customer refused the parcel.", "客户拒收包裹。"),
    COD_REFUSED(Reason.REFUSED_PARCEL, "The customer refused to pay on delivery.", "客户拒收货到付款包裹。"),
    ADDRESS_UNREACHABLE(Reason.NOT_RECEIVED, "The carrier sends the parcel back undelivered.", "包裹无法派送，快递正在退回。"),
    DELIVERED_NOT_RECEIVED(
            Reason.NOT_RECEIVED, "The parcel was signed for far from the customer's address.", "包裹签收地点与收货地址不符。");

    private final Reason reason;
    private final Text text;

    WatchFinding(Reason reason, String en, String zh) {
        this.reason = reason;
        text = new Text(en, zh);
    }

    Reason reason() {
        return reason;
    }

    Text text() {
        return text;
    }

    static WatchFinding ofSilence(WatchedParcel parcel) {
        if (parcel.lastScan() == null) {
            return NO_FIRST_SCAN;
        }
        return switch (parcel.lastScan()) {
            case OUT_FOR_DELIVERY -> STUCK;
            default -> NO_UPDATE;
        };
    }

    static WatchFinding ofTrouble(WatchedParcel parcel) {
        return switch (parcel.trouble()) {
            case REFUSED -> parcel.cashOnDelivery() ? COD_REFUSED : REFUSED_BY_CUSTOMER;
            case DAMAGED -> DAMAGED;
            case LOST -> LOST;
            case RETURNED_TO_SENDER -> ADDRESS_UNREACHABLE;
            case SIGNED_FAR_AWAY -> DELIVERED_NOT_RECEIVED;
        };
    }
}
