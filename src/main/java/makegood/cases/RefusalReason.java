package makegood.cases;

import makegood.platform.Text;

/** Why a request is refused; a refusal without one is impossible. */
public enum RefusalReason {
    AGREED_TO_WITHDRAW("Made by mistake, agreed to withdraw", "误操作/已协商取消"),
    PARCEL_ALREADY_SENT("The parcel had already left", "发起售后时包裹已发出"),
    SPECIAL_CATEGORY_CONFIRMED("Excepted goods, confirmed at purchase", "特殊品类且购买时已确认"),
    NO_DEFECT_FOUND("No defect was found", "商品未存在问题"),
    SHIPPED_ON_TIME("Shipped on time and moving", "已按时发货且物流正常"),
    RETURN_WAYBILL_WRONG("Return waybill wrong, nothing received", "退货单号有误，未收到货"),
    RESALE_IMPAIRED("Used beyond inspection", "影响二次销售（超出查验）"),
    NOT_OUR_GOODS("Not the goods of this order", "寄回非本订单商品"),
    RETURN_INCOMPLETE("The return was empty or incomplete", "空包/缺配件/赠品"),
    REASON_MISMATCH("The stated reason does not fit the evidence", "申请原因与实际不符"),
    WINDOW_ENDED("The period has ended", "已超退换期限"),
    IDENTITY_NOT_PROVED("Identity not proved", "身份未核实"),
    EVIDENCE_NOT_GIVEN("Evidence not given in time", "未按时补充凭证"),
    ALREADY_COMPENSATED("Already settled", "已退款/已补偿");

    private final Text text;

    RefusalReason(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }
}
