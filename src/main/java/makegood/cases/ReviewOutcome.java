package makegood.cases;

import makegood.platform.Text;

/** What became of a published review, whatever it is; a case is never judged by it. */
public enum ReviewOutcome {
    IMPROVED("Changed for the better by the customer", "客户自行更新变好"),
    UNCHANGED("Unchanged", "未变"),
    WORSENED("Changed for the worse", "变差"),
    REMOVED_BY_PLATFORM("Removed by the platform", "平台移除"),
    APPEAL_LOST("Appeal not upheld", "申诉未支持"),
    NO_CONTACT("Author not reached", "未联系上"),
    CUSTOMER_SATISFIED("Customer satisfied, review unchanged", "客户已满意（评价未变）");

    private final Text text;

    ReviewOutcome(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }
}
