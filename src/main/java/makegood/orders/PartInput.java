package makegood.orders;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import makegood.platform.Body;
import makegood.platform.Text;

/** Reads the payments, parcels and remarks of an order from JSON. */
class PartInput {
    private PartInput() {}

    /** Any method is kept as given: an unknown name counts as money. */
    static Payment payment(Body payment, Instant placedAt) {
        var paidAt = payment.instant("paidAt");
        var read = new Payment(
                payment.requiredText("paymentNumber", 100),
                payment.text("gatewayTransaction", 64),
                payment.requiredText("method", 40),
                OrderInput.or(payment.required("amount", payment.amount("amount")), 0),
                paidAt == null ? placedAt : paidAt,
                0,
                0,
                0,
                false);
        payment.refuseUnknown();
        return read;
    }

    /** A coupon or points that the customer used up for the order; {@code value} in minor units. */
    static Benefits.Used benefit(Body benefit) {
        var kind = benefit.parsed(
                "kind", "UNKNOWN_CODE", new Text("COUPON or POINTS", "COUPON 或 POINTS"), PartInput::benefitKind);
        var value = benefit.required("value", benefit.amount("value"));
        if (value != null && value == 0) {
            benefit.wrong("value", "OUT_OF_RANGE", new Text("from 1", "须大于 0"));
        }
        var read = new Benefits.Used(
                benefit.requiredText("reference", 40), kind == null ? "COUPON" : kind, OrderInput.or(value, 1));
        benefit.refuseUnknown();
        return read;
    }

    private static String benefitKind(String given) {
        if (!given.equals("COUPON") && !given.equals("POINTS")) {
            throw new IllegalArgumentException(given);
        }
        return given;
    }

    static Parcel parcel(Body parcel, Set<Integer> known) {
        var numbers = parcel.numbers("lines", OrderInput.MOST, 1, LineInput.MOST_LINES);
        var lines = numbers == null
                ? List.<Integer>of()
                : numbers.stream().map(Long::intValue).distinct().toList();
        if (!known.containsAll(lines)) {
            parcel.wrong("lines", "LINE_UNKNOWN", new Text("the order has no such line", "订单没有此商品行"));
        }
        var read = new Parcel(
                parcel.requiredText("trackingNumber", 64),
                parcel.text("carrier", 40),
                lines,
                parcel.instant("shippedAt"),
                parcel.instant("promisedBy"),
                parcel.instant("deliveredAt"),
                parcel.text("signedBy", 100));
        parcel.refuseUnknown();
        return read;
    }

    static Remark remark(Body remark, Instant now) {
        var at = remark.instant("at");
        var by = remark.text("by", 100);
        var read = new Remark(
                at == null ? now : at,
                by == null ? "import" : by,
                remark.requiredText("text", Remark.MAX),
                remark.code("flag", RemarkFlag.class));
        remark.refuseUnknown();
        return read;
    }
}
