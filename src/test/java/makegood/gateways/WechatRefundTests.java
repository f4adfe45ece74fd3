package makegood.gateways;

class WechatRefundTests extends RefundFaults {
    @Override
    Vendor vendor() {
        return new WechatVendor();
    }
}
