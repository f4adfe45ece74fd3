package makegood.cases;

import makegood.platform.Text;

/** Why somebody higher up is asked (rules.md 1.9). */
public enum EscalationReason {
    BEYOND_AUTHORITY("Beyond authority", "超权限"),
    COMPLEX("Complex", "复杂"),
    CLOCK_AT_RISK("Time is running out", "时限将到"),
    CLOCK_BREACHED("Time limit missed", "超时"),
    ANGRY_CUSTOMER("Angry customer", "情绪激动"),
    THREAT_OF_REGULATOR("Customer speaks of the regulator", "扬言投诉"),
    SAFETY("Safety of people", "人身安全"),
    MEDIA_RISK("Risk of publicity", "舆情"),
    POLICY_GAP("No rule for it", "规则空白"),
    DEPARTMENT_SILENT("A department does not answer", "部门未回"),
    SUSPECTED_FRAUD("Suspected fraud", "疑似欺诈"),
    CUSTOMER_ASKED_HUMAN("Customer asked for a person", "客户要求人工"),
    CONFLICT_OF_INTEREST("Conflict of interest", "回避");

    private final Text text;

    EscalationReason(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
