package makegood.reviews;

import makegood.platform.Text;

/** Which unit answers for the cause of a review (rules.md 1.6, liability). */
enum FaultUnit {
    CARRIER("the carrier", "快递"),
    PACKAGING("packaging", "包装"),
    WAREHOUSE_PICK("the warehouse's picking", "仓库拣配"),
    WAREHOUSE_LATE("the warehouse's delay", "仓库延误"),
    SELLER_DATA("the shop's data or system", "商家资料/系统"),
    PRODUCT("the product", "产品"),
    DESCRIPTION("the description", "页面描述"),
    PROMOTION("the promotion", "活动/优惠"),
    AGENT("after-sales", "客服"),
    SUPPLIER("the supplier", "供应商"),
    PLATFORM("the platform", "平台"),
    PAYMENT_PROVIDER("the payment provider", "支付机构"),
    CUSTOMER("the customer", "客户"),
    SHARED("several", "多方"),
    NONE("nobody", "无责/不可抗力"),
    UNDETERMINED("not determined", "待定");

    private final Text text;

    FaultUnit(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
