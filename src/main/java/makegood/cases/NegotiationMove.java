package makegood.cases;

import makegood.platform.Text;

/** What we may propose to a customer (rules.md 1.4). */
public enum NegotiationMove {
    ASK_WITHDRAW("We asked to withdraw the request", "邀请客户撤销申请"),
    ASK_EVIDENCE("We asked for evidence", "请客户补充凭证"),
    CHANGE_TYPE("We offered another procedure", "提议改为其他处理方式"),
    CHANGE_AMOUNT("We offered another amount", "提议其他退款金额"),
    OFFER_ALTERNATIVE("We offered something else", "提供替代方案");

    private final Text text;

    NegotiationMove(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }
}
