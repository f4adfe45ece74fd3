package makegood.cases;

import makegood.platform.Text;

/** How a case ended. */
public enum Outcome {
    RESOLVED_FULL("Resolved in full", "全部满足"),
    RESOLVED_PARTIAL("Resolved in part", "部分满足"),
    RESOLVED_OTHER("Resolved another way", "换方案解决"),
    SELF_RESOLVED("Solved itself", "自行恢复"),
    WITHDRAWN("Withdrawn by the customer", "客户撤销"),
    SENT_BACK("Goods sent back to the customer", "原物退回客户"),
    NOT_RETURNED("Goods were not sent back in time", "逾期未寄回"),
    REFUSED_ACCEPTED("Refused, customer accepts", "拒绝且客户接受"),
    REFUSED_CONTESTED("Refused, contested", "拒绝有争议"),
    PLATFORM_FOR_CUSTOMER("Platform ruled for the customer", "平台判客户"),
    PLATFORM_FOR_SELLER("Platform ruled for the seller", "平台判商家"),
    PLATFORM_SPLIT("Platform split the ruling", "平台判双方"),
    MERGED("Merged into another case", "并入他案"),
    DUPLICATE("Duplicate", "重复"),
    UNREACHABLE("Customer could not be reached", "多次联系不上"),
    INVALID("Invalid", "无效");

    private final Text text;

    Outcome(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }
}
