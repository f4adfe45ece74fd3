package makegood.logistics;

import makegood.cases.Outcome;
import makegood.cases.Remedy;
import makegood.platform.Text;

/** What an agent and a customer may choose, and the way the procedure takes then. */
enum RemedyChoice {
    WAIT_AND_WATCH("WAIT", Outcome.SELF_RESOLVED, Remedy.WAIT_AND_WATCH, "we keep following the parcel", "继续跟进包裹"),
    RESEND("RESEND", Outcome.RESOLVED_FULL, Remedy.RESEND, "we send it again, free of charge", "免费为您补发"),
    REFUND_FULL("REFUND", Outcome.RESOLVED_FULL, Remedy.REFUND_FULL, "a full refund", "全额退款"),
    REFUND_PARTIAL("REFUND", Outcome.RESOLVED_PARTIAL, Remedy.REFUND_PARTIAL, "a part refund", "部分退款"),
    RETURN_REFUND("RETURN", Outcome.RESOLVED_FULL, Remedy.RETURN_REFUND, "a refund once the goods are back", "退货后退款"),
    EXCHANGE("EXCHANGE", Outcome.RESOLVED_FULL, Remedy.EXCHANGE, "the right goods in exchange", "为您换货"),
    COMPENSATION("COMPENSATE", Outcome.RESOLVED_FULL, Remedy.CASH_COMPENSATION, "a compensation", "给予补偿"),
    CANCEL_ORDER("EXPLAIN", Outcome.RESOLVED_FULL, Remedy.CANCEL_ORDER, "the order is cancelled", "取消订单"),
    APOLOGY("EXPLAIN", Outcome.RESOLVED_OTHER, Remedy.APOLOGY, "our apology and an explanation", "致歉并说明");

    private final String way;
    private final Outcome outcome;
    private final Remedy remedy;
    private final Text words;

    RemedyChoice(String way, Outcome outcome, Remedy remedy, String en, String zh) {
        this.way = way;
        this.outcome = outcome;
        this.remedy = remedy;
        this.words = new Text(en, zh);
    }

    String way() {
        return way;
    }

    Outcome outcome() {
        return outcome;
    }

    Remedy remedy() {
        return remedy;
    }

    /** As the customer reads it in an offer. */
    Text words() {
        return words;
    }

    boolean refunds() {
        return way.equals("REFUND");
    }

    /** The customer sends something back for it. */
    boolean takesGoodsBack() {
        return this == RETURN_REFUND || this == EXCHANGE;
    }

    /** The parcel is given up: the customer gets goods or money for it. */
    boolean replacesParcel() {
        return this == RESEND || refunds();
    }
}
