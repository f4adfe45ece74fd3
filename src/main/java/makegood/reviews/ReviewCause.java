package makegood.reviews;

import makegood.platform.Text;

/** Why the customer was not satisfied (rules.md 1.9). */
enum ReviewCause {
    PRODUCT("the product", "产品"),
    DESCRIPTION("the description", "描述"),
    EXPECTATION("an expectation that was not met", "预期落差"),
    LOGISTICS("logistics", "物流"),
    PACKAGING("packaging", "包装"),
    SERVICE("service", "服务"),
    PRICE("price or promotion", "价格/活动"),
    AFTER_SALES("after-sales handling", "售后处理"),
    MISTAKEN_RATING("stars given by mistake", "误评"),
    SUSPECTED_MALICIOUS("suspected malice", "疑似恶意"),
    UNKNOWN("unknown", "未知");

    private final Text text;

    ReviewCause(String en, String zh) {
        text = new Text(en, zh);
    }

    Text text() {
        return text;
    }
}
