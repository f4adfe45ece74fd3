package makegood.cases;

import makegood.platform.Text;

/** What a lead or the manager does with an escalation. */
enum EscalationDecision {
    NOTED("The work goes on as it is", "按原流程继续"),
    TAKEN_OVER("Taken over", "已接手本案"),
    PASS_ON("Passed on to the manager", "已上报经理");

    private final Text text;

    EscalationDecision(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
