package makegood.cases;

import makegood.platform.Text;

/** Where the customer spoke. */
public enum Channel {
    CHAT("Online chat", "在线聊天"),
    PHONE("Phone", "电话"),
    EMAIL("E-mail", "邮件"),
    SMS("Text message", "短信"),
    SOCIAL("Social media", "社交媒体"),
    MARKETPLACE("Marketplace request", "平台售后单"),
    PORTAL("Self-service", "自助入口"),
    REVIEW("Review", "评价"),
    REGULATOR("Regulator (12315)", "12315/监管"),
    WALK_IN("Shop", "门店"),
    SYSTEM("Watch", "系统巡检");

    private final Text text;

    Channel(String en, String zh) {
        text = new Text(en, zh);
    }

    /** The customer has sent words and waits for ours, as nobody does on the phone or in the shop. */
    boolean written() {
        return switch (this) {
            case CHAT, EMAIL, SMS, SOCIAL, MARKETPLACE, PORTAL -> true;
            case PHONE, REVIEW, REGULATOR, WALK_IN, SYSTEM -> false;
        };
    }

    public Text text() {
        return text;
    }
}
