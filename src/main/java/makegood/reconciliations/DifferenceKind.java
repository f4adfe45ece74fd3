package makegood.reconciliations;

import makegood.platform.Text;

/** How two accounts of the same money can differ. */
enum DifferenceKind {
    MISSING_AT_GATEWAY("We count it as paid, the gateway does not know it", "我方已记账，网关无此笔"),
    MISSING_WITH_US("The gateway moved money that we do not know", "网关有此笔，我方无记录"),
    AMOUNT_DIFFERS("Amount, currency or payment differ", "金额、币种或支付单不符"),
    STATE_DIFFERS("One says done, the other does not", "状态不符"),
    TWICE("Done more than once", "重复执行"),
    NOT_SETTLED("Done at the gateway, and no settlement notice came", "网关已执行，未见清算通知"),
    SETTLEMENT_DIFFERS("The account moved another sum", "清算金额不符");

    private final Text text;

    DifferenceKind(String en, String zh) {
        this.text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
