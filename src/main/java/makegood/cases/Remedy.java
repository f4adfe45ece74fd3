package makegood.cases;

import makegood.platform.Text;

/** What made it good. */
public enum Remedy {
    WAIT_AND_WATCH("Followed until it moved", "继续跟进"),
    RETURN_REFUND("Return and refund", "退货退款"),
    REFUND_FULL("Full refund", "全额退款"),
    REFUND_PARTIAL("Part refund", "部分退款"),
    REFUND_NO_RETURN("Refund without return", "退款不退货"),
    EXCHANGE("Exchange", "换货"),
    RESEND("Resend", "补发"),
    REPAIR("Repair", "维修"),
    GUIDANCE("Guidance", "使用指导"),
    CASH_COMPENSATION("Cash compensation", "现金补偿"),
    COUPON("Coupon", "优惠券"),
    POINTS("Points", "积分"),
    GIFT("Gift", "赠品"),
    PRICE_DIFFERENCE("Price difference", "退差价"),
    INTERCEPT("Intercepted", "拦截"),
    REDIRECT("Redirected", "改派"),
    CANCEL_ORDER("Order cancelled", "取消订单"),
    STATUTORY_DAMAGES("Statutory damages", "法定赔偿"),
    APOLOGY("Apology and explanation", "致歉说明");

    private final Text text;

    Remedy(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }
}
