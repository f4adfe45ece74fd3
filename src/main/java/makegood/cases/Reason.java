package makegood.cases;

import makegood.platform.Text;

/** The customer's reason, with its class: N no-reason, Q quality, D not as described, S seller's error, L transport, C customer's own, P payment, X safety. */
public enum Reason {
    NO_REASON_7D("N", "No-reason return", "七天无理由"),
    NO_LONGER_WANTED("N", "Changed my mind", "不想要了"),
    ORDERED_BY_MISTAKE("N", "Ordered by mistake", "拍错/多拍"),
    SIZE_TOO_LARGE("N", "Size too large", "尺码偏大"),
    SIZE_TOO_SMALL("N", "Size too small", "尺码偏小"),
    STYLE_COLOUR_DISLIKED("N", "Style or colour not liked", "款式/颜色不喜欢"),
    QUALITY_DEFECT("Q", "Quality defect", "质量问题"),
    FUNCTION_FAULT("Q", "Does not work", "功能故障"),
    COUNTERFEIT_CLAIM("D", "Claimed counterfeit", "假冒产品"),
    SHELF_LIFE("Q", "Shelf life short or past", "保质期问题"),
    ALLERGY_UNFIT("Q", "Skin or food reaction", "肤质不匹配/食用不适"),
    NOT_AS_DESCRIBED("D", "Not as described", "与描述不符"),
    WRONG_GOODS("S", "Wrong goods sent", "卖家发错货"),
    MISSING_PARTS("S", "Parts missing", "缺少配件"),
    MISSING_GOODS("S", "Goods missing", "少件/漏发"),
    EMPTY_PARCEL("L", "Empty parcel", "空包裹"),
    DAMAGED_IN_TRANSIT("L", "Damaged in transit", "包装/商品破损"),
    NOT_RECEIVED("L", "Not received", "未收到商品"),
    DELIVERY_TOO_LATE("L", "Delivery too late", "快递长时间未送达"),
    NO_TRACKING("L", "No tracking record", "物流无跟踪记录"),
    REFUSED_PARCEL("C", "Parcel refused", "已拒签包裹"),
    LATE_SHIPMENT("S", "Shipped late", "未按约定时间发货"),
    OUT_OF_STOCK("S", "Out of stock", "缺货"),
    WRONG_ADDRESS("C", "Wrong address or phone", "地址/电话填写错误"),
    DISCOUNT_NOT_USED("P", "Discount not applied", "没用/少用优惠"),
    COUPON_OR_POINTS_ERROR("P", "Coupon or points wrong", "优惠券/积分异常"),
    DUPLICATE_PAYMENT("P", "Paid twice", "重复支付"),
    PAID_NO_ORDER("P", "Charged, no order", "已扣款无订单"),
    PRICE_PROTECTION("P", "Price protection", "价保/退差价"),
    SAFETY_HAZARD("X", "Safety hazard", "安全隐患"),
    SERVICE_COMPLAINT("S", "Bad service", "服务不满意"),
    AGREED_BY_BOTH("NONE", "Agreed by both", "双方协商一致"),
    OTHER("NONE", "Other", "其他");

    private final String reasonClass;
    private final Text text;

    Reason(String reasonClass, String en, String zh) {
        this.reasonClass = reasonClass;
        text = new Text(en, zh);
    }

    /** N, Q, D, S, L, C, P, X or NONE. */
    public String reasonClass() {
        return reasonClass;
    }

    /** Which unit answers for it (rules.md 1.6) as far as the reason says. */
    public String atFault() {
        return switch (reasonClass) {
            case "Q" -> "PRODUCT";
            case "D" -> "DESCRIPTION";
            case "S" -> "WAREHOUSE_PICK";
            case "L" -> "CARRIER";
            case "N", "C" -> "CUSTOMER";
            default -> "UNDETERMINED";
        };
    }

    public Text text() {
        return text;
    }
}
