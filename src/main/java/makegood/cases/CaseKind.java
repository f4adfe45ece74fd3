package makegood.cases;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import makegood.platform.Text;

/** What is asked for, and the procedure that serves it; codes of the field. */
public enum CaseKind {
    RETURN_REFUND("Return and refund", "退货退款"),
    REFUND_ONLY("Refund only", "仅退款"),
    EXCHANGE("Exchange", "换货"),
    RESEND("Resend", "补发"),
    REPAIR("Repair", "维修"),
    LOGISTICS("Logistics exception", "物流异常"),
    ORDER_CHANGE("Change, hold or cancel an order", "改址/拦截/取消"),
    PAYMENT("Payment or promotion issue", "支付/优惠异常"),
    REVIEW("Negative review", "中差评处理"),
    COMPLAINT("Complaint, dispute", "投诉/纠纷"),
    COMPENSATION("Compensation", "补偿"),
    INQUIRY("Question only", "咨询");

    private static final Set<CaseKind> SERVED =
            EnumSet.of(RETURN_REFUND, REFUND_ONLY, EXCHANGE, RESEND, LOGISTICS, REVIEW, COMPENSATION, INQUIRY);

    private final Text text;

    CaseKind(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }

    /** What this installation serves, in words. */
    static Text servedWords() {
        var en = SERVED.stream().map(Enum::name).collect(Collectors.joining(", "));
        var zh = SERVED.stream().map(k -> k.text().zh()).collect(Collectors.joining("、"));
        return new Text(en, zh);
    }

    /** What a customer who asked for this can be offered instead; a review is no remedy. */
    public Set<CaseKind> others() {
        var others = EnumSet.copyOf(SERVED);
        others.remove(this);
        others.remove(REVIEW);
        return others;
    }

    /** Whether a procedure of this installation serves it; the others go to a person. */
    public boolean served() {
        return SERVED.contains(this);
    }
}
