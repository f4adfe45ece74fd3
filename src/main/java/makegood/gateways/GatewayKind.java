package makegood.gateways;

/** The vendors; each has its own adapter. */
enum GatewayKind {
    WECHAT("https://api.mch.weixin.qq.com"),
    ALIPAY("https://openapi.alipay.com/gateway.do"),
    STRIPE("https://api.stripe.com");

    private final String url;

    GatewayKind(String url) {
        this.url = url;
    }

    /** Where the vendor answers when nothing else is set. */
    String url() {
        return url;
    }
}
