package makegood.cases;

import makegood.platform.Text;

/** How an agent reads the evidence so far. */
public enum EvidenceLevel {
    NONE("None", "无"),
    PARTIAL("Partial", "部分"),
    SUFFICIENT("Sufficient", "充分"),
    CONTRADICTS("Speaks against", "与主张矛盾");

    private final Text text;

    EvidenceLevel(String en, String zh) {
        text = new Text(en, zh);
    }

    public Text text() {
        return text;
    }
}
