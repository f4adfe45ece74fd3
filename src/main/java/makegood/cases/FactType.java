package makegood.cases;

import makegood.platform.Text;

/** The kinds of facts that come from outside (api.md, events). */
enum FactType {
    CUSTOMER_REPLIED("The customer wrote", "客户回复"),
    AGENT_REPLIED("We replied to the customer", "已回复客户"),
    CUSTOMER_WITHDREW("The customer withdrew the request", "客户撤销申请"),
    EVIDENCE_ADDED("Evidence came in", "收到凭证"),
    RETURN_PARCEL_SENT("The customer sent the return parcel", "客户已寄出退货"),
    COUNTER_OFFER_ANSWERED("The customer answered our proposal", "客户已答复方案"),
    PLATFORM_STEPPED_IN("The platform stepped in", "平台介入"),
    PLATFORM_RULED("The platform ruled", "平台已裁决"),
    PLATFORM_DEADLINE_MOVED("The platform moved its deadline", "平台调整了时限"),
    REVIEW_UPDATED("The review was updated", "评价已更新"),
    ESCALATE("A lead was asked for", "已升级给主管");

    private final Text text;

    FactType(String en, String zh) {
        text = new Text(en, zh);
    }

    Text with(String words) {
        return words.isEmpty()
                ? new Text(text.en() + ".", text.zh() + "。")
                : new Text(text.en() + ": " + words, text.zh() + "：" + words);
    }
}
